"""What is gathered while a slide streams by: shapes with their paragraphs, and the cells of its tables."""

from __future__ import annotations

from checker import BlockKind, dataclass, field

from ..pieces import Piece
from ..references import find_links

TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
_LISTS = frozenset({"body", "obj", "half", "tbl"})
_LONGEST_LABEL = 12
"""So many words can name a column; more of them in a header row are a statement, and evidence."""


@dataclass(kw_only=True, slots=True)
class Line:
    """A paragraph of a shape. `bullet` is `None` where the paragraph leaves it to the shape's place on the slide."""

    words: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    bullet: bool | None = None

    def texts(self) -> list[str]:
        """Return its lines without the blanks around them."""
        return [text for part in "".join(self.words).split("\n") if (text := " ".join(part.split()))]


@dataclass(kw_only=True, slots=True)
class Shape:
    """A shape, or a cell of a table (`cell` is then its place, and `is_label` says that it stands in the top row)."""

    role: str = ""
    cell: str | None = None
    is_label: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def is_title(self) -> bool:
        """Whether it holds the slide's title."""
        return self.role in TITLES

    def pieces(self, slide: int, title_level: int) -> list[Piece]:
        """Return the blocks that the shape becomes; a title is one block however many lines it has."""
        if self.is_title:
            text = " ".join(text for line in self.lines for text in line.texts())
            return [Piece(text=text, kind=BlockKind.HEADING, level=title_level, page=slide)] if text else []
        return [
            Piece(
                text=text,
                kind=self._kind(line, text),
                page=slide,
                cell=self.cell,
                links=find_links(text, line.links),
            )
            for line in self.lines
            for text in line.texts()
        ]

    def _kind(self, line: Line, text: str) -> BlockKind:
        if self.role in _FURNITURE or (self.is_label and len(text.split()) <= _LONGEST_LABEL):
            return BlockKind.FURNITURE
        if self.cell:
            return BlockKind.TABLE_CELL
        is_list = self.role in _LISTS if line.bullet is None else line.bullet
        return BlockKind.LIST_ITEM if is_list else BlockKind.PARAGRAPH
