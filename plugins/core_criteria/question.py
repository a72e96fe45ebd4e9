"""
What every criterion shares: the evidence that a rule looks at, what counts as affirmed, and how an answer is built.

*Affirmed* is a passage that says something expected is there: a strength whose claim is at least `stated`. A promise
that reads like a strength is a plan; a negation, a shortfall and a mixed sentence are never affirmed.

Where nothing is affirmed, rules about voices, categories, claims, dates and results would all fail at once for one
reason. They are `not applicable` then and name the rule that reports it, the expectation's `evidenced`. If the
expectation has no such rule (switched off, or the rule is about its own words alone), nothing else would report it,
and the rule is `not met`.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker import (
    Assessment,
    Claim,
    Evidence,
    Finding,
    Flag,
    Outcome,
    Passage,
    Polarity,
    Rule,
    Side,
    counted,
    dataclass,
)

MOST_CITED = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """One rule put to one assessment, with the evidence that it looks at."""

    rule: Rule
    assessment: Assessment
    evidence: Evidence

    @classmethod
    def about(cls, rule: Rule, assessment: Assessment) -> Question:
        """Look at the rule's expectation; a rule without one looks at the sentences with its own words."""
        return cls(rule=rule, assessment=assessment, evidence=assessment.evidence(rule.expectation or rule.id))

    @classmethod
    def about_own_words(cls, rule: Rule, assessment: Assessment) -> Question:
        """Look at the sentences that have the rule's own words."""
        return cls(rule=rule, assessment=assessment, evidence=assessment.evidence(rule.id))

    def number(self, name: str, otherwise: int = 0) -> int:
        """Return a whole number that the rule expects."""
        value = self.rule.expects.get(name, otherwise)
        if not isinstance(value, int):
            msg = f"{self.rule.id}: {name!r} must be a whole number, not {value!r}"
            raise TypeError(msg)
        return value

    def names(self, name: str) -> tuple[str, ...]:
        """Return a list of ids that the rule expects, sorted; empty if it names none."""
        value = self.rule.expects.get(name, ())
        if not isinstance(value, list | tuple):
            msg = f"{self.rule.id}: {name!r} must be a list, not {value!r}"
            raise TypeError(msg)
        return tuple(sorted({str(item) for item in value}))

    def affirmed(
        self,
        *,
        voices: Iterable[str] | None = None,
        categories: Iterable[str] | None = None,
        at_least: Claim = Claim.STATED,
        alone_at_least: Claim | None = None,
        impact: bool | None = None,
    ) -> int:
        """Return how many passages affirm it, over all documents."""
        return self.evidence.count(
            side=Side.FOR,
            voices=None if voices is None else frozenset(voices),
            categories=None if categories is None else frozenset(categories),
            at_least=at_least,
            alone_at_least=alone_at_least,
            impact=impact,
        )

    @property
    def affirming(self) -> tuple[Passage, ...]:
        """The kept passages that affirm it, best first."""
        return tuple(passage for passage in self.evidence.on(Side.FOR) if passage.claim.rank >= Claim.STATED.rank)

    @property
    def plans(self) -> int:
        """How many passages only say what is planned, however they are put."""
        return self.evidence.count(side=Side.PLANNED) + self.evidence.count(side=Side.FOR) - self.affirmed()

    def mixed(self, impact: bool | None = None) -> int:
        """Return how many sentences, with this as their main expectation, say something for and against."""
        return sum(
            number
            for key, number in self.evidence.counts.items()
            if key.polarity is Polarity.MIXED and key.main and (impact is None or key.impact is impact)
        )

    @property
    def looked_for(self) -> tuple[str, ...]:
        """The phrases that were looked for: the rule's own where it has any, else its expectation's."""
        own = self.rule.look_for
        if own or not self.rule.expectation:
            return tuple(phrase.text for phrase in own)
        return tuple(phrase.text for phrase in self.assessment.expectation(self.rule.expectation).look_for)

    @property
    def where(self) -> str:
        """`in the 12 documents read`."""
        return f"in the {counted(len(self.assessment.readable), 'document')} read"

    def answer(
        self,
        outcome: Outcome,
        reason: str,
        cited: Iterable[Passage] = (),
        *,
        flags: tuple[Flag, ...] = (),
        not_before: str = "",
    ) -> Finding:
        """
        Return the finding. It cites at most three passages, and says what was looked for where it is `not met`.

        Counts are over all passages, few of which are kept: where none that shows it was kept, a met rule names the
        search.
        """
        citations = tuple(cited)[:MOST_CITED]
        absent = outcome is Outcome.NOT_MET and Flag.STALE not in flags
        unseen = outcome in (Outcome.MET, Outcome.PARTLY_MET) and not citations
        return Finding(
            rule_id=self.rule.id,
            outcome=outcome,
            reason=reason,
            citations=citations,
            searched=self.looked_for if absent or unseen else (),
            flags=flags,
            not_before=not_before,
        )

    def not_yet(self, reason: str = "Nothing affirmed yet") -> Finding | None:
        """Return the finding of a rule about affirmed evidence where there is none; `None` where there is."""
        if self.affirmed():
            return None
        reporting = self._reported_by
        if reporting:
            return self.answer(Outcome.NOT_APPLICABLE, f"{reason}: see {reporting}.")
        return self.answer(Outcome.NOT_MET, f"{reason} {self.where}.")

    @property
    def _reported_by(self) -> str:
        """Id of the rule that reports that nothing is affirmed; empty if there is none."""
        if not self.rule.expectation:
            return ""
        rules = self.assessment.expectation(self.rule.expectation).rules
        return next((rule.id for rule in rules if rule.criterion == "evidenced" and rule.id != self.rule.id), "")

    def mistake(self, reason: str) -> Finding:
        """Return the finding of a rule that cannot be asked as it is written; never good news."""
        return self.answer(Outcome.NOT_ASSESSED, f"The rule cannot be asked as it is written: {reason}.")


def one_for_each(passages: Iterable[Passage], attribute: str, wanted: Iterable[str]) -> list[Passage]:
    """Return the best passage of each wanted voice or category first, then the other wanted ones."""
    asked = set(wanted)
    fitting = [passage for passage in passages if getattr(passage, attribute) in asked]
    first = {getattr(passage, attribute): passage for passage in reversed(fitting)}
    leading = [passage for passage in fitting if first[getattr(passage, attribute)] is passage]
    return leading + [passage for passage in fitting if passage not in leading]
