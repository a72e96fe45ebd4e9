"""Where the evidence comes from: expectations against the categories of evidence that are used."""

from __future__ import annotations

from collections.abc import Iterator

from ..wording import plain
from .heat_maps import of_statement, over_statements
from .lookup import Lookup
from .parts import Fold, Heading, Paragraph, Part, words


def matrix(look: Lookup) -> Iterator[Part]:
    """Yield the heat map of each statement in scope, after one over all statements where there are several."""
    yield Heading(level=2, text="Where the evidence comes from", anchor="matrix")
    if not any(statement.expectations for statement in look.in_scope):
        yield Paragraph(line=words("No expectation was in scope."))
        return
    if len(look.in_scope) > 1:
        yield over_statements(look)
    for statement in () if look.extent.brief and look.large else look.in_scope:
        if statement.expectations:
            chart = of_statement(statement, look)
            yield Fold(summary=plain(statement.title), parts=(chart,)) if look.large else chart
