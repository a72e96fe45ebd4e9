"""Criterion `owners_named`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker import (
    Assessment,
    Finding,
    Outcome,
    QualityStatement,
    Register,
    RegisterColumn,
    RegisterRow,
    Rule,
    counted,
)

from .asking import NO_REGISTER, finding, named, not_applicable, parameters

_LACK = {RegisterColumn.OWNER: "no owner", RegisterColumn.SIGN_OFF: "no sign-off"}


class OwnersNamed:
    """
    Does the register say for each quality statement in scope who owns its evidence, and who has signed it off?

    A statement without rows, or none of whose rows has a name, is not met; one most of whose rows have none is partly
    met. Other rows without a name are partly met together, whatever statement they are for. A cell that begins with
    words of `nobody` ("to be agreed", "not yet") names nobody. Sign-off is asked for only where the register has a
    column for it.
    """

    name = "owners_named"
    about = "The register names an owner, and a sign-off if it has one, for each quality statement in scope."
    schema: Mapping[str, object] = {
        **parameters(
            nobody={
                "type": "array",
                "description": "Words at the start of a cell that name nobody.",
                "uniqueItems": True,
                "items": {"type": "string", "minLength": 1},
            }
        ),
        "required": [],
    }

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each quality statement without names, and one for other rows; else one for all."""
        register = assessment.register
        if register is None:
            return [not_applicable(rule, NO_REGISTER)]
        if not register.has(RegisterColumn.STATEMENT):
            return [not_applicable(rule, "The register has no column for the quality statement.")]
        statements = [assessment.book.framework.statement(one) for one in assessment.scope]
        wanted = [one for one in _LACK if one is RegisterColumn.OWNER or register.has(one)]
        bare = [found for one in statements if (found := _of_statement(rule, one, register, wanted))]
        told = {one.item for one in bare}
        rows = [row for row in register.rows if set(assessment.scope) & set(row.statements) - told]
        others = [row for row in rows if told.isdisjoint(row.statements)]
        searched = f"{counted(len(register.rows), 'row')} of the register"
        return [*bare, *_of_rows(rule, others, wanted)] or [
            finding(rule, Outcome.MET, "Every row for the quality statements in scope has a name.", searched=searched)
        ]


def _of_statement(
    rule: Rule, statement: QualityStatement, register: Register, wanted: Sequence[RegisterColumn]
) -> Finding | None:
    """Return the finding of a statement for which nobody is named, or for few rows only; `None` if somebody is."""
    rows = [row for row in register.rows if statement.id in row.statements]
    searched = f"{counted(len(register.rows), 'row')} of the register"
    if not rows:
        reason = f"{statement.title}: no row of the register is for it."
        return finding(rule, Outcome.NOT_MET, reason, searched=searched, item=statement.id)
    lacking = {column: [row for row in rows if not _names_somebody(rule, row, column)] for column in wanted}
    if nobody := [_LACK[column] for column, without in lacking.items() if len(without) == len(rows)]:
        reason = f"{statement.title}: its {counted(len(rows), 'row has', 'rows have')} {' and '.join(nobody)}."
        return finding(rule, Outcome.NOT_MET, reason, searched=searched, item=statement.id)
    if mostly := [column for column, without in lacking.items() if 2 * len(without) > len(rows)]:
        parts = [_without(len(rows), lacking[column], column) for column in mostly]
        reason = f"{statement.title}: {' '.join(parts)}"
        return finding(rule, Outcome.PARTLY_MET, reason, searched=searched, item=statement.id)
    return None


def _of_rows(rule: Rule, rows: Sequence[RegisterRow], wanted: Sequence[RegisterColumn]) -> Iterator[Finding]:
    for column in wanted:
        without = [row for row in rows if not _names_somebody(rule, row, column)]
        if without:
            reason = _without(len(rows), without, column)
            yield finding(rule, Outcome.PARTLY_MET, reason, item=f"rows with {_LACK[column]}")


def _without(total: int, rows: Sequence[RegisterRow], column: RegisterColumn) -> str:
    verb = "has" if len(rows) == 1 else "have"
    return f"{len(rows)} of {counted(total, 'row')} {verb} {_LACK[column]}: {named([row.name for row in rows])}."


def _names_somebody(rule: Rule, row: RegisterRow, column: RegisterColumn) -> bool:
    said = " ".join(row.words(column).casefold().strip(" .?()[]*").split())
    nobody = rule.expects.get("nobody", ())
    starts = [str(one).casefold() for one in nobody] if isinstance(nobody, list | tuple) else []
    return bool(said) and not any(said == one or said.startswith(f"{one} ") for one in starts)
