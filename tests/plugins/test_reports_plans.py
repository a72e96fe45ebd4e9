"""Where to begin, and what rests on little: readable however much it is."""

from __future__ import annotations

from dataclasses import replace

from checker_plugins.reports.content.lookup import Lookup
from checker_plugins.reports.content.parts import Extent, Paragraph, text_of
from checker_plugins.reports.content.plans import plans

from checker.domain.plans import Plans

from .report_builders import nine_statements


def told(*names: str) -> str:
    report = replace(nine_statements(), plans=Plans(own_word_only=names))
    (paragraph,) = (one for one in plans(Lookup.of(report, Extent())) if isinstance(one, Paragraph))
    return text_of(paragraph.line)


def test_a_few_expectations_are_named() -> None:
    first = nine_statements().statements[0].expectations[0]

    assert told(first.id) == f"1 of 45 expectations: nobody else affirms it: “{first.title}”."


def test_many_expectations_are_counted_by_quality_statement() -> None:
    statements = nine_statements().statements
    names = [one.id for statement in statements[:3] for one in statement.expectations]

    assert told(*names) == (
        "15 of 45 expectations: nobody else affirms them: 5 in Statement 1; 5 in Statement 2; 5 in Statement 3."
    )
