"""Tells headings from paragraphs: by the file's own outline, the size and weight of letters, numbers and capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from checker import BlockKind, dataclass

from .lines import Line
from .pieces import Piece

_LARGER = 1.06
_MOST_LINES, _LONGEST = 4, 200
_LONGEST_BY_LOOK = 110
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[A-Z]")
_NO_HEADING_END = (".", ",", ";", "-", ":")
_DEEPEST = 6

Look = tuple[float, bool]
IsBold = Callable[[Line], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class OutlineEntry:
    """An entry of the file's outline (its bookmarks): `level` from 1, `page` from 1."""

    words: str
    level: int
    page: int


def body_size(pages: Iterable[Sequence[Line]]) -> float:
    """Return the size of letters in which most of a text is set; 0 for no text."""
    letters: dict[float, int] = {}
    for lines in pages:
        for line in lines:
            letters[line.size] = letters.get(line.size, 0) + len(line.text)
    rounded: Counter[float] = Counter()
    for size, count in letters.items():
        rounded[round(size * 2) / 2] += count
    return min(rounded, key=lambda size: (-rounded[size], size)) if rounded else 0.0


def mark_headings(
    pieces: Sequence[Piece], body: float, outline: Sequence[OutlineEntry], is_bold: Mapping[int, bool]
) -> None:
    """
    Make headings of the pieces that are; `is_bold` holds those that may be, by their place in `pieces`.

    Levels are the outline's; where it does not name a heading, those of headings that look the same; else the larger
    look stands higher.
    """
    stated = {(entry.page, folded(entry.words)): entry.level for entry in outline}
    looks: dict[int, Look] = {}
    levels: dict[int, int] = {}
    for number, bold in is_bold.items():
        piece = pieces[number]
        level = stated.get((piece.lines[0].page, folded(_words(piece))), 0) if stated else 0
        if level or _looks_like_one(piece, body, bold):
            looks[number] = _look(piece, bold)
            levels[number] = level
    by_look = _levels_of_looks(looks, levels)
    for number, look in looks.items():
        piece = pieces[number]
        piece.kind = BlockKind.HEADING
        piece.level = min(levels[number] or by_look[look], _DEEPEST)


def may_be_heading(piece: Piece) -> bool:
    """Whether a piece is short enough and in a place for a heading."""
    if piece.cell or piece.bullet or piece.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return False
    return len(piece.lines) <= _MOST_LINES and sum(len(line.text) for line in piece.lines) <= _LONGEST


def folded(text: str) -> str:
    """Return a text as outlines and headings are compared: letters and digits only."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _words(piece: Piece) -> str:
    return " ".join(line.text for line in piece.lines)


def _look(piece: Piece, bold: bool) -> Look:
    return round(piece.lines[0].size * 2) / 2, bold


def _looks_like_one(piece: Piece, body: float, bold: bool) -> bool:
    text = _words(piece)
    if not any(letter.isalpha() for letter in text):
        return False
    if piece.lines[0].size > body * _LARGER:
        return not (text.endswith(".") and len(text) > _LONGEST_BY_LOOK)
    if len(text) > _LONGEST_BY_LOOK or text.endswith(_NO_HEADING_END) or len(piece.lines) > 2:
        return False
    if bold:
        return True
    is_alone = piece.gap_above and len(piece.lines) == 1
    numbered = _NUMBERED.match(text)
    if numbered and piece.kind is BlockKind.PARAGRAPH:
        return is_alone
    letters = [letter for letter in text if letter.isalpha()]
    return is_alone and len(letters) >= 5 and all(letter.isupper() for letter in letters)


def _levels_of_looks(looks: Mapping[int, Look], levels: Mapping[int, int]) -> Mapping[Look, int]:
    """Return a level for every look: that of the outline's entries with it, else one below the next larger look."""
    votes: dict[Look, Counter[int]] = {}
    for number, look in looks.items():
        votes.setdefault(look, Counter())[levels[number]] += 1
    found: dict[Look, int] = {}
    above = 0
    for look in sorted(votes, reverse=True):
        known = {level: count for level, count in votes[look].items() if level}
        above = min(known, key=lambda level: (-known[level], level)) if known else above + 1
        found[look] = above
    return found
