"""What is gathered while a part of a Word file streams by: paragraphs, runs, tables, and what they become."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker import BlockKind

from .styles import Style
from .tables import Table

_MOST_WORDS_OF_A_HEADING = 12
_MOST_WORDS_OF_AN_ENTRY = 25
_BOLD_LEVEL = 6
"""A short paragraph in bold is taken for a heading below all real ones."""
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!?;,…][\"'’”)\]]*$")
_ENDS_OR_ANNOUNCES = re.compile(r"[.!?…:;][\"'’”)\]]*$")


@dataclass(kw_only=True, slots=True)
class Piece:
    """One block to be: its words, kind, level of a heading, and place in a table."""

    text: str
    kind: BlockKind
    level: int = 0
    cell: str = ""
    title: bool = False


@dataclass(kw_only=True, slots=True)
class Run:
    """A stretch of one look; `None` leaves it to the paragraph's style."""

    style: Style = field(default_factory=Style)
    bold: bool | None = None
    hidden: bool | None = None


@dataclass(kw_only=True, slots=True)
class Paragraph:
    """A paragraph being gathered. `inner` holds what stands in its text boxes."""

    style: Style
    words: list[str] = field(default_factory=list)
    hidden_words: list[str] = field(default_factory=list)
    deleted_words: list[str] = field(default_factory=list)
    level: int | None = None
    is_list: bool | None = None
    all_bold: bool = True
    in_contents: bool = False
    inner: list[Piece] = field(default_factory=list)

    def add(self, words: str, run: Run) -> None:
        """Add words with the look of their run; hidden ones are kept apart."""
        if first_said(run.hidden, run.style.hidden, self.style.hidden):
            self.hidden_words.append(words)
            return
        self.words.append(words)
        if not words.isspace():
            self.all_bold &= first_said(run.bold, run.style.bold, self.style.bold)

    def pieces(self, table: Table | None, kind: BlockKind | None) -> Iterator[Piece]:
        """Yield the blocks that the paragraph becomes; `kind` is that of a part which has its own (footnotes)."""
        lines = _lines("".join(self.words))
        if not lines:
            return
        what, level = (kind, 0) if kind else self._kind(" ".join(lines), table)
        cell = table.cell if table else ""
        title = self.style.title
        if what is BlockKind.HEADING:
            lines = [" ".join(lines)]
        for line in lines:
            yield Piece(text=line, kind=what, level=level, cell=cell, title=title)

    def _kind(self, text: str, table: Table | None) -> tuple[BlockKind, int]:
        words = len(text.split())
        level = self.level if self.level is not None else self.style.level
        is_entry = words <= _MOST_WORDS_OF_AN_ENTRY and not _ENDS_LIKE_A_SENTENCE.search(text)
        if self.style.contents or (self.in_contents and is_entry):
            return BlockKind.CONTENTS, 0
        if level and words <= 3 * _MOST_WORDS_OF_A_HEADING:
            return BlockKind.HEADING, level
        short = words <= _MOST_WORDS_OF_A_HEADING and not _ENDS_LIKE_A_SENTENCE.search(text)
        if table:
            return BlockKind.FURNITURE if table.is_label_row and short else BlockKind.TABLE_CELL, 0
        if first_said(self.is_list, self.style.is_list):
            return BlockKind.LIST_ITEM, 0
        return (BlockKind.HEADING, _BOLD_LEVEL) if short and self.all_bold else (BlockKind.PARAGRAPH, 0)


def first_said(*answers: bool | None) -> bool:
    """Return the first answer that is not left open, else `False`."""
    return next((answer for answer in answers if answer is not None), False)


def _lines(text: str) -> list[str]:
    """Cut at line breaks within the paragraph, but not within a sentence."""
    lines: list[str] = []
    for part in text.split("\n"):
        words = part.strip()
        if not any(letter.isalnum() for letter in words):
            continue
        if lines and words[0].islower() and not _ENDS_OR_ANNOUNCES.search(lines[-1]):
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    return lines
