"""The register of evidence: the sheet in which a council lists its evidence, and what that says of documents."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from checker.values import dataclass, field

CONFIRM = "please confirm it."
"""How a note ends that asks a person whether a heading was taken for the right column."""


class RegisterColumn(StrEnum):
    """What a column of a register holds."""

    REF = "ref"
    TITLE = "title"
    FILE = "file"
    LINK = "link"
    OWNER = "owner"
    SIGN_OFF = "sign-off"
    STATEMENT = "statement"
    CATEGORY = "category"
    KIND = "kind"
    DATE = "date"
    REVIEW = "review"
    STATUS = "status"


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterRow:
    """
    One row: an item of evidence. `said` are its words by column; the other fields are what they were taken for.

    `statements` and `category` are ids of the framework, `kind` is a kind of document, `date` and `review` are ISO
    dates; empty where the row says nothing that is understood. `place` names the row for messages.
    """

    place: str
    said: Mapping[RegisterColumn, str] = field(default_factory=dict)
    statements: tuple[str, ...] = ()
    category: str = ""
    kind: str = ""
    date: str = ""
    review: str = ""

    def words(self, column: RegisterColumn) -> str:
        """Return what a column says; empty if it says nothing."""
        return self.said.get(column, "")

    @property
    def name(self) -> str:
        """What the row is called in messages: reference and title, else its file, else its place."""
        named = " ".join(filter(None, (self.words(RegisterColumn.REF), self.words(RegisterColumn.TITLE))))
        return named or self.words(RegisterColumn.FILE) or self.place


@dataclass(frozen=True, kw_only=True, slots=True)
class Register:
    """
    A register as read, and how its rows and the documents of the run belong together.

    `columns` are the headings by what they were taken for; `guessed` are those that are only like a known heading;
    `proposed` are headings of what only looks like a title or kind, which is not used until somebody confirms it;
    `unused` are headings that mean nothing to the checker; `lost` are confirmed headings that are there no more, by
    what they were confirmed as. `notes` say what could not be understood, or how.
    `rows_of` gives for each document the places in `rows` that name it; `missing` are places of rows whose file is not
    there; `double` are places of rows that could mean several documents; `inside` are places of rows whose file lies in
    another (an archive, a letter): it takes nothing from its row. `unlisted` are documents that no row names.
    """

    name: str
    sha256: str = ""
    columns: Mapping[RegisterColumn, str] = field(default_factory=dict)
    guessed: tuple[RegisterColumn, ...] = ()
    proposed: Mapping[RegisterColumn, str] = field(default_factory=dict)
    unused: tuple[str, ...] = ()
    lost: Mapping[RegisterColumn, str] = field(default_factory=dict)
    rows: tuple[RegisterRow, ...] = ()
    notes: tuple[str, ...] = ()
    rows_of: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    missing: tuple[int, ...] = ()
    double: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()
    unlisted: tuple[str, ...] = ()

    def has(self, column: RegisterColumn) -> bool:
        """Whether the register has such a column."""
        return column in self.columns

    def about(self, document: str) -> tuple[RegisterRow, ...]:
        """Return the rows that name a document."""
        return tuple(self.rows[place] for place in self.rows_of.get(document, ()))


@dataclass(frozen=True, kw_only=True, slots=True)
class Tags:
    """
    What is known of a document from outside its text. Empty means "not known".

    `reasons` says for each field that is known where it comes from: the register, the front matter or the folder.
    """

    ref: str = ""
    title: str = ""
    owner: str = ""
    statements: tuple[str, ...] = ()
    category: str = ""
    kind: str = ""
    date: str = ""
    review: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)

    def over(self, other: Tags) -> Tags:
        """Return these tags, with those of `other` where these say nothing."""
        known = {name: getattr(self, name) or getattr(other, name) for name in TAG_FIELDS}
        sources = {name: self if getattr(self, name) else other for name in TAG_FIELDS}
        reasons = {name: source.reasons[name] for name, source in sources.items() if name in source.reasons}
        return Tags(**known, reasons=reasons)


FRONT_MATTER = "its front matter says so"
"""The reason of what a document says of itself."""

TAG_FIELDS = ("ref", "title", "owner", "statements", "category", "kind", "date", "review")
