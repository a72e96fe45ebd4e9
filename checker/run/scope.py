"""What a run is about: the statements in scope, and the inputs that it was given."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain.assessment import DocumentRecord
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.pack import RuleBook
from checker.errors import UsageError
from checker.run.given_files import Given
from checker.suggestions import suggest


def check_statements(statements: Sequence[str], book: RuleBook) -> None:
    """`UsageError` for a statement that the framework does not have, with the nearest that it has."""
    known = [statement.id for statement in book.framework.statements]
    for statement in statements:
        if statement not in known:
            msg = f"there is no quality statement {statement!r} ({suggest(statement, known)})"
            raise UsageError(msg)


def scope_of(statements: Sequence[str], records: Sequence[DocumentRecord], book: RuleBook) -> tuple[str, ...]:
    """
    Return the ids of the statements in scope, in the framework's order.

    Those asked for; else, if every document read states its statement, those; else every statement that has a pack.
    """
    with_pack = {expectation.statement for expectation in book.expectations}
    # An archive and a copy of another file say nothing themselves.
    stated = [record.statement for record in records if record.status is not ReadStatus.FAILED and record.sentences]
    if statements:
        chosen = set(statements)
    elif stated and all(stated):
        chosen = set(stated)
    else:
        chosen = with_pack
    return tuple(statement.id for statement in book.framework.statements if statement.id in chosen & with_pack)


def inputs_given(records: Sequence[DocumentRecord], given: Given) -> frozenset[str]:
    """Return the names of the inputs that there are beside documents: rules ask for them."""
    has_one = any(record.kind is DocumentKind.SELF_ASSESSMENT for record in records)
    there = {"self-assessment": has_one, "actions": bool(given.plan), "register": bool(given.register)}
    return frozenset(name for name, is_there in there.items() if is_there)
