"""Findings: one rule's conclusion, and what it rests on."""

from __future__ import annotations

from enum import StrEnum

from checker.domain.evidence import Passage
from checker.values import dataclass


class Outcome(StrEnum):
    """Outcome of a rule. `NOT_ASSESSED` is for failures only and is never good news."""

    MET = "met"
    PARTLY_MET = "partly met"
    NOT_MET = "not met"
    NEEDS_REVIEW = "needs review"
    NOT_APPLICABLE = "not applicable"
    NOT_ASSESSED = "not assessed"

    @property
    def is_gap(self) -> bool:
        """Whether this outcome is a gap."""
        return self in (Outcome.NOT_MET, Outcome.PARTLY_MET)


class Flag(StrEnum):
    """Marks beside an outcome; none of them changes it."""

    STALE = "stale"
    WAIVED = "waived"
    ATTESTED = "attested"
    SUSPECT = "suspect"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Citation:
    """
    A place in a document, `start` to `end` in code points of its text. The passage's words are in the report's
    passages.
    """

    document: str
    start: int
    end: int
    fingerprint: str = ""

    @classmethod
    def of(cls, passage: Passage) -> Citation:
        """Return the citation of a passage."""
        return cls(document=passage.document, start=passage.start, end=passage.end, fingerprint=passage.fingerprint)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """
    One rule's conclusion about one assessment.

    Presence can be quoted, absence cannot: a rule that is met, even in part, cites a passage, or says what was searched
    when it looks for a fault and finds none. `not_before`: the day (ISO) before which evidence is too old for the rule;
    empty where it does not ask for age.
    """

    rule_id: str
    outcome: Outcome
    reason: str
    citations: tuple[Passage, ...] = ()
    searched: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    item: str = ""
    not_before: str = ""

    def __post_init__(self) -> None:
        if self.outcome in (Outcome.MET, Outcome.PARTLY_MET) and not (self.citations or self.searched):
            msg = f"{self.rule_id}: outcome {self.outcome.value!r} needs a citation or a search"
            raise ValueError(msg)
        if not self.reason:
            msg = f"{self.rule_id}: a finding needs a reason"
            raise ValueError(msg)
