"""What persons decided about findings: waivers and attestations. Neither ever turns a gap into something met."""

from __future__ import annotations

from enum import StrEnum

from checker.values import dataclass


class Method(StrEnum):
    """How somebody who attests came to know: read it, asked people, tried it."""

    EXAMINE = "examine"
    INTERVIEW = "interview"
    TEST = "test"


class DecisionState(StrEnum):
    """
    How a waiver or an attestation stands on the day of the assessment.

    `UNUSED`: its gap is not among the gaps of this run, or it must be confirmed for it. `NOT_ASKED`: its
    statement is out of scope.
    """

    IN_FORCE = "in force"
    EXPIRED = "expired"
    NOT_YET = "not yet in force"
    UNUSED = "unused"
    NOT_ASKED = "not asked in this run"


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """
    What a person decided about the finding with this gap id. Both days (ISO) are inclusive; there is always an end.

    `place` says where it is written, for messages. `to_confirm` names the column in which a new day confirms it: it was
    taken over to a gap that is only like the one it was made for, and counts for nothing before that.
    """

    gap_id: str
    person: str
    role: str
    reason: str
    start: str
    end: str
    place: str = ""
    to_confirm: str = ""

    def covers(self, day: str) -> bool:
        """Whether the decision is in force on an ISO day."""
        return self.start <= day <= self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiver(Decision):
    """A gap that is accepted for a time: it stays a gap, listed, and is not open. `risk` says what is accepted."""

    risk: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Attestation(Decision):
    """
    A person's word for what documents do not show. `evidence` are sha256 of the files that it rests on, in hex, or
    their beginnings; where one of them is no longer among the documents, the attestation is suspect.
    """

    method: Method
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedWaiver:
    """A waiver as the report lists it, with how it stands. `ends_soon`: it lapses within 30 days."""

    gap_id: str
    person: str
    role: str
    reason: str
    risk: str
    start: str
    end: str
    state: DecisionState
    ends_soon: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedAttestation:
    """An attestation as the report lists it. `suspect`: what it rests on has changed since."""

    gap_id: str
    person: str
    role: str
    reason: str
    method: Method
    start: str
    end: str
    state: DecisionState
    evidence: tuple[str, ...] = ()
    suspect: bool = False
    ends_soon: bool = False
