"""What is known of all documents together: bounded evidence for each expectation, with exact counts."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from checker.domain.actions import ActionPlan, Gap
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.evidence import Claim, Passage, Polarity, step_alone
from checker.domain.observation import Observations
from checker.domain.pack import Expectation, RuleBook
from checker.domain.register import Register, Tags
from checker.domain.sharing import MaskedPlace
from checker.values import dataclass, field


class ExpectationStatus(StrEnum):
    """
    What the evidence says of an expectation. `SUPPORTED` means evidence was found and says so, here; never "compliant".

    `MIXED`: affirmed and reported shortfalls. `ABSENT`: nothing found by the terms looked for.
    """

    SUPPORTED = "supported"
    MIXED = "mixed"
    SHORTFALL = "shortfall"
    ABSENT = "absent"
    NOT_ASSESSED = "not assessed"


class Side(StrEnum):
    """Which side of the account a passage stands on."""

    FOR = "for"
    AGAINST = "against"
    PLANNED = "planned"
    NEUTRAL = "neutral"


SIDE_OF = {
    Polarity.STRENGTH: Side.FOR,
    Polarity.SHORTFALL: Side.AGAINST,
    Polarity.MIXED: Side.AGAINST,
    Polarity.PLANNED: Side.PLANNED,
    Polarity.NEUTRAL: Side.NEUTRAL,
}


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class EvidenceKey:
    """
    What passages are counted by.

    `main`: the expectation is the passage's main one in its statement; shortfalls count only then. `topic` is the
    phrase that recognised it, `council` the key of the document's council: both let claims be corroborated without
    keeping every passage, and both are empty once all documents are added up. `claim_alone` is the step that a
    corroborated claim reaches by its own words; `None` where `claim` says it.
    """

    polarity: Polarity
    voice: str
    evidence_category: str
    claim: Claim
    impact: bool
    main: bool
    topic: str = ""
    council: str = ""
    claim_alone: Claim | None = None

    @property
    def reached_alone(self) -> Claim:
        """The step of the claim ladder that the words alone reach, whoever confirms them."""
        return step_alone(self.claim, self.claim_alone)


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentRecord:
    """
    The small record of one document that stays for the whole run.

    `sentences` counts those that can be evidence, `recognised` those that some expectation recognises. `statuses` says
    for each expectation in which something was found what this document alone says of it. `members` counts the files
    inside it, each of which has a record of its own. `same_as`, `near` and `newer` name other documents: one that is
    the same to the last byte (this one is then counted there), an earlier one with nearly the same text, and the newest
    version of this one. `masked` counts
    personal data by its kind, `masked_at` has the first places of each.
    """

    name: str
    sha256: str
    size: int
    status: ReadStatus
    reason: str = ""
    reader: str = ""
    kind: DocumentKind = DocumentKind.OTHER
    kind_reason: str = ""
    title: str = ""
    council: str = ""
    statement: str = ""
    published_score: int | None = None
    date: str = ""
    tags: Tags = field(default_factory=Tags)
    sentences: int = 0
    recognised: int = 0
    hidden: Mapping[str, int] = field(default_factory=dict)
    masked: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, ExpectationStatus] = field(default_factory=dict)
    not_recognised: tuple[Passage, ...] = ()
    failures: tuple[str, ...] = ()
    members: int = 0
    same_as: str = ""
    near: str = ""
    newer: str = ""
    masked_at: tuple[MaskedPlace, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """
    Everything found for one key: an expectation's id, or the id of a rule with words of its own.

    `counts` are exact over all documents. `passages` are the best few of each side (at most 5 a side), most telling
    first. `latest` is the last day (ISO) that affirmed evidence speaks of, not after the assessment's date; empty if no
    date was found; `latest_by_category` says it for each evidence category in which a date was found. `dated` counts
    affirmed passages with a date of their own or of their document.
    """

    key: str
    counts: Mapping[EvidenceKey, int] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
    by_document: Mapping[str, ExpectationStatus] = field(default_factory=dict)
    latest: str = ""
    dated: int = 0
    latest_by_category: Mapping[str, str] = field(default_factory=dict)

    def count(
        self,
        *,
        side: Side | None = None,
        voices: frozenset[str] | None = None,
        categories: frozenset[str] | None = None,
        at_least: Claim | None = None,
        alone_at_least: Claim | None = None,
        impact: bool | None = None,
    ) -> int:
        """
        Return how many passages fit; a passage against counts only where this is its main expectation.

        `at_least` asks for the claim, `alone_at_least` for the step that its own words reach.
        """
        return sum(
            number
            for key, number in self.counts.items()
            if (side is None or SIDE_OF[key.polarity] is side)
            and (key.main or not key.polarity.reports_shortfall)
            and (voices is None or key.voice in voices)
            and (categories is None or key.evidence_category in categories)
            and (at_least is None or key.claim.rank >= at_least.rank)
            and (alone_at_least is None or key.reached_alone.rank >= alone_at_least.rank)
            and (impact is None or key.impact is impact)
        )

    def voices(self, side: Side = Side.FOR) -> tuple[str, ...]:
        """Return the voices heard on one side, sorted."""
        return tuple(sorted({key.voice for key in self.counts if SIDE_OF[key.polarity] is side}))

    def categories(self, side: Side = Side.FOR) -> tuple[str, ...]:
        """Return the evidence categories found on one side, sorted."""
        return tuple(sorted({key.evidence_category for key in self.counts if SIDE_OF[key.polarity] is side}))

    def on(self, side: Side) -> tuple[Passage, ...]:
        """Return the kept passages of one side, best first; those against only where this is their main expectation."""
        return tuple(
            passage
            for passage in self.passages
            if SIDE_OF[passage.polarity] is side
            and (side is not Side.AGAINST or self.key in passage.main + passage.rules)
        )

    @property
    def status(self) -> ExpectationStatus:
        """
        Status by the counts: a shortfall counts for its main expectation only, a strength for every one it speaks to.

        A mixed sentence makes the status mixed even without another strength.
        """
        # One look at the counts: this is asked of every document for every expectation.
        counted = [key for key, number in self.counts.items() if number]
        strengths = any(key.polarity is Polarity.STRENGTH for key in counted)
        main = {key.polarity for key in counted if key.main}
        against = Polarity.SHORTFALL in main or Polarity.MIXED in main
        both = Polarity.MIXED in main
        if not strengths and not against:
            return ExpectationStatus.ABSENT
        if not against:
            return ExpectationStatus.SUPPORTED
        return ExpectationStatus.MIXED if strengths or both else ExpectationStatus.SHORTFALL


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """
    Everything criteria may look at. `as_of` is an ISO date; no criterion reads the clock.

    `scope` holds the ids of the statements in scope. `given` names the inputs that the run was given beyond documents
    (`register`, `actions`, `self-assessment`): a rule that needs another is `not applicable`. `all_evidence` is keyed
    by expectation id and by the ids of rules with words of their own. `observations`: what documents state beyond
    evidence. `actions` is the action plan and `register` the register of evidence, if they were given. `gaps` are
    those of this run; only rules whose criterion needs them (`"x-needs": ["gaps"]`) see them.
    """

    book: RuleBook
    as_of: str
    scope: tuple[str, ...]
    documents: tuple[DocumentRecord, ...] = ()
    given: frozenset[str] = frozenset()
    all_evidence: Mapping[str, Evidence] = field(default_factory=dict)
    observations: Observations = field(default_factory=Observations)
    actions: ActionPlan | None = None
    register: Register | None = None
    gaps: tuple[Gap, ...] = ()

    def evidence(self, key: str) -> Evidence:
        """Return what was found for an expectation or a rule; empty evidence where nothing was."""
        return self.all_evidence.get(key) or Evidence(key=key)

    def expectation(self, expectation_id: str) -> Expectation:
        """Return an expectation of the packs in use; `KeyError` if there is none."""
        for expectation in self.book.expectations:
            if expectation.id == expectation_id:
                return expectation
        raise KeyError(expectation_id)

    @property
    def own_voices(self) -> frozenset[str]:
        """Voices of the assessed organisation itself: those that cannot corroborate."""
        return frozenset(voice.id for voice in self.book.framework.voices if not voice.independent)

    @property
    def readable(self) -> tuple[DocumentRecord, ...]:
        """Documents of which at least a part could be read."""
        return tuple(record for record in self.documents if record.status is not ReadStatus.FAILED)

    def names_of(self, *kinds: DocumentKind) -> tuple[str, ...]:
        """Return the names of the readable documents of these kinds, in their order."""
        return tuple(record.name for record in self.readable if record.kind in kinds)
