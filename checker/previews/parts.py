"""The few parts that written-out packs are made of; each format lays them out in its own way."""

from __future__ import annotations

from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the document."""

    level: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """Some sentences. `note` marks what qualifies the rest."""

    text: str
    note: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Items:
    """A list under a title, one item a line; `running`: one after the other, since they are many."""

    title: str
    items: tuple[str, ...]
    running: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Sources:
    """Sources with their status; an address may be empty."""

    sources: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """Rows under named columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SignOff:
    """Room for a person's decision about what stands above, and for name and date."""

    about: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PageLink:
    """A link to another page, with a few words about it."""

    text: str
    target: str
    about: str = ""


Part = Heading | Paragraph | Items | Sources | Table | SignOff | PageLink
