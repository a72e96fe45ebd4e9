"""Paragraphs of an OpenDocument file while they stream by, and the pieces that they become."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import BlockKind, dataclass, field

from ..pieces import Piece
from ..references import find_links
from .styles import Style

LINE_BREAK = "\v"
"""Stands for a line break within a paragraph: a character that no file can hold as text."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_HAS_A_WORD = re.compile(r"[^\W_]")
_LONGEST_LABEL = 12


@dataclass(kw_only=True, slots=True)
class Line:
    """
    A paragraph or heading being gathered. `apart` holds words that are not printed as they stand, by what they are.
    `inner` holds what stands in its frames.
    """

    style: Style
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    page: int | None = None
    cell: str | None = None
    is_title: bool = False
    words: list[str] = field(default_factory=list)
    apart: dict[str, list[str]] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    inner: list[Piece] = field(default_factory=list)

    def set_apart(self, kind: str, words: str) -> None:
        """Keep words that are hidden, inserted or highlighted."""
        self.apart.setdefault(kind, []).append(words)

    def pieces(self) -> Iterator[Piece]:
        """Yield the blocks that the paragraph becomes, one for each of its lines, then those of its frames."""
        links = list(self.links)
        for text in self.texts():
            is_words = _HAS_A_WORD.search(text)
            yield Piece(
                text=text,
                kind=self.kind if is_words else BlockKind.FURNITURE,
                level=self.level if is_words else 0,
                page=self.page,
                cell=self.cell,
                title=self.is_title,
                links=find_links(text, links) if links and self.kind is not BlockKind.CONTENTS else (),
            )
        yield from self.inner

    def texts(self) -> list[str]:
        """Return its lines. Blanks count once, as the format has it; a heading is one line."""
        text = "".join(self.words)
        parts = [text] if self.kind is BlockKind.HEADING else text.split(LINE_BREAK)
        return [line for part in parts if (line := _BLANKS.sub(" ", part.replace(LINE_BREAK, " ")).strip())]

    def become_label(self) -> None:
        """Take over that it stands in a header row: a short text there is a label and no evidence."""
        if all(len(text.split()) <= _LONGEST_LABEL for text in self.texts()):
            self.kind = BlockKind.FURNITURE
