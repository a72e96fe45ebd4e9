"""
From YAML text to plain values with line numbers.

Values are built from the parser's events, one at a time, so that deep nesting and references cannot exhaust memory.
Only `null`, `true`, `false` and numbers in plain JSON spelling are typed; everything else stays text as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from checker.errors import DataError, Problem
from checker.values import dataclass, field
from checker.yaml_reading.mistakes import plain_words

MAX_DEPTH = 50
MAX_REFERRED = 10_000
Path = tuple[str | int, ...]
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"": None, "null": None, "true": True, "false": False}
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,15})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,15})\.[0-9]{1,15}")


def typed(text: str) -> object:
    """Return what an unquoted word means: 1.10, 0123, 12:30, 2024-25, no and dates stay text."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text) and str(int(text)) == text:
        return int(text)
    if _DECIMAL.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text


def _line_of(mark: object) -> int:
    """Return the line of a parser's mark, counted from 0."""
    return int(getattr(mark, "line", 0))


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled. `weight` counts its values, those behind references included."""

    value: list[object] | dict[str, object]
    path: Path
    anchor: str | None
    key: str | None = None
    skip: bool = False
    weight: int = 1


@dataclass(slots=True)
class ValueBuilder:
    """Builds one document's value; afterwards `data` holds it, `lines` the line of every key and item."""

    shown: str
    text: str
    data: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _anchors: dict[str, tuple[object, int]] = field(default_factory=dict)
    _rows: list[str] = field(default_factory=list)
    _referred: int = 0
    _documents: int = 0

    def build(self) -> None:
        """Read all events; lesser mistakes go to `problems`. `DataError` where the text is not YAML or too much."""
        for event in self._events():
            line = _line_of(event.start_mark) + 1
            if isinstance(event, yaml.DocumentStartEvent):
                self._start_document(line)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._start(event, line)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._end()
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event, line)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(str(event.anchor), line)

    def _events(self) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(self.text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            raise DataError([*self.problems, plain_words(error, self.text, self.shown)]) from None

    def _start_document(self, line: int) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse(line, "a second document begins here ('---')", "one document in a file")

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int) -> None:
        self._check_tag(event.tag, line)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(line, f"lists and groups are nested more than {MAX_DEPTH} deep", "a flatter form")
        if self._waits_for_key():
            self._refuse(line, "a key must be a word, not a list or a group", "key: value")
        value: list[object] | dict[str, object] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._place(line)
        self._open.append(_Open(value, path, event.anchor))

    def _end(self) -> None:
        closed = self._open.pop()
        self._put(closed.value, closed.weight, closed.anchor)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._check_tag(event.tag, line)
        if self._waits_for_key():
            self._take_key(event.value, line)
            return
        plain = not event.style and not event.tag
        if plain:
            self._check_swallowed(event)
        self._place(line)
        self._put(typed(event.value) if plain else event.value or event.tag or "", 1, event.anchor)

    def _alias(self, anchor: str, line: int) -> None:
        if anchor not in self._anchors:
            self._refuse(line, f"'*{anchor}' refers to something that is not there", "put the text in quotes")
        if self._waits_for_key():
            self._refuse(line, "a key cannot be a reference", "key: value")
        value, weight = self._anchors[anchor]
        self._referred += weight
        if self._referred > MAX_REFERRED:
            message = f"references ('*{anchor}') repeat more than {MAX_REFERRED:,} values"
            self._refuse(line, message, "write the values out, or fewer of them")
        self._place(line)
        self._put(value, weight, None)

    def _take_key(self, key: str, line: int) -> None:
        top = self._open[-1]
        assert isinstance(top.value, dict)
        if not key:
            self._refuse(line, "the word before the colon is missing", "key: value")
        top.key, top.skip = key, key in top.value
        if top.skip:
            first = self.lines[(*top.path, key)]
            message = f"the key '{key}' is written twice (first in line {first})"
            self._note(line, message, "keep one of the two, with everything that belongs to it")
        else:
            self.lines[(*top.path, key)] = line

    def _waits_for_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _place(self, line: int) -> Path:
        """Return the path of the value that comes now, and note its line unless its key has done so."""
        if not self._open:
            path: Path = ()
        elif isinstance(self._open[-1].value, dict):
            top = self._open[-1]
            path = (*top.path, f"{top.key} (again)" if top.skip else str(top.key))
        else:
            path = (*self._open[-1].path, len(self._open[-1].value))
        self.lines.setdefault(path, line)
        return path

    def _put(self, value: object, weight: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (value, weight)
        if not self._open:
            self.data = value
            return
        top = self._open[-1]
        top.weight += weight
        if isinstance(top.value, list):
            top.value.append(value)
        else:
            if not top.skip:
                top.value[str(top.key)] = value
            top.key = None

    def _check_tag(self, tag: str | None, line: int) -> None:
        if tag:
            self._note(line, f"'!' marks a type here ({tag}), which packs do not use", "put the text in quotes")

    def _check_swallowed(self, event: yaml.ScalarEvent) -> None:
        for number in range(_line_of(event.start_mark) + 1, _line_of(event.end_mark) + 1):
            self._rows = self._rows or self.text.split("\n")
            if self._rows[number].lstrip().startswith("- "):
                message = "wrong indentation: this item became part of the text above"
                self._note(number + 1, message, "begin the dash in the same column as the dash above")

    def _note(self, line: int, message: str, expected: str) -> None:
        self.problems.append(Problem(file=self.shown, line=line, message=message, expected=expected))

    def _refuse(self, line: int, message: str, expected: str) -> None:
        self._note(line, message, expected)
        raise DataError(self.problems)
