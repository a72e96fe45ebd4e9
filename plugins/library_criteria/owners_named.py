"""Criterion `owners_named`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import Assessment, Finding, Outcome, QualityStatement, Register, RegisterColumn, RegisterRow, Rule

from .asking import NO_REGISTER, counted, finding, named, not_applicable, parameters

_LACK = {RegisterColumn.OWNER: "no owner", RegisterColumn.SIGN_OFF: "no sign-off"}


class OwnersNamed:
    """
    Does the register say for each quality statement in scope who owns its evidence, and who has signed it off?

    A statement without rows, or none of whose rows has a name, is not met. Single rows without a name are partly met
    together, whatever statement they are for. Sign-off is asked for only where the register has a column for it.
    """

    name = "owners_named"
    about = "The register names an owner, and a sign-off if it has one, for each quality statement in scope."
    schema = parameters()

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each quality statement without a name, and one for single rows; else one for all."""
        register = assessment.register
        if register is None:
            return [not_applicable(rule, NO_REGISTER)]
        if not register.has(RegisterColumn.STATEMENT):
            return [not_applicable(rule, "The register has no column for the quality statement.")]
        statements = [assessment.book.framework.statement(one) for one in assessment.scope]
        wanted = [one for one in _LACK if one is RegisterColumn.OWNER or register.has(one)]
        bare = [found for one in statements if (found := _of_statement(rule, one, register, wanted))]
        told = {one.item for one in bare}
        scope = {one.id for one in statements} - told
        rows = [row for row in register.rows if scope & set(row.statements)]
        searched = f"{counted(len(register.rows), 'row')} of the register"
        return [*bare, *_of_rows(rule, rows, wanted)] or [
            finding(rule, Outcome.MET, "Every row for the quality statements in scope has a name.", searched=searched)
        ]


def _of_statement(
    rule: Rule, statement: QualityStatement, register: Register, wanted: Sequence[RegisterColumn]
) -> Finding | None:
    """Return the finding of a statement for which nobody is named; `None` if somebody is."""
    rows = [row for row in register.rows if statement.id in row.statements]
    searched = f"{counted(len(register.rows), 'row')} of the register"
    nobody = [_LACK[column] for column in wanted if rows and not any(row.words(column) for row in rows)]
    if rows and not nobody:
        return None
    what = (
        f"its {counted(len(rows), 'row')} have {' and '.join(nobody)}" if rows else "no row of the register is for it"
    )
    return finding(rule, Outcome.NOT_MET, f"{statement.title}: {what}.", searched=searched, item=statement.id)


def _of_rows(rule: Rule, rows: Sequence[RegisterRow], wanted: Sequence[RegisterColumn]) -> Iterator[Finding]:
    for column in wanted:
        without = [row.name for row in rows if not row.words(column)]
        if without:
            reason = f"{len(without)} of {counted(len(rows), 'row')} have {_LACK[column]}: {named(without)}."
            yield finding(rule, Outcome.PARTLY_MET, reason, item=f"rows with {_LACK[column]}")
