"""Documents: what a reader returns and what the engine makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from checker.values import dataclass, field

TEXT_LIMIT = 1_000_000
"""In characters, some 400 pages: what a document says beyond is not read, so that one file cannot stop a run. A reader
may stop as soon as its blocks hold more: the engine then cuts the text and says so."""

WHOLE_TEXT_LIMIT = 20_000_000
"""In characters, with what stands in no block: the rows of a large table that say nothing new."""

SENTENCE_LIMIT = 60_000
"""How many sentences, cells and lines of a document are looked at, for the same reason."""


class ReadStatus(StrEnum):
    """How far a file could be read. An empty text from a non-empty file is never `ok`."""

    OK = "ok"
    PARTIAL = "partial"
    FAILED = "failed"


class DocumentKind(StrEnum):
    """Kinds of document; the kind decides whose voice an unattributed sentence has."""

    SELF_ASSESSMENT = "self-assessment"
    INSPECTION_REPORT = "inspection-report"
    STRATEGY_OR_POLICY = "strategy-or-policy"
    AGREEMENT = "agreement"
    MINUTES = "minutes"
    FEEDBACK = "feedback"
    DATA = "data"
    OTHER = "other"


class BlockKind(StrEnum):
    """
    What a stretch of text is on the page. Only `PARAGRAPH`, `LIST_ITEM`, `TABLE_CELL`, `QUOTE` and `FOOTNOTE` can be
    evidence.
    """

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"
    FURNITURE = "furniture"
    STANDARD_TEXT = "standard-text"
    METADATA = "metadata"

    @property
    def can_be_evidence(self) -> bool:
        """Whether sentences of such a block may be marked as evidence."""
        return self in _EVIDENCE_BLOCKS


_EVIDENCE_BLOCKS = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.QUOTE, BlockKind.FOOTNOTE}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """
    A file to read: its `name` as reports show it, and its bytes. `sha256` is of `data`, in hex.

    `every_cell`: its rows are read as records (a register, an action plan), so a reader of tables gives a block for
    each cell. Without it, cells of a large table that say nothing new need no block of their own.
    """

    name: str
    data: bytes
    sha256: str
    every_cell: bool = False

    @property
    def suffix(self) -> str:
        """Lower-case suffix of the name with its dot, or empty."""
        last = self.name.rsplit("/", 1)[-1].rsplit("!", 1)[-1]
        return "." + last.rsplit(".", 1)[1].lower() if "." in last[1:] else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """
    A stretch of a document's text: `start` to `end` in Unicode code points, end exclusive.

    Blocks do not overlap and stand in the order of the text. `level` is the depth of a heading (1 is the top), else 0.
    `heading_path` names the headings above. `line` counts from 1; `page`, `sheet` and `cell` where the format has them.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    heading_path: tuple[str, ...] = ()
    line: int | None = None
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HiddenMatter:
    """
    Something in a file that a reader of the printed page does not see: a comment, a tracked change, a hidden sheet …
    """

    kind: str
    place: str
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A reference in the text, `start` to `end` in code points: `target` is where it leads, as written in the file."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """
    A file inside another: a member of an archive, an attachment of a letter.

    `name` is its own name inside the container. `problem` says in plain words why it could not be taken out; its `data`
    is then empty.
    """

    name: str
    data: bytes = b""
    problem: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """
    One document as read.

    `text` is the extracted text; for `.txt` and `.md` it is the decoded file itself, so that offsets count in the file.
    `links` stand in the order of the text. `members` are files inside this one: the engine reads each of them as a
    document of its own, named `container!member`.
    `metadata` holds what the file says of itself (front matter, properties, title): keys are lower case
    (`title`, `council`, `statement`, `published_score`, `kind` …), values plain text; it is never evidence.
    """

    name: str
    text: str = ""
    blocks: tuple[Block, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[HiddenMatter, ...] = ()
    links: tuple[Link, ...] = ()
    members: tuple[Member, ...] = ()
    status: ReadStatus = ReadStatus.OK
    reason: str = ""
    reader: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """
    One sentence: `start` to `end` in the document's text, and the index of its block in `Document.blocks`.

    `countable` is false for headings, the standard's own words, contents tables, page furniture and metadata. `under`
    are the quality statements that the headings above name, by id: where a writer put it, whatever it speaks of.
    """

    start: int
    end: int
    block: int
    countable: bool = True
    under: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognised:
    """What the engine made of a document as a whole. Empty text and `None` mean "not stated"."""

    kind: DocumentKind = DocumentKind.OTHER
    kind_reason: str = ""
    title: str = ""
    council: str = ""
    statement: str = ""
    published_score: int | None = None
    default_voice: str = ""
    default_category: str = ""
    first_person_voice: str = ""
