"""Cuts a run of lines into pieces: paragraphs, items of lists, lines of a contents table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from checker import BlockKind

from .lines import BULLETS, Line, ends_sentence
from .runs import Run

_BULLET = re.compile(rf"(?:[{''.join(sorted(BULLETS))}]|[-–—*o](?= ))\s*")
_ITEM_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)])\s+\S")
_LEADERS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,})\s*(?:\d{1,4}|[ivxl]{1,6})?$")
_GAP = 1.22
"""A distance between lines, in usual ones, that only stands between paragraphs."""
_PITCH_UNKNOWN = 1.35
_ENOUGH_LINES = 40
_PAGE_NUMBER = "0123456789ivxlIVXL "
_LEADERS_END = ("..", " .", "……", "__")
_BULLET_START = BULLETS | frozenset("-–—*o")
_OTHER_SIZE = 0.07
_INDENT = 0.6
_SHORT = 0.8

Pitches = dict[int, float]


@dataclass(kw_only=True, slots=True)
class Piece:
    """A stretch of text that belongs together. `run` is where it stands; `bullet`: its first line begins with one."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    cell: str = ""
    bullet: bool = False
    gap_above: bool = False
    text: str = field(default="", init=False)


def usual_pitches(pages: Iterable[Sequence[Line]]) -> Pitches:
    """Return the usual distance of lines for each size of letters, by the first lines of each page."""
    counts: dict[int, dict[int, int]] = {}
    for lines in pages:
        for one, other in pairwise(lines[:_ENOUGH_LINES]):
            distance, size = one.y - other.y, other.size
            if 0 < distance < 3 * size:
                found = counts.setdefault(int(size), {})
                tenths = int(10 * distance + 0.5)
                found[tenths] = found.get(tenths, 0) + 1
    return {size: _most_usual(found) / 10 for size, found in counts.items()}


def _most_usual(counts: Mapping[int, int]) -> int:
    """Return the most frequent value; of equally frequent ones the smallest."""
    return min(counts, key=lambda value: (-counts[value], value))


def pieces_of(run: Run, pitches: Pitches) -> list[Piece]:
    """Return the pieces of a run."""
    cutter = _Cutter(run, pitches)
    for line in run.lines:
        cutter.take(line)
    return cutter.pieces


def _is_numbered(text: str) -> bool:
    """Whether a line begins with the number or the letter of an item."""
    return (text[1:2] in ".)" or text[2:3] in ".)" or text[0] == "(") and _ITEM_NUMBER.match(text) is not None


class _Cutter:
    """Takes the lines of one run in turn."""

    def __init__(self, run: Run, pitches: Pitches) -> None:
        self.pieces: list[Piece] = []
        self._cell = f"r{run.row}c{run.column}" if run.is_cell else ""
        self._pitches = pitches
        longest = max(run.lines, key=lambda line: len(line.text))
        self._longest, self._size = len(longest.text), longest.size
        self._full = _SHORT * self._longest
        self._pitch = 0.0
        self._is_contents = False

    def take(self, line: Line) -> None:
        """Add a line to the piece that it goes on with, or begin a new one."""
        text = line.text
        if text.rstrip(_PAGE_NUMBER).endswith(_LEADERS_END) and _LEADERS.search(text):
            self.pieces.append(Piece(lines=[line], kind=BlockKind.CONTENTS))
            return
        bullet = text[0] in _BULLET_START and _BULLET.match(text) is not None
        if not self.pieces or bullet or self._begins_anew(self.pieces[-1], line):
            self.pieces.append(self._new(line, bullet))
            self._pitch = 0.0
        else:
            lines = self.pieces[-1].lines
            self._pitch = lines[-1].y - line.y
            lines.append(line)

    def _new(self, line: Line, bullet: bool) -> Piece:
        if bullet:
            line = line._replace(text=_BULLET.sub("", line.text, count=1))
        piece = Piece(lines=[line], cell=self._cell, bullet=bullet)
        piece.gap_above = not self.pieces or self._is_gap(self.pieces[-1].lines[-1], line)
        if self._cell:
            piece.kind = BlockKind.TABLE_CELL
        elif bullet or _is_numbered(line.text):
            piece.kind = BlockKind.LIST_ITEM
        return piece

    def _begins_anew(self, piece: Piece, line: Line) -> bool:
        before = piece.lines[-1]
        if piece.kind is BlockKind.CONTENTS or abs(before.size - line.size) > _OTHER_SIZE * before.size:
            return True
        if self._is_gap(before, line):
            return True
        text = line.text
        if _is_numbered(text) and (piece.kind is BlockKind.LIST_ITEM or ends_sentence(before.text)):
            return True
        return not text[0].islower() and (self._is_short(before, line) or self._is_indented(piece, line))

    def _is_gap(self, before: Line, line: Line) -> bool:
        usual = self._pitches.get(int(line.size)) or _PITCH_UNKNOWN * line.size
        pitch = min(self._pitch, usual) if self._pitch else usual
        return before.y - line.y > _GAP * pitch

    def _is_short(self, before: Line, line: Line) -> bool:
        """Whether the next word would have had room in the line before. Larger letters fill a line with fewer words."""
        if len(before.text) >= self._full:  # so most lines are
            return False
        first_word = line.text.find(" ") % (len(line.text) + 1)
        room = self._longest * min(self._size / before.size, 1.0) if before.size else self._longest
        return len(before.text) + 1 + first_word < _SHORT * room

    def _is_indented(self, piece: Piece, line: Line) -> bool:
        """Whether a line is set in or out against a piece that has come to the end of a sentence."""
        inward = line.x - piece.lines[-1].x
        if abs(inward) <= _INDENT * line.size or not ends_sentence(piece.lines[-1].text):
            return False
        is_first = len(piece.lines) == 1
        return not (is_first and (piece.kind is BlockKind.LIST_ITEM or inward < 0))
