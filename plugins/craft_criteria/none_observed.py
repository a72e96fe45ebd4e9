"""Criterion `none_observed`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker import Assessment, DocumentKind, Finding, Observation, Rule, counted

from .asking import (
    NO_SELF_ASSESSMENT,
    fault,
    met,
    names,
    not_applicable,
    outcome_of,
    quoted,
    text,
    whole_number,
)
from .schemas import DOCUMENTS, OUTCOME, Schema, named, numbers_by_name, parameters, said, texts
from .schemas import text as a_text
from .schemas import whole_number as a_number
from .sections import Sections

_CALLED = {
    "where": "",
    "has": "with",
    "unit": "the unit is",
    "percent": "per cent",
    "count": "a plain number",
    "whose": "said of",
    "ours": "the council itself",
    "value": "the number",
    "base": "the number asked",
    "dated": "a date",
    "metric": "what is measured",
    "people": "people who are counted",
    "compared": "anything to compare them with",
    "averaged": "an average",
    "survey": "a survey behind them",
    "opinion": "an opinion that was asked for",
    "right": "right by their own numbers",
}
"""What attributes of observations, and values of theirs, are called where a rule is told in words."""

_CONDITION: dict[str, Schema] = {
    "where": {
        "type": "object",
        "additionalProperties": texts("Values that count."),
        "description": "Attributes and the values that they must have; `value` is the observation's own.",
        "x-words": "Counted where: {}",
        "x-names": _CALLED,
    },
    "has": said(named(texts("Attributes that must be told."), _CALLED), "Counted where these are told: {}"),
    "without": said(named(texts("Attributes that must not be told."), _CALLED), "Counted where these are not told: {}"),
    "at_least": said(
        named(
            numbers_by_name("Attributes that are numbers, and the least that counts."),
            {**_CALLED, "count": "the times that it is used"},
        ),
        "Counted from: {}",
    ),
    "below": said(
        named(numbers_by_name("Attributes that are numbers, and the number that they must stay below."), _CALLED),
        "Counted below: {}",
    ),
}


class NoneObserved:
    """
    Are the documents free of something that can be observed in them: figures without a date, drafts' residue …?

    `kind` is what is looked for, the conditions which of it counts; with `any_of` one of several sets of conditions is
    enough. Findings are told apart by `item`: `section` (the default; the quality statement or heading), `value` or
    `document`. Not applicable: there is no such document.
    """

    name = "none_observed"
    about = "The documents are free of something that can be observed in them."
    schema = parameters(
        ("kind", "one", "many"),
        kind=said(a_text("The kind of observation that is looked for."), ""),
        one=said(a_text("What one of those is called in reasons."), ""),
        many=said(a_text("What several are called."), "Looked for: {}"),
        any_of={
            "type": "array",
            "minItems": 1,
            "items": parameters((), **_CONDITION),
            "description": "Sets of conditions, one of which is enough.",
            "x-words": "Counted where one of these holds: {}",
            "x-names": _CALLED,
        },
        documents=DOCUMENTS,
        outcome=OUTCOME,
        item={
            "type": "string",
            "enum": ["section", "value", "document"],
            "description": "What findings are about.",
            "x-words": "One finding for each {}",
        },
        fewest=said(
            a_number("So many in one item are a finding; fewer are none.", least=1),
            "Fewer than {} in one place are none",
        ),
        **_CONDITION,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return one finding for each item, or one that says what was searched."""
        kinds = [DocumentKind(kind) for kind in names(rule, "documents")] or [DocumentKind.SELF_ASSESSMENT]
        documents = assessment.names_of(*kinds)
        if not documents:
            only_own = kinds == [DocumentKind.SELF_ASSESSMENT]
            return not_applicable(rule, NO_SELF_ASSESSMENT if only_own else "No such document was read.")
        kind = text(rule, "kind")
        total = assessment.observations.count(kind, documents)
        found = [one for one in assessment.observations.kind(kind, documents) if _counts(rule.expects, one)]
        findings = [
            _finding(rule, item, own)
            for item, own in _by_item(rule, assessment, found).items()
            if len(own) >= whole_number(rule, "fewest", 1)
        ]
        return findings or met(rule, _none(rule, len(documents), total), [text(rule, "many")])


def _by_item(rule: Rule, assessment: Assessment, found: Sequence[Observation]) -> dict[str, list[Observation]]:
    item = _naming(rule, assessment)
    groups: dict[str, list[Observation]] = {}
    for one in found:
        groups.setdefault(item(one), []).append(one)
    return dict(sorted(groups.items()))


def _naming(rule: Rule, assessment: Assessment) -> Callable[[Observation], str]:
    how = text(rule, "item", "section")
    if how == "value":
        return lambda one: one.value
    if how == "document":
        return lambda one: one.document
    sections = Sections(assessment)

    def section(one: Observation) -> str:
        part = sections.part_of(one)
        return part.item if part else one.document

    return section


def _finding(rule: Rule, item: str, found: Sequence[Observation]) -> Finding:
    what = counted(len(found), text(rule, "one"), text(rule, "many"))
    reason = f"{what[:1].upper()}{what[1:]}: {quoted(found)}."
    return fault(rule, outcome_of(rule), reason, (one.citation for one in found), item=item)


def _none(rule: Rule, documents: int, total: int) -> str:
    looked = counted(documents, "document")
    return f"No {text(rule, 'one')} was found in the {looked} looked at ({total} of that kind seen)."


def _counts(expects: Mapping[str, Any], one: Observation) -> bool:
    sets = expects.get("any_of") or [{}]
    return _fits(expects, one) and any(_fits(conditions, one) for conditions in sets)


def _fits(conditions: Mapping[str, Any], one: Observation) -> bool:
    told = {**one.attributes, "value": one.value}
    return (
        all(told.get(name, "") in values for name, values in conditions.get("where", {}).items())
        and all(told.get(name) for name in conditions.get("has", ()))
        and not any(told.get(name) for name in conditions.get("without", ()))
        and all(_number(told.get(name)) >= least for name, least in conditions.get("at_least", {}).items())
        and all(name in told and _number(told[name]) < limit for name, limit in conditions.get("below", {}).items())
    )


def _number(words: str | None) -> float:
    try:
        return float(words or 0)
    except ValueError:
        return 0
