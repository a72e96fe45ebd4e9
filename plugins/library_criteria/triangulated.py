"""Criterion `triangulated`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import (
    Assessment,
    DocumentRecord,
    ExpectationStatus,
    Finding,
    Outcome,
    Passage,
    QualityStatement,
    RegisterColumn,
    Rule,
    Side,
    counted,
    dataclass,
)

from .asking import NO_REGISTER, finding, not_applicable, number, parameters, self_assessments

_AFFIRMING = frozenset({ExpectationStatus.SUPPORTED, ExpectationStatus.MIXED})


@dataclass(frozen=True, kw_only=True, slots=True)
class _Item:
    """A document that is evidence for a quality statement: its evidence categories, and whether it is dated."""

    name: str
    categories: frozenset[str]
    dated: bool


class Triangulated:
    """
    Does each quality statement rest on dated evidence of several categories, people's experience among them?

    Where the register dates other rows and not most of a statement's, that statement is partly met at best.

    Its items are the documents that the register (or front matter, or a folder) lists for it; where there are none,
    those that affirm one of its expectations. The self-assessment is none of them. An item's category is the
    register's; without one, that of the voices in the kept passages. An item without a date does not count; one whose
    category is not known is named as unclassified. Each I statement that no item affirms is told.
    """

    name = "triangulated"
    about = "Each quality statement rests on dated evidence of several categories."
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
        """Return one finding for each quality statement in scope."""
        if assessment.register is None:
            return [not_applicable(rule, NO_REGISTER)]
        found = [_finding(rule, assessment, assessment.book.framework.statement(one)) for one in assessment.scope]
        return found or [not_applicable(rule, "No quality statement is in scope.")]


def _finding(rule: Rule, assessment: Assessment, statement: QualityStatement) -> Finding:
    items = list(_items(assessment, statement))
    dated = {category for item in items if item.dated for category in item.categories}
    needed = rule.expects.get("needed", ())
    lacking = [one for one in needed if one not in dated] if isinstance(needed, list | tuple) else []
    enough = len(dated) >= number(rule, "at_least")
    outcome = (
        Outcome.MET if enough and not lacking else Outcome.PARTLY_MET if dated and not lacking else Outcome.NOT_MET
    )
    bare = _undated_rows(assessment, statement)
    outcome = Outcome.PARTLY_MET if bare and outcome is Outcome.MET else outcome
    titles = {one.id: one.title for one in assessment.book.framework.evidence_categories}
    parts = [f"{statement.title}: {_told(items, [titles.get(one, one) for one in sorted(dated)])}"]
    parts += [f"Missing: {', '.join(titles.get(one, one) for one in lacking)}."] if lacking else []
    parts += [f"The register gives no date for {counted(bare, 'row')} of it, although it dates others."] if bare else []
    parts += _silent(assessment, statement, items)
    cited = [one for one in _affirming(assessment, statement) if one.document in {item.name for item in items}]
    searched = counted(len(items), "document")
    return finding(rule, outcome, " ".join(parts), cited=cited, searched=searched, item=statement.id)


def _undated_rows(assessment: Assessment, statement: QualityStatement) -> int:
    """Return how many of a statement's rows have no date, if it is most of them and not most of the others; else 0."""
    rows = assessment.register.rows if assessment.register else ()
    own = [row for row in rows if statement.id in row.statements]
    undated = [row for row in rows if not row.words(RegisterColumn.DATE)]
    here = [row for row in undated if row in own]
    mostly_here = 2 * len(here) > len(own) and 2 * (len(undated) - len(here)) < len(rows) - len(own)
    return len(here) if mostly_here else 0


def _told(items: Sequence[_Item], categories: Sequence[str]) -> str:
    if not items:
        return "no document beside the self-assessment is evidence for it."
    undated = sum(1 for item in items if not item.dated)
    unknown = sum(1 for item in items if not item.categories)
    many = "1 category" if len(categories) == 1 else f"{len(categories) or 'no'} categories"
    told = f"dated evidence of {many}" + (f" ({', '.join(categories)})." if categories else ".")
    told += f" Without a date: {undated} of {counted(len(items), 'document')}." if undated else ""
    return told + (f" Unclassified: {unknown} of {counted(len(items), 'document')}." if unknown else "")


def _silent(assessment: Assessment, statement: QualityStatement, items: Sequence[_Item]) -> list[str]:
    """Say which I statements none of the items affirms."""
    names = {item.name for item in items}
    records = [record for record in assessment.readable if record.name in names]
    silent = []
    for served in statement.i_statements:
        keys = [
            one.id for one in assessment.book.expectations if served.id in one.serves and one.statement == statement.id
        ]
        if items and keys and not any(record.statuses.get(key) in _AFFIRMING for record in records for key in keys):
            silent.append(f"“{served.text}”")
    return [f"Nothing in it affirms: {' '.join(silent)}"] if silent else []


def _items(assessment: Assessment, statement: QualityStatement) -> Iterator[_Item]:
    own = set(self_assessments(assessment))
    keys = {one.id for one in assessment.book.expectations if one.statement == statement.id}
    others = [record for record in assessment.readable if record.name not in own]
    listed = [record for record in others if statement.id in record.tags.statements]
    affirming = [one for one in others if any(one.statuses.get(key) in _AFFIRMING for key in keys)]
    passages = _affirming(assessment, statement)
    for record in listed or affirming:
        yield _item(record, [one for one in passages if one.document == record.name])


def _item(record: DocumentRecord, passages: Sequence[Passage]) -> _Item:
    heard = frozenset(one.evidence_category for one in passages if one.evidence_category)
    return _Item(
        name=record.name,
        categories=frozenset({record.tags.category}) if record.tags.category else heard,
        dated=bool(record.date) or any(one.dates for one in passages),
    )


def _affirming(assessment: Assessment, statement: QualityStatement) -> list[Passage]:
    """Return the kept passages that affirm an expectation of a statement."""
    keys = [one.id for one in assessment.book.expectations if one.statement == statement.id]
    return [one for key in keys for one in assessment.evidence(key).on(Side.FOR)]
