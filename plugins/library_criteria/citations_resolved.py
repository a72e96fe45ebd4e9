"""Criterion `citations_resolved`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Outcome, Rule, counted

from .asking import NO_REGISTER, NO_SELF_ASSESSMENT, finding, not_applicable, parameters, self_assessments
from .citing import Library, Named, named_by


class CitationsResolved:
    """
    Does everything that the self-assessment cites lead to a row of the register or a file of the library?

    References and files that lead nowhere are not met. A title or an appendix may stand in the self-assessment itself
    or under another name: a person must look. Links to public pages are not tested: nothing here uses the network.
    """

    name = "citations_resolved"
    about = "What the self-assessment cites is in the register or among the files read."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return one finding for each thing that is cited and not found, else one for all."""
        own = self_assessments(assessment)
        if not own:
            return [not_applicable(rule, NO_SELF_ASSESSMENT)]
        if assessment.register is None:
            return [not_applicable(rule, NO_REGISTER)]
        cited = named_by(assessment, own)
        if not cited:
            return [
                not_applicable(rule, "The self-assessment cites nothing that the register or the library could hold.")
            ]
        library = Library(assessment)
        lost: dict[Named, list[Named]] = {}
        for one in cited:
            if not library.meant(one):
                lost.setdefault(one, []).append(one)
        if lost:
            return [_lost(rule, found) for _, found in sorted(lost.items())]
        all_cited = counted(len(cited), "reference, title or file", "references, titles and files")
        reason = f"Everything that the self-assessment cites was found: {all_cited}."
        rows = counted(len(assessment.register.rows), "row")
        return [
            finding(
                rule,
                Outcome.MET,
                reason,
                searched=f"{rows} of the register, {counted(len(assessment.documents), 'file')}",
            )
        ]


def _lost(rule: Rule, found: Sequence[Named]) -> Finding:
    first = found[0]
    times = "" if len(found) == 1 else f", {len(found)} times"
    sure = first.form != "name"
    where = "there is no such row in the register and no such file" if sure else "no row and no file has this name"
    reason = f"“{first.words}” is cited{times}, and {where}."
    outcome = Outcome.NOT_MET if sure else Outcome.NEEDS_REVIEW
    return finding(rule, outcome, reason, cited=[one.place.citation for one in found], item=first.words)
