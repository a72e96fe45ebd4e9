"""Criterion `sources_spread`."""

from __future__ import annotations

from collections import Counter

from checker import Assessment, Finding, Outcome, Rule, counted

from .asking import met, not_applicable, outcome_of, self_assessments, whole_number
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number


class SourcesSpread:
    """
    Does evidence come from many files, and not most of it from one?

    Of the expectations that anything beside the self-assessment speaks to, one file may speak to at most `share` per
    cent. Not applicable with fewer than `expectations` of them or fewer than `files` files.
    """

    name = "sources_spread"
    about = "No single file is the evidence for most expectations."
    schema = parameters(
        ("share", "expectations", "files"),
        share=a_number("Per cent of the expectations that one file may speak to."),
        expectations=a_number("So many expectations there must be to ask.", least=1),
        files=a_number("So many files beside the self-assessment there must be to ask.", least=2),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        own = set(self_assessments(assessment))
        others = [record.name for record in assessment.readable if record.name not in own]
        used: Counter[str] = Counter()
        total = 0
        for expectation in assessment.book.expectations:
            if expectation.statement in assessment.scope:
                names = [name for name in assessment.evidence(expectation.id).by_document if name not in own]
                used.update(names)
                total += bool(names)
        if total < whole_number(rule, "expectations", 1) or len(others) < whole_number(rule, "files", 2):
            return not_applicable(rule, "There is too little evidence beside the self-assessment to compare files.")
        name, most = min(used.items(), key=lambda item: (-item[1], item[0]))
        reason = (
            f"{name} speaks to {most} of {counted(total, 'expectation')} that files beside the self-assessment tell of."
        )
        if 100 * most > whole_number(rule, "share", 100) * total:
            return Finding(
                rule_id=rule.id, outcome=outcome_of(rule, Outcome.PARTLY_MET), reason=reason, searched=(name,)
            )
        return met(rule, reason, ["files of each expectation"])
