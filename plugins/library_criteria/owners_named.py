"""Criterion `owners_named`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Outcome, QualityStatement, Register, RegisterColumn, RegisterRow, Rule

from .asking import NO_REGISTER, counted, finding, named, not_applicable, number, parameters


class OwnersNamed:
    """
    Does the register say for each quality statement in scope who owns its evidence, and who has signed it off?

    Sign-off is asked for only where the register has a column for it. A few rows without a name do no harm: `share`
    says how many of a hundred must have one. Where none has, the rule is not met.
    """

    name = "owners_named"
    about = "The register names an owner, and a sign-off if it has one, for each quality statement in scope."
    schema = parameters(
        share={
            "type": "integer",
            "minimum": 1,
            "maximum": 100,
            "description": "How many of a hundred rows of a quality statement must have a name.",
        }
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return one finding for each quality statement in scope."""
        register = assessment.register
        if register is None:
            return [not_applicable(rule, NO_REGISTER)]
        if not register.has(RegisterColumn.STATEMENT):
            return [not_applicable(rule, "The register has no column for the quality statement.")]
        statements = [assessment.book.framework.statement(id_) for id_ in assessment.scope]
        return [_of_statement(rule, one, register) for one in statements] or [
            not_applicable(rule, "No quality statement is in scope.")
        ]


def _of_statement(rule: Rule, statement: QualityStatement, register: Register) -> Finding:
    rows = [row for row in register.rows if statement.id in row.statements]
    searched = f"{counted(len(register.rows), 'row')} of the register"
    wanted = [RegisterColumn.OWNER]
    wanted += [RegisterColumn.SIGN_OFF] if register.has(RegisterColumn.SIGN_OFF) else []
    lacking = {column: [row for row in rows if not row.words(column)] for column in wanted}
    if not rows:
        outcome, reason = Outcome.NOT_MET, f"{statement.title}: no row of the register is for it."
    elif any(len(without) == len(rows) for without in lacking.values()):
        outcome, reason = Outcome.NOT_MET, _told(statement, rows, lacking)
    elif any((len(rows) - len(without)) * 100 < len(rows) * number(rule, "share") for without in lacking.values()):
        outcome, reason = Outcome.PARTLY_MET, _told(statement, rows, lacking)
    elif any(lacking.values()):
        outcome, reason = Outcome.MET, _told(statement, rows, lacking)
    else:
        outcome, reason = Outcome.MET, f"{statement.title}: all {counted(len(rows), 'row')} have an owner."
    return finding(rule, outcome, reason, searched=searched, item=statement.id)


_WORDS = {RegisterColumn.OWNER: "have no owner", RegisterColumn.SIGN_OFF: "are not signed off"}


def _told(
    statement: QualityStatement, rows: Sequence[RegisterRow], lacking: dict[RegisterColumn, list[RegisterRow]]
) -> str:
    parts = [
        f"{len(without)} of {counted(len(rows), 'row')} {_WORDS[column]} ({named([row.name for row in without])})"
        for column, without in lacking.items()
        if without
    ]
    return f"{statement.title}: {'; '.join(parts)}."
