"""What the craft rules say of documents, beyond their own cases: items, reasons, limits, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.domain.document import DocumentKind
from checker.domain.finding import Finding, Outcome
from checker.domain.pack import Weight
from checker.plugin_manager import Plugins
from checker.testing import a_document, a_rule, an_assessment, an_observation, run_cases

from .craft_reading import asked, shipped

SA = "self-assessment"
FOLDER = Path(__file__).parents[2] / "rules" / "self_assessment_craft"


def evaluated(rule_id: str, assessment: object) -> tuple[Finding, ...]:
    plugins, book = shipped()
    rule = next(one for one in book.rules if one.id == rule_id)
    return plugins.evaluate(rule, assessment)


def test_the_cases_of_the_pack_come_out_as_written() -> None:
    plugins, book = shipped()

    results = run_cases(FOLDER, plugins=plugins, book=book)

    assert [str(result) for result in results if not result.passed] == []


def test_findings_are_told_apart_by_the_statement_of_their_section() -> None:
    text = "# Safeguarding\n\n71% felt safe.\n\n# Assessing needs\n\n44% waited."

    findings = asked("figures.dated", ("sa.md", SA, text))

    assert [(finding.item, finding.outcome) for finding in findings] == [
        ("assessing-needs", Outcome.PARTLY_MET),
        ("safeguarding", Outcome.PARTLY_MET),
    ]


def test_every_rule_about_the_self_assessment_is_not_applicable_without_one() -> None:
    _, book = shipped()
    about_it = [rule.id for rule in book.rules if rule.id.split(".")[0] in ("sections", "claims", "topics", "language")]

    outcomes = {rule: asked(rule, ("m.md", "minutes", "The board met."))[0].outcome for rule in about_it}

    assert set(outcomes.values()) == {Outcome.NOT_APPLICABLE}


def test_only_identifiers_of_people_are_essential() -> None:
    _, book = shipped()
    craft = [rule for rule in book.rules if rule.pack == "self-assessment-craft"]

    assert [rule.id for rule in craft if rule.weight is Weight.ESSENTIAL] == ["sharing.no-identifiers"]
    assert len(craft) == 37
    assert all(rule.statement == "" for rule in craft)


def test_figures_that_clash_name_both_documents_and_not_which_is_right() -> None:
    (finding,) = asked(
        "figures.agree",
        ("sa.md", SA, "In 2024/25, 61% of carers were satisfied."),
        ("card.md", "data", "| Measure | 2024/25 |\n| --- | --- |\n| Carer satisfaction | 38.4% |"),
    )

    assert (finding.outcome, finding.item) == (Outcome.NOT_MET, "satisfaction-of-carers")
    assert "sa.md says “61%”" in finding.reason
    assert "card.md says “38.4%”" in finding.reason
    assert {passage.document for passage in finding.citations} == {"sa.md", "card.md"}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("About 60% of carers were satisfied in 2024/25.", Outcome.MET),
        ("61% of carers aged 65 and over were satisfied in 2024/25.", Outcome.MET),
        ("61.4% of carers were satisfied in 2023/24.", Outcome.MET),
        ("48% of carers were satisfied in 2024/25.", Outcome.NOT_MET),
    ],
)
def test_figures_of_other_groups_years_and_roundings_do_not_clash(text: str, outcome: Outcome) -> None:
    findings = asked(
        "figures.agree", ("sa.md", SA, "In 2024/25, 61.4% of carers were satisfied."), ("card.md", "data", text)
    )

    assert findings[0].outcome is outcome


def test_two_figures_of_one_sentence_do_not_clash() -> None:
    text = "In October 2025 we opened 48 extra care flats, and 31 extra care flats went to people over 80."

    (finding,) = asked("figures.agree", ("sa.md", SA, text))

    assert finding.outcome is Outcome.MET


def test_another_councils_figures_are_left_alone() -> None:
    other = "# Loamshire County Council: scorecard\n\nIn 2024/25, 38% of carers were satisfied."
    own = "# Skelder Borough Council: self-assessment\n\nIn 2024/25, 61% of carers were satisfied."

    (finding,) = asked("figures.agree", ("sa.md", SA, own), ("card.md", "data", other))

    assert finding.outcome is Outcome.MET


def test_an_absolute_claim_is_set_beside_what_others_report_against_it() -> None:
    findings = asked(
        "claims.strong-words-backed",
        ("sa.md", SA, "We always share information with our partners."),
        (
            "peer.md",
            "inspection-report",
            "Partners said that the council did not share information well with partners.",
        ),
    )

    assert findings[0].outcome is Outcome.PARTLY_MET
    assert "peer.md" in findings[0].reason


def test_observations_in_a_few_places_are_named_and_the_rest_counted() -> None:
    documents = [a_document("sa.md", kind=DocumentKind.SELF_ASSESSMENT)]
    many = [
        an_observation("residue", f"tbc {number}", text=f"TBC {number}", document="sa.md", start=9 * number)
        for number in range(8)
    ]
    rule = a_rule("none_observed", expectation="", kind="residue", one="place", many="places", item="document")

    findings = Plugins.evaluate(shipped()[0], rule, an_assessment(documents=documents, observations=many))

    assert findings[0].reason.startswith("8 places: “TBC 0”")
    assert findings[0].reason.endswith("and 3 more.")
    assert len(findings[0].citations) == 3


def test_of_versions_the_newest_by_its_own_date_is_offered() -> None:
    (finding,) = asked(
        "library.no-copies",
        ("carers strategy v6.md", "strategy-or-policy", "Date: 1 May 2024\n\nWe support carers."),
        ("carers strategy v7 FINAL.md", "strategy-or-policy", "Date: 1 May 2025\n\nWe support carers well."),
    )

    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert "the newest by its date is carers strategy v7 FINAL.md (2025-05-01)" in finding.reason


def test_minutes_of_two_meetings_are_no_versions() -> None:
    (finding,) = asked(
        "library.no-copies",
        ("board minutes may 2025.md", "minutes", "The board met in May."),
        ("board minutes june 2025.md", "minutes", "The board met in June."),
    )

    assert finding.outcome is Outcome.MET


def test_a_document_with_nearly_the_text_of_another_is_offered_as_a_copy() -> None:
    documents = [a_document("charter.docx"), replace(a_document("promise.docx"), sha256="another", near="charter.docx")]

    (finding,) = evaluated("library.no-copies", an_assessment(documents=documents))

    assert finding.reason == "charter.docx and promise.docx: nearly the same in their text."


def test_a_section_without_the_block_that_most_sections_have_tells_no_weakness() -> None:
    strengths = "\n\n".join(f"We support people well and safely in their own homes in place {n}." for n in range(6))
    sections = [
        f"# {title}\n\n## What we do well\n\n{strengths}\n\n{weak}"
        for title, weak in (
            ("Safeguarding", "## Areas for development\n\nReviews are late."),
            ("Assessing needs", "## Areas for development\n\nPeople wait too long."),
            ("Partnerships and communities", "People said that their reviews came late and that nobody rang back."),
        )
    ]

    findings = asked("sections.weaknesses-told", ("sa.md", SA, "\n\n".join(sections)))

    assert [finding.item for finding in findings] == ["partnerships-and-communities"]
    assert "no block of its own" in findings[0].reason


def test_a_figure_that_the_other_document_has_as_well_clashes_with_none_of_its_figures() -> None:
    (finding,) = asked(
        "figures.agree",
        ("sa.md", SA, "In 2024/25 we received 96 complaints."),
        ("log.md", "data", "In 2024/25 we received 96 complaints.\n\nIn 2024/25 there were 21 complaints on charging."),
    )

    assert finding.outcome is Outcome.MET


def test_every_clash_of_a_metric_is_counted_whomever_it_is_about() -> None:
    told = (
        "The median wait for a Care Act assessment was {} days in 2024/25. "
        "In 2024/25 the median wait for a carer's assessment was {} days."
    )

    (finding,) = asked("figures.agree", ("sa.md", SA, told.format(31, 20)), ("card.md", "data", told.format(48, 55)))

    assert finding.outcome is Outcome.NOT_MET
    assert finding.reason.endswith("1 more pair of figures for this differs.")
