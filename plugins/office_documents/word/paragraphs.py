"""What is gathered while a paragraph of a Word file streams by, and the pieces that it becomes."""

from __future__ import annotations

import re

from checker import BlockKind, dataclass, field

from ..pieces import Piece
from ..references import find_links
from .styles import PLAIN, Style
from .tables import Table

_MOST_WORDS_OF_A_HEADING = 12
_MOST_WORDS_OF_AN_ENTRY = 25
_BOLD_LEVEL = 6
"""A short paragraph in bold is taken for a heading below all real ones."""
_SENTENCE_ENDS, _CLOSING = frozenset(".!?;,…"), "\"'’”)]"
_ENDS_OR_ANNOUNCES = re.compile(r"[.!?…:;][\"'’”)\]]{0,3}$")
_HAS_A_WORD = re.compile(r"[^\W_]")


@dataclass(kw_only=True, slots=True)
class Run:
    """A stretch of one look; `None` leaves it to the paragraph's style."""

    style: Style = PLAIN
    bold: bool | None = None
    hidden: bool | None = None
    white: bool | None = None
    shaded: bool | None = None
    highlighted: bool = False


@dataclass(kw_only=True, slots=True)
class Paragraph:
    """
    A paragraph being gathered. `apart` holds words that are not printed as they stand, by what they are (`hidden
    text` …). `inner` holds what stands in its text boxes and drawings.
    """

    style: Style
    words: list[str] = field(default_factory=list)
    apart: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    level: int | None = None
    is_list: bool | None = None
    shaded: bool | None = None
    has_light_words: bool = False
    in_contents: bool = False
    mark_deleted: bool = False
    page: int | None = None
    inner: list[Piece] = field(default_factory=list)

    def add(self, words: str, run: Run | None, *, on_white: bool) -> None:
        """Add words with the look of their run (`None`: that of the paragraph); hidden ones are kept apart."""
        run = run or _PLAIN_RUN
        kind = self._hidden_kind(run, on_white=on_white)
        if kind:
            self.set_apart(kind, words)
            return
        self.words.append(words)
        if run.highlighted:
            self.set_apart("highlight", words)
        if not self.has_light_words and not words.isspace():
            self.has_light_words = not first_said(run.bold, run.style.bold, self.style.bold)

    def add_plain(self, words: str) -> None:
        """Add words of which nothing is said but by a style that hides nothing."""
        self.words.append(words)
        if not self.has_light_words and not words.isspace():
            self.has_light_words = not self.style.bold

    def set_apart(self, kind: str, words: str) -> None:
        """Keep words that are hidden, deleted, inserted or highlighted."""
        self.apart.setdefault(kind, []).append(words)

    def _hidden_kind(self, run: Run, *, on_white: bool) -> str:
        if first_said(run.hidden, run.style.hidden, self.style.hidden):
            return "hidden text"
        white = first_said(run.white, run.style.white, self.style.white)
        shaded = first_said(run.shaded, self.shaded, run.style.shaded, self.style.shaded)
        return "white text" if white and on_white and not shaded else ""

    @property
    def has_heading_style(self) -> bool:
        """Whether its style or outline level makes it a heading."""
        return bool(self.level if self.level is not None else self.style.level)

    def pieces(self, table: Table | None, kind: BlockKind | None) -> list[Piece]:
        """Return the blocks that the paragraph becomes; `kind` is that of a part which has its own (footnotes)."""
        text = "".join(self.words)
        lines = _lines(text) if "\n" in text else [text.strip()]
        whole = lines[0] if len(lines) == 1 else " ".join(lines)
        if not whole:
            return []
        what, level = (kind, 0) if kind else self._kind(whole, table)
        if what is BlockKind.HEADING:
            lines = [whole]
        cell, links = table.cell if table else None, self.links and list(self.links)
        pieces = []
        for line in lines:
            piece = Piece(text=line, kind=what, level=level, cell=cell, page=self.page, title=bool(self.style.title))
            if not (line[0].isalnum() or _HAS_A_WORD.search(line)):
                piece.kind, piece.level = BlockKind.FURNITURE, 0
            if links and what is not BlockKind.CONTENTS:
                piece.links = find_links(line, links)
            pieces.append(piece)
        return pieces

    def _kind(self, text: str, table: Table | None) -> tuple[BlockKind, int]:
        words = text.count(" ") + 1
        level = self.level if self.level is not None else self.style.level
        ends = text[-4:].rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS  # behind the stop there may be three more signs
        if self.style.contents or (self.in_contents and words <= _MOST_WORDS_OF_AN_ENTRY and not ends):
            return BlockKind.CONTENTS, 0
        if level and words <= 3 * _MOST_WORDS_OF_A_HEADING:
            return BlockKind.HEADING, level
        short = words <= _MOST_WORDS_OF_A_HEADING and not ends
        if table:
            return BlockKind.FURNITURE if table.is_label_row and short else BlockKind.TABLE_CELL, 0
        if first_said(self.is_list, self.style.is_list):
            return BlockKind.LIST_ITEM, 0
        return (BlockKind.PARAGRAPH, 0) if self.has_light_words or not short else (BlockKind.HEADING, _BOLD_LEVEL)


_PLAIN_RUN = Run()


def first_said(*answers: bool | None) -> bool:
    """Return the first answer that is not left open, else `False`."""
    for answer in answers:
        if answer is not None:
            return answer
    return False


def _lines(text: str) -> list[str]:
    """Cut at line breaks within the paragraph, but not within a sentence."""
    lines: list[list[str]] = []
    for part in text.split("\n"):
        words = part.strip()
        if lines and words[:1].islower() and not _ENDS_OR_ANNOUNCES.search(lines[-1][-1]):
            lines[-1].append(words)
        elif words:
            lines.append([words])
    return [" ".join(parts) for parts in lines]
