"""Finds the header row of a register and what each of its columns is. Part of `register`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.document_names import bare_words
from checker.domain.register import RegisterColumn
from checker.grid import Grid
from checker.stages.register.contents import columns_by_content
from checker.stages.register.words import RegisterWords
from checker.values import dataclass, field, replace

ROWS_SEARCHED = 15
_ENOUGH = 2
_LIKE = 0.75
_NAMES = frozenset({RegisterColumn.TITLE, RegisterColumn.FILE, RegisterColumn.LINK, RegisterColumn.REF})


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """
    The header row: its number, the columns by what they are, and their headings.

    `guessed` columns have a heading that is only like a known one, or are told by what stands in them; `unused` are
    headings that mean nothing here.
    """

    row: int
    places: Mapping[RegisterColumn, int] = field(default_factory=dict)
    headings: Mapping[RegisterColumn, str] = field(default_factory=dict)
    guessed: tuple[RegisterColumn, ...] = ()
    unused: tuple[str, ...] = ()


def find_header(
    grid: Grid, words: RegisterWords, confirmed: Mapping[str, str], *, by_contents: bool = False
) -> Header | None:
    """
    Return the header of a sheet, or `None` if it holds no register.

    It is the row with the most known headings among the first fifteen; it needs two of them, one of which names the
    evidence: title, file, link or reference. `confirmed` are headings by column, as the settings have them. What the
    other columns hold is guessed by their cells; with `by_contents` one known heading is enough if these tell the rest.
    """
    first = [(number, cells) for number, cells in grid.rows.items()][:ROWS_SEARCHED]
    headers = [_header(number, cells, words, confirmed) for number, cells in first]
    known = max(headers, key=lambda one: (len(one.places), -one.row), default=None)
    if known is None or not known.places:
        return None
    header = _with_contents(known, grid, words)
    places = header.places if by_contents else known.places
    return header if len(places) >= _ENOUGH and _NAMES & set(places) else None


def _with_contents(header: Header, grid: Grid, words: RegisterWords) -> Header:
    """Return the header with the columns that only their cells tell; those that are named otherwise are left."""
    cells = grid.rows[header.row]
    free = {place: text for place, text in sorted(cells.items()) if text and place not in header.places.values()}
    below = [row for number, row in grid.rows.items() if number > header.row]
    found = columns_by_content(below, tuple(free), frozenset(header.places), words)
    return replace(
        header,
        places={**header.places, **found},
        headings={**header.headings, **{column: free[place] for column, place in found.items()}},
        guessed=(*header.guessed, *found),
        unused=tuple(text for place, text in free.items() if place not in found.values()),
    )


def _header(row: int, cells: Mapping[int, str], words: RegisterWords, confirmed: Mapping[str, str]) -> Header:
    found: dict[RegisterColumn, tuple[int, bool]] = {}
    for sure, column, place in sorted(_readings(cells, words, confirmed), key=lambda one: (not one[0], one[2])):
        if column not in found and place not in {taken for taken, _ in found.values()}:
            found[column] = (place, sure)
    places = {column: place for column, (place, _) in found.items()}
    return Header(
        row=row,
        places=places,
        headings={column: cells[place] for column, place in places.items()},
        guessed=tuple(column for column, (_, sure) in found.items() if not sure),
    )


def _readings(
    cells: Mapping[int, str], words: RegisterWords, confirmed: Mapping[str, str]
) -> Iterator[tuple[bool, RegisterColumn, int]]:
    """Yield what each heading may mean, and whether that is sure. A confirmed heading that is gone settles nothing."""
    there = {bare_words(text) for text in cells.values()}
    told = {
        name: RegisterColumn(column) for column, heading in confirmed.items() if (name := bare_words(heading)) in there
    }
    free = {heading: column for heading, column in words.columns.items() if column not in told.values()}
    for place, text in cells.items():
        heading = bare_words(text)
        if known := told.get(heading) or free.get(heading):
            yield True, known, place
        elif alike := _alike(heading, free):
            yield False, alike, place


def _alike(heading: str, known: Mapping[str, RegisterColumn]) -> RegisterColumn | None:
    """Return the column that a heading is like: spelt nearly the same, or ending with its name ("Doc title")."""
    from difflib import SequenceMatcher

    own = heading.split()
    for words, column in known.items():
        theirs = words.split()
        if len(own) == len(theirs) and len(heading) > _SHORT:
            nearest = min(SequenceMatcher(None, one, other).ratio() for one, other in zip(own, theirs, strict=True))
            if nearest >= _LIKE:
                return column
    return known.get(own[-1]) if own else None


_SHORT = 3
"""Letters of a heading that has no misspelling: of so few, one more makes another word."""
