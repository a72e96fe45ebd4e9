"""What a column of a register holds, by the cells in it, where its heading does not tell. Part of `register`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import islice, pairwise

from checker.document_names import file_of_link
from checker.domain.register import RegisterColumn
from checker.stages.register.words import RegisterWords
from checker.typed_days import typed_day

_MOST_ROWS = 200
_MOST_OF_THEM = 0.6
_FEWEST = 2
_CODE = re.compile(r"[A-Za-z]{1,5}[\s./-]?\d[\d./-]*[a-z]?")
_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_NUMBERS = 3
_FILE = re.compile(
    r".\.(?:docx?|docm|dot[xm]|rtf|odt|ott|pdf|pptx?|pptm|pps[xm]?|od[pgs]|xlsx?|xls[bm]|csv|tsv|txt|md|html?|eml|msg|zip|"
    r"png|jpe?g|tiff?|gif|heic|mp[34]|m4a|mov|wav|one|url|lnk|pages|numbers|key|vsdx?|pub)$",
    re.IGNORECASE,
)
"""Where nobody says that a column holds files, only names of usual types prove it: "J.Lamb" has a stop in it too."""
_FEWEST_WORDS = 2
_LONGEST_TITLE = 150

Reads = Callable[[Sequence[str]], bool]


def columns_by_content(
    rows: Sequence[Mapping[int, str]], places: Sequence[int], known: frozenset[RegisterColumn], words: RegisterWords
) -> dict[RegisterColumn, int]:
    """
    Return which of these columns hold what nobody has named yet (`known` are named).

    A column holds what most of its cells can be read as, from two cells on. What is told most surely goes first: a
    link, a file, a reference, a statement; last a title, of which there is one to a row. Days are not guessed: they
    could be those on which an item was added, and evidence would look newer than it is.
    """
    texts = {place: [row[place] for row in islice(rows, _MOST_ROWS) if row.get(place)] for place in places}
    found: dict[RegisterColumn, int] = {}
    for column, reads, differ in _readings(words):
        if column in known or column in found:
            continue
        place = _first(texts, reads, differ=differ)
        if place is not None:
            found[column] = place
            del texts[place]
    return found


def mean_nothing(column: RegisterColumn, cells: Sequence[str], words: RegisterWords) -> bool:
    """Whether no cell of a column, from two on, is what its heading seemed to say; only of what cells tell by words."""
    readings: Mapping[RegisterColumn, Callable[[str], object]] = {
        RegisterColumn.STATEMENT: words.statements,
        RegisterColumn.CATEGORY: words.category,
        RegisterColumn.KIND: words.kind,
    }
    return column in readings and len(cells) >= _FEWEST and not any(map(readings[column], cells))


def _readings(words: RegisterWords) -> tuple[tuple[RegisterColumn, Reads, bool], ...]:
    """Return what the cells of each column can be read as, and whether every row should have another."""
    return (
        (RegisterColumn.LINK, _most(lambda text: "://" in text), False),
        (RegisterColumn.FILE, _most(_is_file), False),
        (RegisterColumn.REF, _most(lambda text: bool(_CODE.fullmatch(text))), True),
        (RegisterColumn.STATEMENT, _most(lambda text: _names_statement(text, words)), False),
        (RegisterColumn.CATEGORY, _most(lambda text: bool(words.category(text))), False),
        (RegisterColumn.KIND, _most(lambda text: bool(words.kind(text))), False),
        (RegisterColumn.REF, _are_running_numbers, True),
        (RegisterColumn.TITLE, _most(_is_title), True),
    )


def _most(reads: Callable[[str], bool]) -> Reads:
    return lambda cells: sum(map(reads, cells)) >= _MOST_OF_THEM * len(cells)


def _is_file(text: str) -> bool:
    return _FILE.search(file_of_link(text)) is not None


def _are_running_numbers(cells: Sequence[str]) -> bool:
    """Whether each cell is a number and the next after the one above: other numbers count something."""
    if len(cells) < _FEWEST_NUMBERS or not all(map(_NUMBER.fullmatch, cells)):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(cells))


def _names_statement(text: str, words: RegisterWords) -> bool:
    """Whether a cell names a quality statement: bare numbers and days could be anything, so they are no proof."""
    return any(map(str.isalpha, text)) and not typed_day(text).iso and bool(words.statements(text))


def _is_title(text: str) -> bool:
    return len(text.split()) >= _FEWEST_WORDS and len(text) <= _LONGEST_TITLE and not typed_day(text).iso


def _first(texts: Mapping[int, Sequence[str]], reads: Reads, *, differ: bool) -> int | None:
    for place, cells in texts.items():
        if len(cells) < _FEWEST or (differ and len(set(cells)) < len(cells)):
            continue
        if reads(cells):
            return place
    return None
