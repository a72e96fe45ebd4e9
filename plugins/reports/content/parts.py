"""
The parts that a human report is made of.

Text in them is raw: each format escapes every piece by its own rules, so that no document can smuggle markup in.
"""

from __future__ import annotations

from typing import TypeAlias

from checker import dataclass, replace

from ..charts import Drawing


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the weight of their sentence."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: `#anchor` in this report, or an https address."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Tag:
    """
    A status or outcome in words; `value` is its id as in the JSON report.

    `family` says of what: `status` of an expectation, `outcome` of a rule, `read` of a file, `cell` of the matrix.
    """

    text: str
    value: str
    family: str = "status"


Piece: TypeAlias = str | Strong | Link | Tag
Line: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Belongs:
    """
    Whose a part is, in words, so that people can narrow a report down to what is theirs.

    With an `outcome` it is about one finding; without, it holds such parts and is shown where one of them is.
    """

    statement: str
    outcome: str = ""
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """
    A heading; levels start at 1, do not skip, and only one has level 1. `new_page`: it begins one. `short` names it in
    a list of contents. `belongs` speaks for its whole section.
    """

    level: int
    text: str
    anchor: str = ""
    tag: Tag | None = None
    new_page: bool = False
    short: str = ""
    belongs: Belongs | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph; `style` is empty, `lead`, `note` or `warning`."""

    line: Line
    style: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Items:
    """A list."""

    items: tuple[Line, ...]
    ordered: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """Short facts, each with its name."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """
    A table whose first column names the row. `to_fill`: empty cells are for people to write in.

    `belongs` says for each row whose it is; empty where rows are not to be narrowed down.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    note: str = ""
    to_fill: bool = False
    belongs: tuple[Belongs, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """A sentence of a document: whose voice, where it stands, and what it counts as (`value` is its polarity)."""

    text: str
    label: str
    source: str
    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """Parts that belong together, such as a gap; `value` is an outcome, `warning` or `question`."""

    parts: tuple[Part, ...]
    value: str
    anchor: str = ""
    belongs: Belongs | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Parts that stand for one of the things that a report lists, such as an expectation."""

    parts: tuple[Part, ...]
    belongs: Belongs


@dataclass(frozen=True, kw_only=True, slots=True)
class Fold:
    """
    Parts that a reader opens on demand, where the format can do that.

    `about` tells apart folds of one name for readers who meet the name alone.
    """

    summary: str
    parts: tuple[Part, ...]
    about: str = ""

    @property
    def name(self) -> str:
        """What it is called in full."""
        return f"{self.summary}: {self.about}" if self.about else self.summary


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Parts that a wide page may lay side by side; everywhere else they follow each other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """
    A chart and the table behind it, which says the same in full; a format without pictures shows only that.

    `headline` tells the message, `told` how to read the chart.
    """

    headline: str
    told: str
    drawing: Drawing
    table: Table


Part: TypeAlias = Heading | Paragraph | Items | Facts | Table | Quote | Box | Entry | Fold | Group | Chart


@dataclass(frozen=True, kw_only=True, slots=True)
class Extent:
    """
    How much a format shows before it says how many more there are. Counts are always complete.

    `brief` leaves out what a reader of one screen after another does not miss: why things matter, where each document
    stands, what a rule cannot tell.
    """

    brief: bool = False
    quotes: int = 5
    phrases: int = 60
    documents: int = 50
    rows: int = 1_000_000
    sentences: int = 20


def told(line: Line) -> Line:
    """Return a line for formats that cannot frame a tag: words that follow one are set off by a colon."""
    following = (*line[1:], "")
    return tuple(
        replace(piece, text=f"{piece.text}:") if isinstance(piece, Tag) and _begins_with_word(after) else piece
        for piece, after in zip(line, following, strict=True)
    )


def _begins_with_word(piece: Piece) -> bool:
    return isinstance(piece, str) and piece[:2].strip().isalnum()


def words(text: str) -> Line:
    """Return a line of plain words."""
    return (text,)


def text_of(line: Line) -> str:
    """Return a line without its marks."""
    return "".join(_piece(piece) for piece in told(line))


def _piece(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text
