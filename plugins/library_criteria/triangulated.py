"""Criterion `triangulated`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker import (
    Assessment,
    DocumentRecord,
    ExpectationStatus,
    Finding,
    Outcome,
    Passage,
    QualityStatement,
    Rule,
    Side,
)

from .asking import NO_REGISTER, finding, not_applicable, number, parameters, self_assessments

_AFFIRMING = frozenset({ExpectationStatus.SUPPORTED, ExpectationStatus.MIXED})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Item:
    """A document that affirms something of an I statement: its evidence categories, and whether it is dated."""

    name: str
    categories: frozenset[str]
    dated: bool


class Triangulated:
    """
    Does each I statement rest on dated evidence of several categories, people's experience among them?

    An item is a document other than the self-assessment that affirms an expectation which serves the I statement. Its
    category is the register's (or the front matter's, or the folder's); without one, that of the voices in the kept
    passages. An item whose category is not known counts as unclassified, one without a date does not count.
    """

    name = "triangulated"
    about = "Each I statement rests on dated evidence of several categories."
    schema = parameters(
        at_least={"type": "integer", "minimum": 1, "description": "How many different categories there must be."},
        needed={
            "type": "array",
            "description": "Evidence categories without which it is not met.",
            "uniqueItems": True,
            "items": {"type": "string", "format": "evidence-category"},
        },
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return one finding for each I statement of the quality statements in scope that any expectation serves."""
        if assessment.register is None:
            return [not_applicable(rule, NO_REGISTER)]
        found = [
            _finding(rule, assessment, statement, served.id, served.text)
            for statement in map(assessment.book.framework.statement, assessment.scope)
            for served in statement.i_statements
            if _serving(assessment, statement, served.id)
        ]
        return found or [not_applicable(rule, "No expectation in scope serves an I statement.")]


def _finding(rule: Rule, assessment: Assessment, statement: QualityStatement, served: str, words: str) -> Finding:
    serving = _serving(assessment, statement, served)
    items = list(_items(assessment, serving))
    dated = {category for item in items if item.dated for category in item.categories}
    needed = rule.expects.get("needed", ())
    lacking = [one for one in needed if one not in dated] if isinstance(needed, list | tuple) else []
    enough = len(dated) >= number(rule, "at_least")
    outcome = (
        Outcome.MET if enough and not lacking else Outcome.PARTLY_MET if dated and not lacking else Outcome.NOT_MET
    )
    titles = {one.id: one.title for one in assessment.book.framework.evidence_categories}
    reason = f"“{words}” {_told(items, [titles.get(one, one) for one in sorted(dated)])}"
    if lacking:
        reason += f" Missing: {', '.join(titles.get(one, one) for one in lacking)}."
    cited = _shown(assessment, serving, {item.name for item in items})
    item = f"{statement.id}/{served}"
    return finding(rule, outcome, reason, cited=cited, searched=f"{len(serving)} expectations", item=item)


def _told(items: Sequence[_Item], categories: Sequence[str]) -> str:
    if not items:
        return "rests on no document beside the self-assessment."
    undated = sum(1 for item in items if not item.dated)
    unknown = sum(1 for item in items if not item.categories)
    told = f"rests on dated evidence of {len(categories)} of the categories: {', '.join(categories) or 'none'}."
    told += f" Without a date: {undated} of {len(items)} documents." if undated else ""
    return told + (f" Unclassified: {unknown} of {len(items)} documents." if unknown else "")


def _serving(assessment: Assessment, statement: QualityStatement, served: str) -> list[str]:
    return [one.id for one in assessment.book.expectations if one.statement == statement.id and served in one.serves]


def _items(assessment: Assessment, expectations: Sequence[str]) -> Iterator[_Item]:
    own = set(self_assessments(assessment))
    passages = _shown(assessment, expectations, None)
    for record in assessment.readable:
        affirms = any(record.statuses.get(key) in _AFFIRMING for key in expectations)
        if affirms and record.name not in own:
            yield _item(record, [one for one in passages if one.document == record.name])


def _item(record: DocumentRecord, passages: Sequence[Passage]) -> _Item:
    heard = frozenset(one.evidence_category for one in passages if one.evidence_category)
    return _Item(
        name=record.name,
        categories=frozenset({record.tags.category}) if record.tags.category else heard,
        dated=bool(record.date) or any(one.dates for one in passages),
    )


def _shown(assessment: Assessment, expectations: Sequence[str], documents: set[str] | None) -> list[Passage]:
    """Return the kept passages that affirm these expectations, of these documents or of all."""
    found = [one for key in expectations for one in assessment.evidence(key).on(Side.FOR)]
    return [one for one in found if documents is None or one.document in documents]
