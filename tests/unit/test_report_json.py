"""The JSON report keeps to its schema, and neither can change without the other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.domain.actions import ActionRow, GapState, PlannedAction
from checker.domain.assessment import Assessment, DocumentRecord
from checker.domain.decision import DecisionState, Method, ReportedAttestation, ReportedWaiver
from checker.domain.document import ReadStatus
from checker.domain.evidence import Because, Part, Passage, Period, Polarity
from checker.domain.finding import Citation, Finding, Flag, Outcome
from checker.domain.plans import Contradiction, LeastEffort, Plans, SingleSupport, Step
from checker.domain.report import (
    Counts,
    GapReport,
    Named,
    NotAssessed,
    ReportedExpectation,
    ReportedFinding,
    ReportedServed,
    ReportedStatement,
    RunRecord,
    Summary,
)
from checker.domain.sharing import Concern, MaskedPlace, Matter
from checker.report_json import LEFT_OUT, to_json
from checker.stages.gap_report import build_gap_report
from checker.stages.profile import profile
from checker.testing import a_book, a_document, a_passage, a_rule, a_run, an_assessment, an_expectation

SCHEMA: dict[str, Any] = json.loads(files("checker.schemas").joinpath("gap-report.json").read_text("utf-8"))
DEFINED = {
    "named": Named,
    "run": RunRecord,
    "summary": Summary,
    "document": DocumentRecord,
    "served": ReportedServed,
    "citation": Citation,
    "finding": ReportedFinding,
    "counts": Counts,
    "expectation": ReportedExpectation,
    "statement": ReportedStatement,
    "period": Period,
    "because": Because,
    "part": Part,
    "passage": Passage,
    "not_assessed": NotAssessed,
    "action": PlannedAction,
    "waiver": ReportedWaiver,
    "attestation": ReportedAttestation,
    "masked_place": MaskedPlace,
    "concern": Concern,
    "step": Step,
    "least_effort": LeastEffort,
    "single_support": SingleSupport,
    "contradiction": Contradiction,
    "plans": Plans,
}
ADDED_LATER = {"summary": {"plan_rules"}, "finding": {"gap_title"}}
"""Fields that a valid report of the same schema need not have: earlier ones do not."""


RICH = replace(
    a_passage("Shared since 2024, but late.", polarity=Polarity.MIXED, dated=("2024-01-01", "2024-12-31")),
    parts=(Part(start=0, end=17, polarity=Polarity.STRENGTH),),
    because=(Because(field="polarity", words="late", start=23, end=27, entry="polarity.yaml:3", family="lack"),),
    heading_path=("Theme", "Sharing"),
    line=3,
)
FINDINGS = (
    Finding(
        rule_id="data-sharing.evidenced",
        outcome=Outcome.PARTLY_MET,
        reason="Because.",
        citations=(RICH,),
        flags=(Flag.STALE,),
    ),
    Finding(rule_id="craft.dates", outcome=Outcome.NOT_ASSESSED, reason="It broke.", item="Our plans"),
)


def a_full_assessment() -> Assessment:
    craft = a_rule("spoken", id="craft.dates", expectation="", statement="")
    told = replace(
        a_document(council="Eastvale Council"),
        hidden={"comment": 2},
        masked={"NHS number": 1},
        masked_at=(MaskedPlace(kind="NHS number", place="line 2"),),
        not_recognised=(a_passage(expectations=()),),
    )
    return an_assessment(
        RICH,
        a_passage(),
        book=a_book(an_expectation(), statement_rules=(craft,)),
        documents=(told, a_document("b.pdf", status=ReadStatus.FAILED, reason="It is damaged.")),
    )


def a_full_report(settings: dict[str, object] | None = None) -> GapReport:
    """Return a report in which every kind of value is there at least once."""
    assessment = a_full_assessment()
    report = build_gap_report(
        assessment=assessment,
        findings=FINDINGS,
        profile=profile(assessment, FINDINGS),
        run=a_run(settings or {"statement": ["working-together"]}),
        warnings=("Beware.",),
        waivers=(ReportedWaiver(**_DECIDED, risk="It may stay unseen.", state=DecisionState.EXPIRED),),
        attestations=(ReportedAttestation(**_DECIDED, method=Method.TEST, state=DecisionState.IN_FORCE, suspect=True),),
    )
    row = ActionRow(gap_id="a/b/c", typed={"owner": "Head of Care"})
    filled = PlannedAction(gap_id="a/b/c", state=GapState.OPEN, typed={"owner": "Head of Care"}, row=row)
    shared = Concern(matter=Matter.HIDDEN, document="report.txt", kind="comment", count=2, places=("page 1",))
    report = replace(report, before_sharing=(shared,))
    return replace(report, actions=(filled, PlannedAction(gap_id="d", state=GapState.OPEN)))


_DECIDED: dict[str, Any] = {
    "gap_id": "a/b/c",
    "person": "Ida Marsh",
    "role": "Director",
    "reason": "A new system comes in May.",
    "start": "2026-01-01",
    "end": "2026-06-30",
}


def test_a_report_made_item_by_item_is_the_same() -> None:
    whole, lazy = to_json(a_full_report()), to_json(a_full_report(), lazily=True)

    assert list(lazy) == list(whole)
    assert {name: list(value) if isinstance(value, Iterator) else value for name, value in lazy.items()} == whole
    assert not isinstance(to_json(a_full_report(), lazily=True)["documents"], list)


def test_a_full_report_keeps_to_the_schema() -> None:
    values = json.loads(json.dumps(to_json(a_full_report())))

    Draft202012Validator.check_schema(SCHEMA)
    errors = [f"{list(error.path)}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(values)]

    assert errors == []
    for name in ("documents", "statements", "findings", "passages", "not_recognised", "not_assessed", "warnings"):
        assert values[name], name
    assert values["waivers"]
    assert values["before_sharing"]
    assert values["documents"][-1]["masked_at"]
    assert values["attestations"]
    assert [one["gap_id"] for one in values["actions"]] == ["a/b/c"], "rows into which nobody typed are left out"


def test_a_report_of_before_a_field_was_added_is_valid_still() -> None:
    values: Any = json.loads(json.dumps(to_json(a_full_report())))
    del values["summary"]["plan_rules"]
    for finding in values["findings"]:
        del finding["gap_title"]

    assert list(Draft202012Validator(SCHEMA).iter_errors(values)) == []


@pytest.mark.parametrize("name", sorted(DEFINED))
def test_the_schema_has_the_fields_of_the_type_and_no_others(name: str) -> None:
    kind = DEFINED[name]
    shown = {field.name for field in fields(kind)} - LEFT_OUT.get(kind, frozenset())

    assert set(SCHEMA["$defs"][name]["properties"]) == shown
    assert set(SCHEMA["$defs"][name]["required"]) == shown - ADDED_LATER.get(name, set())
    assert SCHEMA["$defs"][name]["additionalProperties"] is False


def test_the_schema_has_the_fields_of_the_report_and_no_others() -> None:
    shown = {field.name for field in fields(GapReport)} - LEFT_OUT[GapReport]

    assert set(SCHEMA["properties"]) == shown | {"schema"}
    assert set(SCHEMA["required"]) == shown | {"schema"}


def test_every_field_is_described() -> None:
    bare = [
        f"{name}.{field}"
        for name, definition in {"report": SCHEMA, **SCHEMA["$defs"]}.items()
        for field, schema in definition.get("properties", {}).items()
        if name not in ("statuses",) and not (schema.get("description") or "$ref" in schema)
    ]

    assert bare == []


def test_the_report_begins_with_its_schema_and_what_it_is_not() -> None:
    values = to_json(a_full_report())

    assert list(values) == [
        *("schema", "notice", "before_sharing", "run", "title", "councils", "summary", "documents", "statements"),
        *(
            "findings",
            "passages",
            "not_recognised",
            "not_assessed",
            "warnings",
            "actions",
            "waivers",
            "attestations",
            "tailoring",
            "plans",
        ),
    ]
    assert values["schema"] == "gap-report/1"


def test_what_is_not_stated_is_null() -> None:
    values: Any = to_json(a_full_report())

    assert values["documents"][1]["council"] == "Eastvale Council"
    assert values["documents"][1]["statement"] is None
    assert values["documents"][1]["published_score"] is None
    assert values["findings"][0]["expectation"] is None
    assert values["findings"][0]["item"] == "Our plans"


def test_the_order_of_mappings_does_not_change_the_text() -> None:
    one = to_json(a_full_report({"a": 1, "b": {"c": 2, "d": 3}}))
    other = to_json(a_full_report({"b": {"d": 3, "c": 2}, "a": 1}))

    assert json.dumps(one) == json.dumps(other)


def test_a_value_that_json_does_not_know_is_an_error() -> None:
    with pytest.raises(TypeError, match="no place in a JSON report"):
        to_json(a_full_report({"out": Path("somewhere")}))
