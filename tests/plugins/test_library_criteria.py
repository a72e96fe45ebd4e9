"""The criteria about library and register, where the cases of their rules do not reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from checker_plugins.library_criteria.citations_resolved import CitationsResolved
from checker_plugins.library_criteria.evidence_cited import EvidenceCited
from checker_plugins.library_criteria.newer_evidence_cited import NewerEvidenceCited
from checker_plugins.library_criteria.owners_named import OwnersNamed
from checker_plugins.library_criteria.register_matches import RegisterMatches
from checker_plugins.library_criteria.triangulated import Triangulated

from checker import (
    Assessment,
    DocumentKind,
    DocumentRecord,
    ExpectationStatus,
    Finding,
    Outcome,
    Register,
    RegisterColumn,
    RegisterRow,
    Rule,
    Tags,
)
from checker.testing import a_book, a_document, a_passage, a_rule, an_assessment, an_expectation, an_observation

SELF_ASSESSMENT = a_document("sa.md", kind=DocumentKind.SELF_ASSESSMENT)
C = RegisterColumn
EVERY = [CitationsResolved, EvidenceCited, NewerEvidenceCited, OwnersNamed, RegisterMatches, Triangulated]


def a_row(place: str = "row 2", statements: Sequence[str] = (), **said: str) -> RegisterRow:
    told = {RegisterColumn(column.replace("_", "-")): text for column, text in said.items()}
    return RegisterRow(place=place, said=told, statements=tuple(statements))


def a_rule_of(criterion: str, **expects: object) -> Rule:
    return a_rule(criterion, expectation="", statement="", id=f"library.{criterion}", **expects)


def with_register(assessment: Assessment, *rows: RegisterRow, **more: Any) -> Assessment:
    register = replace(Register(name="r.csv", rows=rows), **more)
    return replace(assessment, register=register)


def cited(*targets: tuple[str, str], documents: Sequence[DocumentRecord] = ()) -> Assessment:
    found = [
        an_observation(
            "citation", target, text=f"So it says ({target}).", document="sa.md", start=100 * place, form=form
        )
        for place, (form, target) in enumerate(targets)
    ]
    return replace(
        an_assessment(documents=[SELF_ASSESSMENT, *documents]),
        observations=an_assessment(observations=found).observations,
    )


def findings(found: Finding | Sequence[Finding]) -> list[Finding]:
    return [found] if isinstance(found, Finding) else list(found)


@pytest.mark.parametrize("criterion", EVERY)
def test_nothing_is_asked_without_a_register(criterion: type[Any]) -> None:
    rule = a_rule_of(criterion.name, months=6, at_least=2, needed=[])

    (finding,) = findings(criterion().evaluate(rule, cited(("reference", "E1"))))

    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert "--register" in finding.reason


@pytest.mark.parametrize(
    ("form", "target", "row"),
    [
        ("reference", "E12", a_row(ref="E-012")),
        ("reference", "E12, E13", a_row(ref="E12")),
        ("reference", "see 3.4", a_row(ref="3.4")),
        ("title", "Carers Strategy 2023–28", a_row(title="Our carers strategy 2023-28")),
        ("file", "in the Carers plan.docx", a_row(file="Carers plan.docx")),
        ("appendix", "Appendix 2", a_row(title="Appendix 2: survey")),
    ],
)
def test_a_citation_is_found_in_the_register_however_it_is_written(form: str, target: str, row: RegisterRow) -> None:
    assessment = with_register(cited((form, target)), row, a_row("row 3", ref="E13"))

    (finding,) = CitationsResolved().evaluate(a_rule_of("citations_resolved"), assessment)

    assert finding.outcome is Outcome.MET


@pytest.mark.parametrize(
    ("form", "target", "name"),
    [
        ("reference", "E12", "E12 survey.pdf"),
        ("file", "set out in survey.pdf", "people/survey.pdf"),
        ("title", "Carers Strategy", "Carers_Strategy_v7 FINAL.docx"),
        ("link", "../people/survey%202025.pdf", "people/survey 2025.pdf"),
    ],
)
def test_a_citation_is_found_among_the_files(form: str, target: str, name: str) -> None:
    assessment = with_register(cited((form, target), documents=[a_document(name)]))

    (finding,) = CitationsResolved().evaluate(a_rule_of("citations_resolved"), assessment)

    assert finding.outcome is Outcome.MET


@pytest.mark.parametrize(
    "target", ["https://www.aldermere.gov.uk/carers", "mailto:x@y.uk", "#section", "https://a.uk/b.pdf"]
)
def test_a_link_that_leads_outside_is_not_tested(target: str) -> None:
    assessment = with_register(cited(("link", target)))

    (finding,) = CitationsResolved().evaluate(a_rule_of("citations_resolved"), assessment)

    assert finding.outcome is Outcome.NOT_APPLICABLE


def test_each_lost_reference_is_one_finding_with_every_place() -> None:
    assessment = with_register(cited(("reference", "E9"), ("reference", "E1"), ("reference", "E9")), a_row(ref="E1"))

    (finding,) = CitationsResolved().evaluate(a_rule_of("citations_resolved"), assessment)

    assert (finding.outcome, finding.item, len(finding.citations)) == (Outcome.NOT_MET, "E9", 2)
    assert "cited, 2 times" in finding.reason


def test_the_self_assessment_itself_is_no_file_that_it_may_cite() -> None:
    assessment = with_register(cited(("file", "sa.md")))

    (finding,) = CitationsResolved().evaluate(a_rule_of("citations_resolved"), assessment)

    assert finding.outcome is Outcome.NOT_MET


def test_an_item_cited_by_its_file_is_not_forgotten() -> None:
    assessment = with_register(
        cited(("file", "survey.pdf"), documents=[a_document("survey.pdf")]),
        a_row(ref="E1", file="people/survey.pdf"),
        rows_of={"survey.pdf": (0,)},
    )

    finding = EvidenceCited().evaluate(a_rule_of("evidence_cited"), assessment)

    assert finding.outcome is Outcome.MET


def test_the_register_and_the_library_differ_in_three_ways() -> None:
    rows = (a_row(ref="E1"), a_row(ref="E2"))
    assessment = with_register(cited(), *rows, missing=(0,), double=(1,), unlisted=("more.md",))

    found = RegisterMatches().evaluate(a_rule_of("register_matches"), assessment)

    assert [(one.item, one.outcome) for one in found] == [
        ("missing files", Outcome.NOT_MET),
        ("unclear rows", Outcome.PARTLY_MET),
        ("files not listed", Outcome.PARTLY_MET),
    ]


def test_sign_off_is_asked_for_where_the_register_has_a_column_for_it() -> None:
    rows = (a_row(statements=["working-together"], owner="Jo"),)
    without = with_register(cited(), *rows, columns={C.STATEMENT: "QS", C.OWNER: "Owner"})
    with_it = with_register(cited(), *rows, columns={C.STATEMENT: "QS", C.OWNER: "Owner", C.SIGN_OFF: "Signed off"})

    (unasked,) = OwnersNamed().evaluate(a_rule_of("owners_named"), without)
    (asked,) = OwnersNamed().evaluate(a_rule_of("owners_named"), with_it)

    assert unasked.outcome is Outcome.MET
    assert asked.outcome is Outcome.NOT_MET
    assert "its 1 row has no sign-off" in asked.reason


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2025-08-31", Outcome.MET), ("2025-09-30", Outcome.MET), ("2025-10-01", Outcome.PARTLY_MET)],
)
def test_evidence_may_be_newer_by_the_months_that_the_rule_allows(day: str, outcome: Outcome) -> None:
    own = replace(SELF_ASSESSMENT, date="2025-03-31")
    evidence = replace(a_document("letter.md"), date=day, statuses={"data-sharing": ExpectationStatus.SUPPORTED})
    assessment = with_register(an_assessment(documents=[own, evidence]))

    (finding,) = NewerEvidenceCited().evaluate(a_rule_of("newer_evidence_cited", months=6), assessment)

    assert finding.outcome is outcome


def test_parts_of_a_self_assessment_with_one_title_are_told_apart() -> None:
    parts = [replace(SELF_ASSESSMENT, name=f"part {number}.md", title="Self-assessment") for number in (1, 2)]
    assessment = with_register(an_assessment(documents=parts))

    findings = NewerEvidenceCited().evaluate(a_rule_of("newer_evidence_cited", months=6), assessment)

    assert [one.item for one in findings] == ["part 1.md", "part 2.md"]


def evidenced(*documents: DocumentRecord) -> Assessment:
    expectation = an_expectation(serves=["i.joined-up"])
    passages = [a_passage(document=one.name, voice="partners") for one in documents]
    known = [replace(one, statuses={"data-sharing": ExpectationStatus.SUPPORTED}) for one in documents]
    book = a_book(expectation)
    return with_register(an_assessment(*passages, book=book, documents=known))


def test_the_register_says_the_category_before_the_voices_do() -> None:
    survey = replace(a_document("survey.md"), date="2025-03-31", tags=Tags(category="peoples-experience"))
    letter = replace(a_document("letter.md"), date="2025-03-31")

    (finding,) = Triangulated().evaluate(
        a_rule_of("triangulated", at_least=2, needed=["peoples-experience"]), evidenced(survey, letter)
    )

    assert finding.outcome is Outcome.MET
    assert "dated evidence of 2 categories (Feedback from partners, Peoples experience)" in finding.reason


def test_evidence_without_a_date_does_not_count_and_is_told() -> None:
    survey = replace(a_document("survey.md"), tags=Tags(category="peoples-experience"))
    letter = replace(a_document("letter.md"), date="2025-03-31")

    (finding,) = Triangulated().evaluate(
        a_rule_of("triangulated", at_least=2, needed=["peoples-experience"]), evidenced(survey, letter)
    )

    assert finding.outcome is Outcome.NOT_MET
    assert "Without a date: 1 of 2 documents." in finding.reason
    assert finding.item == "working-together"


def test_what_the_self_assessment_says_of_itself_is_no_second_source() -> None:
    own = replace(SELF_ASSESSMENT, date="2025-03-31", tags=Tags(category="peoples-experience"))

    (finding,) = Triangulated().evaluate(a_rule_of("triangulated", at_least=1, needed=[]), evidenced(own))

    assert finding.outcome is Outcome.NOT_MET
    assert "no document beside the self-assessment is evidence for it" in finding.reason
