"""Criterion `one_council_named`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Observation, Rule, council_key, counted

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, self_assessments
from .schemas import OUTCOME, parameters


class OneCouncilNamed:
    """
    Does the self-assessment name no other council as if it were its own?

    A council that is named beside words such as "neighbouring" or "jointly with" is a partner. Not applicable: it is
    not known which council this is.
    """

    name = "one_council_named"
    about = "The self-assessment names no other council."
    schema = parameters((), outcome=OUTCOME)

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each other council that is named."""
        names = self_assessments(assessment)
        if not names:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        own = {council_key(record.council) for record in assessment.readable if record.name in names and record.council}
        if not own:
            return not_applicable(rule, "The self-assessment does not say which council it is of.")
        others: dict[str, list[Observation]] = {}
        for one in assessment.observations.kind("council-name", names):
            if council_key(one.value) not in own and "neighbour" not in one.attributes:
                others.setdefault(council_key(one.value), []).append(one)
        findings = [
            fault(
                rule,
                outcome_of(rule),
                f"It names {found[0].value}: a partner, or left over from another council's document?",
                [one.citation for one in found],
                item=found[0].value,
            )
            for _, found in sorted(others.items())
        ]
        reason = f"{counted(len(names), 'self-assessment')} looked at; no other council is named as if it were its own."
        return findings or met(rule, reason, ["names of councils"])
