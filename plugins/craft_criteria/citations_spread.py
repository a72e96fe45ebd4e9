"""Criterion `citations_spread`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker import Assessment, Finding, Observation, Rule, counted

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, self_assessments, whole_number
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Part, Sections


class CitationsSpread:
    """
    Does each section about a quality statement cite more than one item most of the time?

    Of the places in a section that cite something, at most `share` per cent may cite the same item and nothing beside
    it. Sections with fewer than `citations` such places are not asked. Not applicable: there is none to ask.
    """

    name = "citations_spread"
    about = "No section rests on one item of evidence alone."
    schema = parameters(
        ("share", "citations"),
        share=a_number("Per cent of a section's citations that may name one item alone."),
        citations=a_number("So many places with a citation a section must have to be asked.", least=2),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each section that rests on one item."""
        own = self_assessments(assessment)
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        groups = _by_part(assessment, assessment.observations.kind("citation", own))
        fewest = whole_number(rule, "citations", 2)
        asked = [(part, found) for part, found in groups if len(found) >= fewest]
        if not asked:
            return not_applicable(rule, f"No section about a quality statement cites evidence in {fewest} places.")
        findings = [finding for part, found in asked if (finding := _finding(rule, part, found))]
        reason = f"Of {counted(len(asked), 'section')} none rests on one item alone."
        return findings or met(rule, reason, ["citations of each section"])


def _by_part(assessment: Assessment, found: Sequence[Observation]) -> list[tuple[Part, list[Observation]]]:
    sections = Sections(assessment)
    asked = sections.of_statements(assessment.scope)
    groups: dict[str, tuple[Part, list[Observation]]] = {}
    for one in found:
        part = sections.part_of(one)
        if part in asked:
            groups.setdefault(part.item, (part, []))[1].append(one)
    return [group for _, group in sorted(groups.items())]


def _finding(rule: Rule, part: Part, found: Sequence[Observation]) -> Finding | None:
    times = Counter(" ".join(one.value.split()).casefold() for one in found)
    item, most = min(times.items(), key=lambda pair: (-pair[1], pair[0]))
    if 100 * most <= whole_number(rule, "share", 100) * len(found):
        return None
    cited = [one for one in found if " ".join(one.value.split()).casefold() == item]
    reason = f"“{part.title}” cites evidence in {counted(len(found), 'place')}; {most} name “{cited[0].value}” alone."
    return fault(rule, outcome_of(rule), reason, [one.citation for one in cited], item=part.item)
