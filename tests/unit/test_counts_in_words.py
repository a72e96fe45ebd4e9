"""Messages with a count are right for one as for many: no "1 files", no "1 of the files are"."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
THINGS = (
    "actions changes characters claims columns councils dismissals documents entries expectations figures files gaps "
    "headings items lines mistakes paragraphs pages passages phrases places plugins questions references rows rules "
    "runs sections sentences sheets shortfalls spaces statements terms times warnings words"
).split()
NUMBER, COUNTED = "\N{NUMBER SIGN}", "\N{SECTION SIGN}"
COUNTS = {"count", "counted", "_counted", "of", "number_of"}
WRONG = (
    re.compile(rf"(?<!more than )(?<!longer than ){NUMBER} (?:[a-z]+ )?(?:{'|'.join(THINGS)})\b(?! or more)"),
    re.compile(rf"{NUMBER} of [^.:;]{{0,60}}?\b(?:are|were|have|do|cite|name|hold|affirm)\b"),
)
NEVER_ONE = (
    "the phrase # stands for # forms",  # a limit of many
    "‘#’ (#) shares # of # words",  # a match shares two words or more
    "Its name and folders have # characters",  # too long a path
    "the words of '#' are more than # words apart",
    "it records what a meeting heard and agreed (# times)",  # two resolutions or more
    "the line above begins with # spaces",  # YAML that is indented
    "No section about a quality statement cites evidence in # places",
    "Only the first # cells",  # a limit of many
    "The self-assessment has # words; at most",  # over a limit of many
    "§ about quality statements and # words in all",
    "# words a sentence",
    ", # times",  # only where there is more than one
    "In the sheet # a # (#) stands # times",  # over a limit of many
    "The first # characters of each SHA-256",
    "For # of these, shortfalls are reported too.",
    "# of § are of one kind",  # two or more make a kind
    "# of them are about the evidence",
    "Of # expectations that serve it",
    "§ # the words looked for #",
    "# rows # to #",  # a range
    "# runs from # to #",  # one run is told otherwise
)
FOR_AUTHORS_OF_PLUGINS = "plugin_host"


def templates(path: Path) -> Iterator[tuple[int, str]]:
    """Yield each f-string of a file: `#` stands for what is put in, `§` for what was put into words with its noun."""
    whole = ast.parse(path.read_text(encoding="utf-8"))
    chosen = {text for node in ast.walk(whole) if isinstance(node, ast.IfExp) for text in _of_many(node)}
    for node in ast.walk(whole):
        if isinstance(node, ast.JoinedStr) and node not in chosen:
            yield node.lineno, "".join(map(_piece, node.values))


def _of_many(choice: ast.IfExp) -> Iterator[ast.AST]:
    """Yield the texts of a choice that asks whether there is one."""
    asked = {part.value for part in ast.walk(choice.test) if isinstance(part, ast.Constant)}
    if 1 in asked:
        yield from (node for side in (choice.body, choice.orelse) for node in ast.walk(side))


def _piece(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    value = part.value if isinstance(part, ast.FormattedValue) else part
    called = value.func if isinstance(value, ast.Call) else None
    name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
    return COUNTED if name in COUNTS or isinstance(value, ast.IfExp) else NUMBER


def wrong(text: str) -> bool:
    return any(pattern.search(text) for pattern in WRONG)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("# files were left out", True),
        ("# of # expectations are marked", True),
        ("# of § are never cited", True),
        ("§ were left out", False),
        ("# of § § never cited", False),
        ("# of § could not be read", False),
    ],
)
def test_the_check_knows_what_is_wrong_of_one(text: str, is_wrong: bool) -> None:
    assert wrong(text) is is_wrong


def test_no_message_puts_a_number_before_a_fixed_plural() -> None:
    files = [path for folder in ("checker", "plugins") for path in sorted((ROOT / folder).rglob("*.py"))]

    found = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in files
        for line, text in templates(path)
        if wrong(text) and not text.strip().startswith(NEVER_ONE) and FOR_AUTHORS_OF_PLUGINS not in path.parts
    ]

    assert found == []
