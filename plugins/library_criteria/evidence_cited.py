"""Criterion `evidence_cited`."""

from __future__ import annotations

from checker import Assessment, Finding, Outcome, RegisterRow, Rule, counted

from .asking import NO_REGISTER, NO_SELF_ASSESSMENT, finding, named, not_applicable, parameters, self_assessments
from .citing import Library, named_by


class EvidenceCited:
    """Is every item of the register cited somewhere in the self-assessment? Items that never are may be forgotten."""

    name = "evidence_cited"
    about = "Every item of the register is cited in the self-assessment."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding; it names the first few items that are never cited."""
        own, register = self_assessments(assessment), assessment.register
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        if register is None:
            return not_applicable(rule, NO_REGISTER)
        cited = named_by(assessment, own)
        if not cited:
            return not_applicable(rule, "The self-assessment cites nothing, so that no item can be told from another.")
        library = Library(assessment)
        meant = frozenset[str]().union(*(library.meant(one) for one in cited))
        own_rows = {row.place for name in own for row in register.about(name)}
        forgotten = [row for row in register.rows if row.place not in meant | own_rows]
        items = counted(len(register.rows), "item")
        if not forgotten:
            return finding(
                rule, Outcome.MET, f"Cited: every item of the register ({items}).", searched=f"{items} of the register"
            )
        return finding(rule, Outcome.PARTLY_MET, _told(forgotten, items), searched=f"{items} of the register")


def _told(forgotten: list[RegisterRow], items: str) -> str:
    verb = "is" if len(forgotten) == 1 else "are"
    return f"{len(forgotten)} of {items} {verb} never cited: {named([row.name for row in forgotten])}."
