"""Criterion `sources_varied`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from checker import Assessment, Finding, Outcome, QualityStatement, RegisterColumn, RegisterRow, Rule, counted

from .asking import NO_REGISTER, finding, not_applicable, number, parameters


class SourcesVaried:
    """
    Does each quality statement's evidence come from several teams and several years?

    By the register: its rows for a statement, their owners and the years of their dates. More than `share` per cent of
    the rows with one owner, or of one calendar year, are partly met. Rows that name no owner, or no date, are left out
    of that comparison, and a statement with fewer than `rows` of them is not asked.
    """

    name = "sources_varied"
    about = "The evidence of each quality statement comes from several teams and years."
    schema = parameters(
        share={
            "type": "integer",
            "minimum": 1,
            "maximum": 100,
            "description": "Per cent of a statement's rows that may have one owner, or be of one year.",
        },
        rows={"type": "integer", "minimum": 2, "description": "So many rows there must be to compare them."},
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each quality statement whose evidence is one team's or one year's, else one for all."""
        register = assessment.register
        if register is None:
            return [not_applicable(rule, NO_REGISTER)]
        statements = [assessment.book.framework.statement(one) for one in assessment.scope]
        rows_of = [(one, [row for row in register.rows if one.id in row.statements]) for one in statements]
        findings = [found for one, rows in rows_of if (found := _finding(rule, one, rows))]
        if findings:
            return findings
        if max((len(rows) for _, rows in rows_of), default=0) < number(rule, "rows"):
            return [not_applicable(rule, "The register has too few rows for a quality statement to compare them.")]
        searched = f"{counted(len(register.rows), 'row')} of the register"
        reason = "For no quality statement do nearly all items come from one team or one year."
        return [finding(rule, Outcome.MET, reason, searched=searched)]


def _finding(rule: Rule, statement: QualityStatement, rows: Sequence[RegisterRow]) -> Finding | None:
    owners = [owner for row in rows if (owner := " ".join(row.words(RegisterColumn.OWNER).split()))]
    years = [row.date[:4] for row in rows if row.date]
    parts = [
        f"{many} of its {counted(total, 'item')} {what} {most}"
        for found, what in ((owners, "belong to"), (years, "are of"))
        for most, many, total in [_most(found)]
        if total >= number(rule, "rows") and 100 * many > number(rule, "share") * total
    ]
    if not parts:
        return None
    reason = f"{statement.title}: {', and '.join(parts)}."
    return finding(rule, Outcome.PARTLY_MET, reason, searched=counted(len(rows), "row"), item=statement.id)


def _most(found: Sequence[str]) -> tuple[str, int, int]:
    """Return what stands there most often (however it is capitalised), how often, and of how many."""
    if not found:
        return "", 0, 0
    counts = Counter(one.casefold() for one in found)
    most, many = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return next(one for one in found if one.casefold() == most), many, len(found)
