"""Criterion `shortfalls_answered`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import (
    Assessment,
    DocumentKind,
    Finding,
    Outcome,
    Passage,
    Polarity,
    Rule,
    Side,
    counted,
    dataclass,
    shared_words,
)

from .action_answers import EVERYWHERE, ActionAnswer, action_for
from .question import Question
from .schemas import parameters

_SHARED = 2
"""So many words a plan and a shortfall share before they are taken to be about one thing."""
_TELLING = 7
"""Letters of a word that is enough by itself between a shortfall and a next step of the same section."""
_NEXT_STEPS = "next"
_AT_ONCE = 160
"""Characters between a shortfall and a plan that follows it at once: a sentence at most."""
_QUOTED = 90
_NAMED = 2


@dataclass(frozen=True, slots=True)
class _LookedAt:
    """A shortfall that was compared with the plans and actions."""

    shortfall: Passage
    plan: Passage | None
    action: ActionAnswer | None

    @property
    def is_answered(self) -> bool:
        return self.plan is not None or self.action is not None

    @property
    def is_bare(self) -> bool:
        """Whether nothing answers it, not even the other half of its sentence."""
        return not self.is_answered and self.shortfall.polarity is not Polarity.MIXED


class ShortfallsAnswered:
    """
    Is each reported shortfall answered: by a plan or an action about the same thing, or the other half of its sentence?

    A plan is a sentence that says what is planned, or an item under a label such as "Next steps" in the section of the
    same quality statement. It is about the same thing if both share two words that are not everywhere (one long word is
    enough between a shortfall and a next step of its own section), if both were recognised by the same phrase, or if it
    follows at once. Of the action plan an action answers that names the gap or
    the sentence, or that shares three words of meaning with it and names no other gap. A plan whose dates have all
    passed answers nothing, nor does an action that is done. Met: each of the most telling shortfalls has such an
    answer. Partly met: some have, or mixed sentences stand alone. Not met: none. Only shortfalls that have this as
    their main expectation count. Not applicable: no shortfall was recognised, which is no good news.
    """

    name = "shortfalls_answered"
    about = "Each reported shortfall has a plan or an action about the same thing."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        total = question.evidence.count(side=Side.AGAINST)
        if not total:
            return question.answer(Outcome.NOT_APPLICABLE, f"No shortfall was recognised {question.where}.")
        steps = _next_steps(assessment, rule)
        plans = [*question.evidence.on(Side.PLANNED), *steps]
        current = [plan for plan in plans if not _has_passed(plan, assessment.as_of)]
        rows = assessment.actions.rows if assessment.actions else ()
        told = [one for one in question.evidence.on(Side.AGAINST) if not any(_is_one(one, step) for step in steps)]
        looked_at = [
            _LookedAt(one, _plan_for(one, current, question.evidence.key), action_for(one, rows, rule)) for one in told
        ]
        if not looked_at:
            reason = "What sounds like a shortfall stands among the next steps: nothing else was recognised."
            return question.answer(Outcome.NOT_APPLICABLE, reason)
        bare = [one.shortfall for one in looked_at if one.is_bare]
        cited = [*dict.fromkeys(one.plan for one in looked_at if one.plan)][:2]
        reason = _reason(total, looked_at, len(plans) - len(current))
        return question.answer(_outcome(looked_at), reason, (*cited, *(bare or (one.shortfall for one in looked_at))))


def _has_passed(plan: Passage, as_of: str) -> bool:
    """Whether all that a plan names as its time is over."""
    return bool(plan.dates) and all(period.end < as_of for period in plan.dates)


def _next_steps(assessment: Assessment, rule: Rule) -> list[Passage]:
    """Return the items that self-assessments list as what comes next, in the sections of the rule's statement."""
    statement = assessment.expectation(rule.expectation).statement if rule.expectation else rule.statement
    items = assessment.observations.kind("labelled-item", assessment.names_of(DocumentKind.SELF_ASSESSMENT))
    return [
        one.citation
        for one in items
        if one.value == _NEXT_STEPS and (not one.statements or statement in one.statements)
    ]


def _is_one(passage: Passage, other: Passage) -> bool:
    """Whether two passages are the same sentence: a step that sounds like a shortfall is none."""
    return (passage.document, passage.start) == (other.document, other.start)


def _plan_for(shortfall: Passage, plans: Sequence[Passage], expectation: str) -> Passage | None:
    """Return the first plan that is about the same thing as a shortfall."""
    known = _phrases(shortfall, expectation)
    for plan in plans:
        shared = set(shared_words(shortfall.text, plan.text)) - EVERYWHERE
        of_section = _is_step_of_its_section(plan, shortfall) and any(len(word) >= _TELLING for word in shared)
        if len(shared) >= _SHARED or of_section or known & _phrases(plan, expectation) or _follows(plan, shortfall):
            return plan
    return None


def _is_step_of_its_section(plan: Passage, shortfall: Passage) -> bool:
    """Whether both stand under one heading of the same document, the title of the whole left out."""
    mine, theirs = shortfall.heading_path[-2:-1], plan.heading_path[-2:-1]
    return plan.document == shortfall.document and bool(mine) and mine == theirs


def _follows(plan: Passage, shortfall: Passage) -> bool:
    """Whether a plan is the next sentence but one at most: "Waits are too long. Leaders are recruiting." """
    together = plan.document == shortfall.document and plan.heading_path == shortfall.heading_path
    return together and 0 <= plan.start - shortfall.end <= _AT_ONCE


def _phrases(passage: Passage, expectation: str) -> set[str]:
    """Return the phrases by which a passage was recognised as speaking to an expectation."""
    return {because.family for because in passage.because if because.expectation == expectation and because.family}


def _outcome(looked_at: Sequence[_LookedAt]) -> Outcome:
    if all(one.is_bare for one in looked_at):
        return Outcome.NOT_MET
    answered = any(one.is_answered for one in looked_at)
    return Outcome.MET if answered and not any(one.is_bare for one in looked_at) else Outcome.PARTLY_MET


def _reason(total: int, looked_at: Sequence[_LookedAt], passed: int) -> str:
    bare = [one for one in looked_at if one.is_bare]
    answered = sum(one.is_answered for one in looked_at)
    mixed = len(looked_at) - len(bare) - answered
    told = f"{counted(total, 'shortfall')} {_were(total)} recognised"
    told += f", the {len(looked_at)} most telling were compared with plans" if total > len(looked_at) else ""
    about = "plan or action about the same thing was found"
    parts = [f"a {about} for {answered}{_actions(looked_at)}" if answered else f"no {about}"]
    parts += [f"{mixed} only in a sentence that also says something for it"] if mixed else []
    parts += (
        [f"nothing for “{_short(bare[0].shortfall.text)}”{_more(len(bare) - 1)}"] if bare and answered + mixed else []
    )
    over = f" {counted(passed, 'plan')} {_were(passed)} left out, whose time has passed." if passed else ""
    return f"{told[:1].upper()}{told[1:]}: {', '.join(parts)}." + over


def _actions(looked_at: Sequence[_LookedAt]) -> str:
    """Say which actions answer, and by what; each once, and no more than a few."""
    told = [*dict.fromkeys(one.action.told for one in looked_at if one.action)]
    return f" ({'; '.join(told[:_NAMED])}{_more(len(told) - _NAMED)})" if told else ""


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _more(number: int) -> str:
    return f" and {number} more" if number > 0 else ""


def _short(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"
