"""What to look at before a report or the evidence leaves the team."""

from __future__ import annotations

from enum import StrEnum

from checker.values import dataclass

MOST_PLACES = 20
"""So many places are named of each document and kind; counts are complete."""


class Matter(StrEnum):
    """What there is to look at; the order of the members is the order in which it is told."""

    PERSONAL_DATA = "personal data"
    HIDDEN = "hidden matter"
    RESIDUE = "draft residue"
    NOT_READ = "not read in full"
    COPY = "copy"


@dataclass(frozen=True, kw_only=True, slots=True)
class MaskedPlace:
    """Where personal data of one `kind` was masked: a line, page or cell, the file's name, hidden matter."""

    kind: str
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Concern:
    """
    One thing in one document to look at before anything is shared.

    `kind` says what it is within its `matter` ("NHS number", "comment"; for what was not read the reason, for a copy
    the document that it copies). `count` is complete, `places` are the first few.
    """

    matter: Matter
    document: str
    kind: str
    count: int = 1
    places: tuple[str, ...] = ()
