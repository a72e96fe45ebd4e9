"""Finds the header row of a register and what each of its columns is. Part of `register`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.document_names import bare_words
from checker.domain.register import RegisterColumn
from checker.grid import Grid
from checker.stages.register.contents import columns_by_content, mean_nothing
from checker.stages.register.words import RegisterWords
from checker.values import dataclass, field, replace

ROWS_SEARCHED = 15
_ENOUGH = 2
_LIKE = 0.75
_LIKE_IF_SHORT = 0.8
_SHORT = 5
_TOO_SHORT = 4
"""Letters of a heading that has no misspelling: of so few, another one makes another word ("Line", "Data", "Tile")."""

_TO_CONFIRM = frozenset({RegisterColumn.TITLE, RegisterColumn.KIND})
"""What cells tell least surely: remarks look like titles, and types of anything like kinds of document."""

_NAMES = frozenset({RegisterColumn.TITLE, RegisterColumn.FILE, RegisterColumn.LINK, RegisterColumn.REF})


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """
    The header row: its number, the columns by what they are, and their headings.

    `guessed` columns have a heading that is only like a known one, or are told by what stands in them; `proposed` are
    headings of what could as well be something else, which nobody has confirmed; `unused` are headings that mean
    nothing here.
    """

    row: int
    places: Mapping[RegisterColumn, int] = field(default_factory=dict)
    headings: Mapping[RegisterColumn, str] = field(default_factory=dict)
    guessed: tuple[RegisterColumn, ...] = ()
    proposed: Mapping[RegisterColumn, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()


def find_header(
    grid: Grid, words: RegisterWords, confirmed: Mapping[str, str], *, by_contents: bool = False
) -> Header | None:
    """
    Return the header of a sheet, or `None` if it holds no register.

    It is the row with the most known headings among the first fifteen; it needs two of them, one of which names the
    evidence: title, file, link or reference. `confirmed` are headings by column, as the settings have them; an empty
    one says that no heading is that column. What the other columns hold is guessed by their cells; with `by_contents`
    one known heading is enough if these tell the rest.
    """
    first = [(number, cells) for number, cells in grid.rows.items()][:ROWS_SEARCHED]
    headers = [_header(number, cells, words, confirmed) for number, cells in first]
    known = max(headers, key=lambda one: (len(one.places), -one.row), default=None)
    if known is None or not known.places:
        return None
    header = _with_contents(known, grid, words, _refused(confirmed))
    used = header if by_contents else known
    is_one = len(used.places) + len(used.proposed) >= _ENOUGH and _NAMES & set(used.places)
    return header if is_one else None


def _refused(confirmed: Mapping[str, str]) -> frozenset[RegisterColumn]:
    """Return the columns that the register has not, as somebody has said."""
    return frozenset(RegisterColumn(column) for column, heading in confirmed.items() if not heading)


def _with_contents(header: Header, grid: Grid, words: RegisterWords, refused: frozenset[RegisterColumn]) -> Header:
    """
    Return the header with the columns that only their cells tell; those that are named otherwise are left.

    A heading that was only alike gives way where its cells say something else ("Source type" over categories).
    """
    below = [row for number, row in grid.rows.items() if number > header.row]
    freed = _without_doubtful(header, below, words)
    if freed is not header:
        told = _told_by_contents(freed, grid, below, words, refused)
        if {header.places[column] for column in header.guessed if column not in freed.places} <= set(
            told.places.values()
        ):
            return told
    return _told_by_contents(header, grid, below, words, refused)


def _without_doubtful(header: Header, below: Sequence[Mapping[int, str]], words: RegisterWords) -> Header:
    cells = {one: [row[place] for row in below if row.get(place)] for one, place in header.places.items()}
    doubtful = {column for column in header.guessed if mean_nothing(column, cells[column], words)}
    if not doubtful:
        return header
    return replace(
        header,
        places={column: place for column, place in header.places.items() if column not in doubtful},
        headings={column: heading for column, heading in header.headings.items() if column not in doubtful},
        guessed=tuple(column for column in header.guessed if column not in doubtful),
    )


def _told_by_contents(
    header: Header,
    grid: Grid,
    below: Sequence[Mapping[int, str]],
    words: RegisterWords,
    refused: frozenset[RegisterColumn],
) -> Header:
    cells = grid.rows[header.row]
    free = {place: text for place, text in sorted(cells.items()) if text and place not in header.places.values()}
    told = columns_by_content(below, tuple(free), refused | set(header.places), words)
    found = {column: place for column, place in told.items() if column not in _TO_CONFIRM}
    return replace(
        header,
        places={**header.places, **found},
        headings={**header.headings, **{column: free[place] for column, place in found.items()}},
        guessed=(*header.guessed, *found),
        proposed={column: free[place] for column, place in told.items() if column in _TO_CONFIRM},
        unused=tuple(text for place, text in free.items() if place not in told.values()),
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
    """
    Yield what each heading may mean, and whether that is sure.

    A confirmed heading that is gone settles nothing; a column of which an empty one is confirmed is no heading's.
    """
    there = {bare_words(text) for text in cells.values()}
    told = {
        name: RegisterColumn(column)
        for column, heading in confirmed.items()
        if heading and (name := bare_words(heading)) in there
    }
    taken = {*told.values(), *_refused(confirmed)}
    free = {heading: column for heading, column in words.columns.items() if column not in taken}
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
        if len(own) == len(theirs) and len(heading) > _TOO_SHORT:
            nearest = min(SequenceMatcher(None, one, other).ratio() for one, other in zip(own, theirs, strict=True))
            if nearest >= (_LIKE_IF_SHORT if len(heading) <= _SHORT else _LIKE):
                return column
    return known.get(own[-1]) if own else None
