"""Criterion `sections_have`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import Assessment, Finding, Outcome, Rule, counted

from .asking import (
    NO_SELF_ASSESSMENT,
    fault,
    met,
    names,
    not_applicable,
    numbers,
    outcome_of,
    self_assessments,
    text,
    whole_number,
)
from .schemas import OUTCOME, named, numbers_by_name, parameters, said, texts
from .schemas import text as a_text
from .schemas import whole_number as a_number
from .sections import Part, Sections

_FEWEST_TO_COMPARE = 4
"""Sections of which one can tell what is usual."""


class SectionsHave:
    """
    Has each section of the self-assessment about a quality statement enough of something: voices, challenges?

    `counts` are attributes of sections that are added up: `voice.VOICE`, `polarity.POLARITY` or `under.LABEL`
    (sentences under such a label). Only sections that have as much as `when` says are asked; with `whole` the
    self-assessment is asked as one. Where most of these sections have a block under `label` ("Areas for development"),
    one without it has none, whatever a sentence elsewhere in it may say; one with such a block must have as much of
    `in_block`. With `share` a section also has too little that has less than so many per cent of what is usual in the
    others: their median for as many sentences. Not applicable: there is nothing to ask.
    """

    name = "sections_have"
    about = "Each section of the self-assessment has enough of something."
    schema = parameters(
        ("counts", "at_least", "one", "many"),
        counts=said(texts("Attributes of sections that are added up."), ""),
        at_least=a_number("How many there must be.", least=1),
        one=said(a_text("What one of those is called in reasons."), ""),
        many=said(a_text("What several are called."), "Counted: {}"),
        whole={"type": "boolean", "description": "Ask the whole self-assessment as one."},
        label=a_text("A label of blocks: where most sections have such a block, each is expected to."),
        in_block=said(
            named(
                texts("Attributes that are added up in sections with such a block; there must be as many."),
                {"weakness.improve": "what is told there as not good enough"},
            ),
            "In a section with such a block count: {}",
        ),
        share=a_number("Per cent of what is usual in the other sections that each has at least.", least=1),
        when=said(
            named(
                numbers_by_name("Attributes that a section must have, and how much of each."),
                {"polarity.strength": "sentences with strengths"},
            ),
            "Asked of sections with at least: {}",
        ),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each section that has too little."""
        if not self_assessments(assessment):
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        when = numbers(rule, "when")
        sections = Sections(assessment)
        asked_of = sections.whole if rule.expects.get("whole") is True else sections.of_statements(assessment.scope)
        parts = [part for part in asked_of if all(part.counts[name] >= least for name, least in when.items())]
        if not parts:
            return not_applicable(rule, "No section about a quality statement is long enough to be asked.")
        asked = whole_number(rule, "at_least", 1)
        bare = set(_without_block(rule, parts))
        usual = _usual(rule, parts)
        findings = [found for part in parts if (found := _finding(rule, part, asked, part.item in bare, usual))]
        reason = f"Each of {counted(len(parts), 'section')} has at least {counted(asked, *_words(rule))}."
        return findings or met(rule, reason, [text(rule, "many")])


def _finding(rule: Rule, part: Part, asked: int, without_block: bool, usual: float) -> Finding | None:
    """Return what a section falls short in; `None` if it has enough. `usual` is the number for each sentence."""
    number, label = _count(rule, part), text(rule, "label")
    if number < asked:
        return _too_little(rule, part, number, asked)
    if without_block:
        return _no_block(rule, part)
    in_block = names(rule, "in_block")
    if in_block and label in part.labels and sum(part.counts[name] for name in in_block) < asked:
        return _empty_block(rule, part)
    expected = usual * part.counts["sentences"]
    if 100 * number < whole_number(rule, "share", 0) * expected:
        return _unusually_little(rule, part, number, round(expected))
    return None


def _without_block(rule: Rule, parts: Sequence[Part]) -> Iterator[str]:
    """Yield the items of the sections without a block that most of them have."""
    label = text(rule, "label")
    without = [part.item for part in parts if label and label not in part.labels]
    if 2 * len(without) < len(parts):
        yield from without


def _usual(rule: Rule, parts: Sequence[Part]) -> float:
    """Return the median number for each sentence of a section; 0 with too few sections to tell what is usual."""
    if len(parts) < _FEWEST_TO_COMPARE:
        return 0
    from statistics import median  # with fractions and all: it costs more than the question

    return median(_count(rule, part) / max(1, part.counts["sentences"]) for part in parts)


def _no_block(rule: Rule, part: Part) -> Finding:
    reason = f"“{part.title}” has no block of its own for {text(rule, 'many')}, as most of the other sections have."
    return fault(rule, outcome_of(rule, Outcome.PARTLY_MET), reason, [part.opening], item=part.item)


def _empty_block(rule: Rule, part: Part) -> Finding:
    reason = f"“{part.title}” has a block for {text(rule, 'many')} and none in it."
    return fault(rule, outcome_of(rule, Outcome.PARTLY_MET), reason, [part.opening], item=part.item)


def _unusually_little(rule: Rule, part: Part, number: int, usual: int) -> Finding:
    found = counted(number, *_words(rule))
    reason = f"“{part.title}” has {found}; the other sections have about {usual} in as many sentences."
    return fault(rule, outcome_of(rule, Outcome.PARTLY_MET), reason, [part.opening], item=part.item)


def _count(rule: Rule, part: Part) -> int:
    return sum(part.counts[name] for name in names(rule, "counts"))


def _words(rule: Rule) -> tuple[str, str]:
    return text(rule, "one"), text(rule, "many")


def _too_little(rule: Rule, part: Part, number: int, asked: int) -> Finding:
    found = counted(number, *_words(rule))
    reason = (
        f"“{part.title}” has {found} in {counted(part.counts['sentences'], 'sentence')}; at least {asked} expected."
    )
    return fault(rule, outcome_of(rule, Outcome.PARTLY_MET), reason, [part.opening], item=part.item)
