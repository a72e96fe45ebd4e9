"""A document as an observer looks at it: units of text with their cues, tables and labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from checker import Block, BlockKind, Document, Passage, Recognised, Sentence, dataclass, field, late_pattern

from .words import CraftWords, Cue

_CELL = late_pattern(r"(?:.*/)?r(\d+)c(\d+)$|([A-Z]{1,3})(\d+)$")
_NUMBER = late_pattern(r"[£$€]?[\d.,]{1,20}\s?%?")
_SKIPPED = frozenset({BlockKind.STANDARD_TEXT, BlockKind.CONTENTS, BlockKind.METADATA})


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with what is known of it."""

    start: int
    end: int
    passage: Passage
    block: Block
    cues: dict[str, list[Cue]]

    def of(self, *roles: str) -> list[Cue]:
        """Return its cues of these roles, in the order of the roles."""
        if len(roles) == 1:
            return self.cues.get(roles[0], [])
        return [cue for role in roles for cue in self.cues.get(role, ())]

    def has(self, *roles: str) -> bool:
        """Whether it has a cue of one of these roles."""
        return not self.cues.keys().isdisjoint(roles)


@dataclass(slots=True)
class Unit:
    """
    What belongs together: a paragraph, a list item, a row of a table, a heading.

    `around` are texts that speak for the whole unit: headings above, the caption of a table, labels of its columns by
    column. `known` are the roles of its cues, once they were asked for.
    """

    lines: list[Line]
    around: tuple[str, ...] = ()
    columns: dict[int, str] = field(default_factory=dict)
    known: frozenset[str] | None = None

    @property
    def kind(self) -> BlockKind:
        """What it is on the page."""
        return self.lines[0].block.kind

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.lines[-1].end

    def has(self, *roles: str) -> bool:
        """Whether one of its sentences has a cue of these roles."""
        return not self._roles().isdisjoint(roles)

    def of(self, *roles: str) -> list[Cue]:
        """Return the cues of its sentences."""
        if not self.has(*roles):
            return []
        return [cue for line in self.lines for cue in line.of(*roles)]

    def _roles(self) -> frozenset[str]:
        if self.known is None:
            self.known = frozenset(role for line in self.lines for role in line.cues)
        return self.known


class View:
    """A document with its units, in the order of the text. Texts of standards and contents are left out."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        passages: Sequence[Passage],
        recognised: Recognised,
        words: CraftWords,
    ) -> None:
        self.document = document
        self.text = document.text
        self.recognised = recognised
        self.words = words
        self._sentences = sentences
        self._passages = passages

    @cached_property
    def lines(self) -> list[Line]:
        """Every sentence that is looked at."""
        blocks = self.document.blocks or (Block(start=0, end=len(self.text)),)
        spans = [(passage.start, passage.end) for passage in self._passages]
        cues = self.words.find(self.text, spans)
        return [
            Line(passage.start, passage.end, passage, blocks[sentence.block], found)
            for passage, sentence, found in zip(self._passages, self._sentences, cues, strict=True)
            if blocks[sentence.block].kind not in _SKIPPED
        ]

    @cached_property
    def units(self) -> list[Unit]:
        """Sentences put together."""
        return list(_units(self.lines))


def _units(lines: Sequence[Line]) -> Iterator[Unit]:
    at = 0
    caption = ""
    columns: dict[int, str] = {}
    table: tuple[str | None, int] | None = None
    alone = False
    while at < len(lines):
        stop = _unit_end(lines, at)
        own = lines[at:stop]
        block = own[0].block
        row, _ = cell_of(block)
        if row:
            here = (block.sheet, row)
            if table is None or here[0] != table[0] or here[1] < table[1] or (alone and _is_header(own)):
                columns = {cell_of(line.block)[1]: line.passage.text for line in own}
            table, alone = here, len(own) == 1
        else:
            table, columns = None, {}
            caption = own[-1].passage.text
        around = (*block.heading_path, *((caption,) if row else ()), *((block.sheet,) if block.sheet else ()))
        yield Unit(lines=list(own), around=around, columns=dict(columns) if row else {})
        at = stop


def _is_header(row: Sequence[Line]) -> bool:
    """Whether a row below a title or note that is alone in its row names columns: several cells, none a number."""
    return len(row) > 1 and not any(_NUMBER.fullmatch(line.passage.text.strip()) for line in row)


def _unit_end(lines: Sequence[Line], at: int) -> int:
    first = lines[at].block
    row, _ = cell_of(first)
    stop = at + 1
    while stop < len(lines):
        block = lines[stop].block
        same_row = bool(row) and cell_of(block)[0] == row and block.sheet == first.sheet
        if block is not first and not same_row:
            break
        stop += 1
    return stop


def cell_of(block: Block) -> tuple[int, int]:
    """Return row and column of a block in a table, counted from 1; 0 and 0 for any other block."""
    found = _CELL.match(block.cell) if block.cell else None
    if not found:
        return 0, 0
    if found[1]:
        return int(found[1]), int(found[2])
    column = 0
    for letter in found[3]:
        column = column * 26 + ord(letter) - 64
    return int(found[4]), column
