"""Marked passages: which expectations a sentence speaks to, for or against, who says so and how sure it is."""

from __future__ import annotations

from enum import StrEnum

from checker.values import dataclass


class Polarity(StrEnum):
    """For or against. `MIXED` is one sentence with both."""

    STRENGTH = "strength"
    SHORTFALL = "shortfall"
    MIXED = "mixed"
    PLANNED = "planned"
    NEUTRAL = "neutral"

    @property
    def reports_shortfall(self) -> bool:
        """Whether something is said against the council: a shortfall, or both sides in one sentence."""
        return self in (Polarity.SHORTFALL, Polarity.MIXED)


class Claim(StrEnum):
    """The claim ladder, lowest first: the order of the members is the order of the ladder."""

    PLANNED = "planned"
    STATED = "stated"
    PRACTISED = "practised"
    MEASURED = "measured"
    CORROBORATED = "corroborated"

    @property
    def rank(self) -> int:
        """Place on the ladder: 0 for planned, 4 for corroborated."""
        return _RANKS[self]


def step_alone(claim: Claim, alone: Claim | None) -> Claim:
    """Return the step that words reach by themselves: a corroborated claim of which nothing else is known is stated."""
    return alone or (Claim.STATED if claim is Claim.CORROBORATED else claim)


_RANKS = {claim: rank for rank, claim in enumerate(Claim)}


class Certainty(StrEnum):
    """How sure the claim itself is."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    EARLY_STAGE = "early-stage"


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """
    A date or period that a passage speaks of: ISO dates, both inclusive, and the words.

    `end` is the last day of the period (a year "2024" ends 2024-12-31, a financial year "2023/24" ends 2024-03-31).
    """

    start: str
    end: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Because:
    """
    Words that decided a field, where they stand in the document, and the entry (`file:line`) that knows them.

    `overruled` says why a cue did not count; empty for cues that did. `expectation` is the one that the words
    recognise, where they do.
    """

    field: str
    words: str
    start: int
    end: int
    entry: str = ""
    family: str = ""
    overruled: str = ""
    expectation: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A half of a mixed sentence: `start` to `end` in the document's text and its own polarity."""

    start: int
    end: int
    polarity: Polarity


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognition:
    """
    One expectation (or rule with words of its own) that a sentence speaks to.

    `key` is the id; `score` orders several within a statement, highest first (the first is the main one). `goes_on`: no
    word of the sentence names it, the sentence only goes on about what an earlier one named. `overruled`: its words are
    there and others outweigh them; they are shown, and it counts for nothing.
    """

    key: str
    score: float
    because: tuple[Because, ...] = ()
    goes_on: bool = False
    overruled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Qualifiers:
    """
    What a plugin says of one sentence, whatever it speaks to. `None` leaves the field to another plugin or the default.
    """

    polarity: Polarity | None = None
    voice: str | None = None
    evidence_category: str | None = None
    claim: Claim | None = None
    impact: bool | None = None
    certainty: Certainty | None = None
    dates: tuple[Period, ...] | None = None
    parts: tuple[Part, ...] = ()
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """
    One marked sentence.

    `start` and `end` are Unicode code points in the document's text, end exclusive; `text` stands there character for
    character. `expectations` has, for each statement, the main one first. `rules` are ids of rules whose own words are
    here. `fingerprint` depends on the normalised text and its ordinal in the document, not on the file's name.
    `claim_alone` is the step that a corroborated claim reaches by its own words; `None` where `claim` says it.
    """

    document: str
    start: int
    end: int
    text: str
    expectations: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    polarity: Polarity = Polarity.NEUTRAL
    voice: str = ""
    evidence_category: str = ""
    claim: Claim = Claim.STATED
    impact: bool = False
    certainty: Certainty = Certainty.ASSERTED
    dates: tuple[Period, ...] = ()
    parts: tuple[Part, ...] = ()
    because: tuple[Because, ...] = ()
    heading_path: tuple[str, ...] = ()
    line: int | None = None
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    countable: bool = True
    own_words: bool = True
    fingerprint: str = ""
    claim_alone: Claim | None = None

    @property
    def affirmed(self) -> bool:
        """
        Whether the passage says that something expected is there: a strength; a mixed sentence is affirmed in part.
        """
        return self.polarity is Polarity.STRENGTH

    @property
    def reached_alone(self) -> Claim:
        """The step of the claim ladder that its own words reach, whoever confirms it."""
        return step_alone(self.claim, self.claim_alone)
