"""What a YAML parser's complaint means in plain words, and what its author should do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import yaml

from checker.errors import Problem
from checker.values import dataclass

_NEVER_CLOSED = "a quotation mark opens here and is not closed"
_QUOTES = "put the text in quotes"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Complaint:
    """A parser's complaint: its words, where it stopped and the lines of the file. Lines and columns count from 0."""

    words: str
    context: str
    line: int
    column: int
    begun: int
    lines: Sequence[str]

    @property
    def text(self) -> str:
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.text[: self.column]

    @property
    def character(self) -> str:
        return self.text[self.column : self.column + 1]


_Meaning = tuple[int, str, str]


def plain_words(error: yaml.MarkedYAMLError, text: str, shown: str) -> Problem:
    """Return the problem that a parser's error stands for: the line to look at, what is wrong, what to do."""
    complaint = _complaint(error, text)
    for explain in _EXPLANATIONS:
        if meaning := explain(complaint):
            line, message, expected = meaning
            return Problem(file=shown, line=line + 1, message=message, expected=expected)
    message = f"this is not YAML: {complaint.words}"
    return Problem(file=shown, line=complaint.line + 1, message=message, expected=_QUOTES)


def _complaint(error: yaml.MarkedYAMLError, text: str) -> _Complaint:
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    last = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    line = min(mark.line, last) if mark else 0
    return _Complaint(
        words=error.problem or "",
        context=error.context or "",
        line=line,
        column=mark.column if mark and mark.line == line else len(lines[line]),
        begun=error.context_mark.line if error.context_mark else line,
        lines=lines,
    )


def _open_above(complaint: _Complaint) -> _Meaning | None:
    """A quotation mark that was forgotten closes where the next text opens; the mistake is in an earlier line."""
    quote = complaint.before.rstrip(" |>*&!@%`")[-1:]
    if quote not in ("'", '"') or complaint.before.count(quote) % 2 == 0:
        return None
    earlier = range(complaint.line - 1, -1, -1)
    opened = next((number for number in earlier if complaint.lines[number].count(quote) % 2), None)
    if opened is None:
        return None
    return opened, _NEVER_CLOSED, "close it at the end of the text"


def _tab(complaint: _Complaint) -> _Meaning | None:
    if "\t" in _indent(complaint.text) or complaint.character == "\t":
        return complaint.line, "a tab stands where only spaces may", "indent with spaces, two for each level"
    return None


def _odd_space(complaint: _Complaint) -> _Meaning | None:
    if _indent(complaint.text).strip(" \t"):
        expected = "indent with ordinary spaces, two for each level"
        return complaint.line, "a no-break space stands in the indentation", expected
    return None


def _quoted(complaint: _Complaint) -> _Meaning | None:
    if "quoted scalar" not in complaint.context and "escape" not in complaint.words:
        return None
    if "escape" in complaint.words:
        return complaint.line, "a backslash has a special meaning in double quotes", "use single quotes or /"
    return complaint.begun, _NEVER_CLOSED, "close it at the end of the text"


def _colon(complaint: _Complaint) -> _Meaning | None:
    if "mapping values are not allowed" not in complaint.words:
        return None
    if ": " in complaint.before:
        return complaint.line, "a second colon in one line", f"{_QUOTES}: {_with_quotes(complaint.text.strip())}"
    if complaint.before.lstrip().startswith("- ") or complaint.line == 0 or not _indent(complaint.text):
        return complaint.line, "a colon stands where no key can be", f"{_QUOTES}, or write a space after each colon"
    return complaint.line, "wrong indentation: a key stands below a line that already has a value", _line_up(complaint)


def _with_quotes(line: str) -> str:
    """Return the line as its author probably meant it: `key: "text"`, or `- "text"` where the first word is no key."""
    start = re.match(r"(- )?[a-z_]+: |- ", line)
    begin = start.group() if start else ""
    rest = line[len(begin) :].strip().strip("“”")
    quotes = "'" if '"' in rest else '"'
    return f"{begin}{quotes}{rest}{quotes}"


def _first_character(complaint: _Complaint) -> _Meaning | None:
    special = "cannot start any token" in complaint.words or "node content" in complaint.words
    block = "block scalar" in complaint.context
    reference = complaint.context in ("while scanning an alias", "while scanning an anchor", "while scanning a tag")
    if not (special or block or reference):
        return None
    character = complaint.character if special else _sign_before(complaint)
    return complaint.line, f"a text cannot begin with {character!r}", _QUOTES


def _sign_before(complaint: _Complaint) -> str:
    return next((sign for sign in reversed(complaint.before) if sign in "|>*&!"), complaint.character)


def _key_without_colon(complaint: _Complaint) -> _Meaning | None:
    if "could not find expected ':'" in complaint.words:
        word = complaint.lines[complaint.begun].strip()[:40]
        return complaint.begun, f"no colon after {word!r}", "key: value, with a space after the colon"
    return None


def _brackets(complaint: _Complaint) -> _Meaning | None:
    if "flow" not in complaint.context:
        return None
    sign = "[" if "sequence" in complaint.context else "{"
    close = "]" if sign == "[" else "}"
    expected = f"a comma between the items, {close!r} at the end; texts with a colon or comma in quotes"
    return complaint.begun, f"the list or group that opens with {sign!r} here goes wrong", expected


def _after_quotes(complaint: _Complaint) -> _Meaning | None:
    if complaint.before.rstrip().endswith(("'", '"')):
        expected = "put the whole text in quotes; inside single quotes write '' for an apostrophe"
        return complaint.line, "text goes on after the closing quotation mark", expected
    return None


def _indentation(complaint: _Complaint) -> _Meaning | None:
    if not complaint.context.startswith("while parsing a block"):
        return None
    if complaint.before.strip():
        return complaint.line, f"{complaint.character!r} stands where it has no meaning", _QUOTES
    return complaint.line, "wrong indentation: this line does not line up with what stands above", _line_up(complaint)


def _line_up(complaint: _Complaint) -> str:
    above = next((line for line in reversed(complaint.lines[: complaint.line]) if line.strip()), "")
    spaces = f"the line above begins with {len(_indent(above))} spaces, this one with {len(_indent(complaint.text))}"
    return f"begin it in the same column as the lines that it belongs with; {spaces}"


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


_EXPLANATIONS: tuple[Callable[[_Complaint], _Meaning | None], ...] = (
    _open_above,
    _tab,
    _odd_space,
    _quoted,
    _colon,
    _first_character,
    _key_without_colon,
    _brackets,
    _after_quotes,
    _indentation,
)
