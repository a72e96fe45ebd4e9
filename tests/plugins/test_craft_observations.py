"""What is observed in documents: figures with their dates, acronyms, labels, claims, sections."""

from __future__ import annotations

import time

import pytest

from checker.domain.document import DocumentKind

from .craft_reading import observed, told


@pytest.mark.parametrize(
    ("text", "by", "period"),
    [
        ("In 2024/25, 61% felt safe.", "sentence", "2024-04-01/2025-03-31"),
        ("61% felt safe. This was in 2024/25.", "paragraph", "2024-04-01/2025-03-31"),
        ("## Results for 2024/25\n\n61% felt safe.", "heading", "2024-04-01/2025-03-31"),
        ("| Measure | 2024/25 |\n| --- | --- |\n| Felt safe | 61% |", "column", "2024-04-01/2025-03-31"),
        ("Last year 61% felt safe.", "relative", ""),
        ("61% felt safe.", "", ""),
    ],
)
def test_a_figure_is_dated_by_what_stands_nearest(text: str, by: str, period: str) -> None:
    (figure,) = observed(text, "figure")

    assert told(figure, "dated", "period") == [by, period]


def test_of_two_figures_each_has_its_own_year() -> None:
    now, before = observed("71% felt safe in 2025/26, compared with 66% in 2024/25.", "figure")

    assert told(now, "whose", "period") == ["ours", "2025-04-01/2026-03-31"]
    assert told(before, "whose", "period") == ["earlier", "2024-04-01/2025-03-31"]


@pytest.mark.parametrize(
    "text",
    [
        "71% felt safe, against an England average of 65%.",
        "71% felt safe (65% nationally).",
        "A wait of 71 days, with a target of 65 days.",
    ],
)
def test_the_figure_of_others_and_a_target_are_not_ours(text: str) -> None:
    ours, theirs = observed(text, "figure")

    assert ours.value == "71"
    assert theirs.attributes["whose"] in ("comparator", "earlier")


def test_a_row_of_a_table_is_one_measure() -> None:
    table = "| Measure | 2023/24 | 2024/25 |\n| --- | --- | --- |\n| Carer satisfaction | 36.1% | 38.4% |"

    before, now = observed(table, "measure", kind=DocumentKind.DATA)

    assert told(before, "metric", "period") == ["satisfaction-of-carers", "2023-04-01/2024-03-31"]
    assert told(now, "metric", "period") == ["satisfaction-of-carers", "2024-04-01/2025-03-31"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The Multi-Agency Risk Assessment Conference (MARAC) meets. MARAC works.", "first"),
        ("MARAC (multi-agency risk assessment conference) meets. MARAC works.", "first"),
        ("The Deprivation of Liberty Safeguards (DoLS) apply. DoLS matter.", "first"),
        ("MARAC meets. The Multi-Agency Risk Assessment Conference (MARAC) works.", "later"),
        ("MARAC meets. MARAC works.", "never"),
        ("MARAC meets (SUE) often. MARAC works.", "never"),
        (
            "MARAC meets.\n\n## Glossary\n\n| MARAC | Multi-agency risk assessment conference |\n| --- | --- |",
            "glossary",
        ),
    ],
)
def test_an_acronym_is_written_out_first_later_or_never(text: str, when: str) -> None:
    found = {one.value.upper(): one.attributes["written_out"] for one in observed(text, "acronym")}

    assert found.get("MARAC", found.get("DOLS")) == when


@pytest.mark.parametrize(
    "text", ["The NHS helps. The NHS pays.", "PART II AND PART III", "We do NOT stop, and not now. NOT."]
)
def test_known_acronyms_numerals_and_shouted_words_are_none(text: str) -> None:
    assert observed(text, "acronym") == []


def test_items_stand_under_the_label_above_them() -> None:
    strengths = "## What we are proud of\n\nCarers lead.\n\n"
    text = f"{strengths}## Key challenges\n\n- Waits are long.\n- Staff leave.\n\n## Finance\n\nWe spend."

    items = [(one.text, one.value) for one in observed(text, "labelled-item")]

    assert items == [("Carers lead.", "strengths"), ("Waits are long.", "improve"), ("Staff leave.", "improve")]


def test_a_lead_in_is_no_item_of_its_own() -> None:
    text = "We lead.\n\nWhat we find hard:\n\n- Waits are long.\n- Staff leave.\n"

    items = [one.text for one in observed(text, "labelled-item")]

    assert items == ["Waits are long.", "Staff leave."]


def test_columns_of_a_table_are_labels_too() -> None:
    table = "| Strengths | Areas for development |\n| --- | --- |\n| Carers lead the forum. | Waits are long. |"

    items = [(one.text, one.value) for one in observed(table, "labelled-item")]

    assert items == [("Carers lead the forum.", "strengths"), ("Waits are long.", "improve")]


def test_an_ordinary_sentence_with_the_words_of_a_label_is_none() -> None:
    assert (
        observed("Our strengths and our challenges are known to every partner and to most of our staff.", "label") == []
    )


@pytest.mark.parametrize(
    "residue",
    ["XX%", "[insert name]", "TBC", "???", "[add case study here]", "Commented [JS4]", "figures to follow", "_______"],
)
def test_what_a_draft_leaves_over_is_seen(residue: str) -> None:
    assert observed(f"We support {residue} carers.", "residue")


@pytest.mark.parametrize(
    "text", ["Is it enough?", "A box [tick] was added.", "Room XL", "We insert needles.", "The draft was agreed."]
)
def test_what_only_looks_like_residue_is_none(text: str) -> None:
    assert observed(text, "residue") == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Referrals rose from 392 to 465 (19%).", "yes"),
        ("Visits rose from 1,915 to 2,136 (11.5%).", "yes"),
        ("Waits fell from 40 days to 30 days, a fall of 25%.", "yes"),
        ("Waits fell from 40 days in 2023/24 to 30 days in 2024/25, a fall of 35%.", "no"),
        ("Satisfaction rose from 62% to 71%, up 9 percentage points (9%).", "yes"),
    ],
)
def test_changes_are_worked_out_again(text: str, right: str) -> None:
    (change,) = observed(text, "change")

    assert change.attributes["right"] == right


def test_two_figures_that_are_no_change_are_left_alone() -> None:
    assert observed("Open from 9 to 5, and 80% came. People aged from 18 to 64 are 61% of all.", "change") == []


def test_sections_count_who_speaks_and_for_what() -> None:
    text = "## Safeguarding\n\nPeople told us that they felt safe. Enquiries take too long.\n\n## Harbours\n\nWe spend."

    first, second = observed(text, "section")

    assert told(first, "heading", "sentences", "voice.people") == ["Safeguarding", "2", "1"]
    assert (first.statement, second.statement) == ("safeguarding", "")


def test_of_a_library_only_what_is_asked_of_it_is_observed() -> None:
    text = "The SCA meets. The SCA is excellent. Next review due: May 2027. 61% of carers were satisfied in 2024/25."

    kinds = {
        one.kind
        for one in observed(
            text, "acronym", "claim", "section", "review-date", "measure", kind=DocumentKind.STRATEGY_OR_POLICY
        )
    }

    assert kinds == {"review-date", "measure"}


def test_a_long_text_costs_in_proportion_to_its_length() -> None:
    sentence = (
        "In 2024/25, 61% of carers (n=212) were satisfied [E1], up from 52 of 100 in 2023/24; the SCA is excellent. "
    )
    times = []
    for number in (100, 400):
        started = time.process_time()
        observed(sentence * number, "figure")
        times.append(time.process_time() - started)

    assert times[1] < max(1.0, 10 * times[0])


def whose_figures(text: str) -> dict[str, str]:
    return {one.text: one.attributes["whose"] for one in observed(text, "figure")}


def test_columns_of_a_table_say_whose_figures_are() -> None:
    table = (
        "| Measure | At 31 December 2025 | A year earlier | Region | Target |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Vacancy rate | 9.2% | 14.6% | 11.3% | 10% |"
    )

    assert whose_figures(table) == {"9.2%": "ours", "14.6%": "earlier", "11.3%": "comparator", "10%": "comparator"}


def test_a_time_that_something_is_held_to_is_a_limit_and_no_result() -> None:
    assert whose_figures("We begin 96% of packages within seven days and all within 14 days.") == {
        "96%": "ours",
        "14 days": "limit",
    }


def test_figures_among_next_steps_are_planned() -> None:
    text = "## Next steps\n\nThe Head of Practice brings reviews to 80% by December 2026."

    assert whose_figures(text) == {"80%": "planned"}


def test_each_share_has_its_own_base() -> None:
    text = "In the survey of 2025, 73% of 312 staff agreed. Families were asked as well, and 92% were satisfied (n=12)."

    assert [one.attributes["base"] for one in observed(text, "figure") if one.attributes["unit"] == "percent"] == [
        "312",
        "12",
    ]


@pytest.mark.parametrize(("stated", "right"), [("16.1", "yes"), ("19.4", "no")])
def test_a_rise_behind_both_figures_is_worked_out(stated: str, right: str) -> None:
    text = f"We did 1,124 assessments in 2024/25, up from 968 in 2023/24, a rise of {stated}% on the scorecard."

    (change,) = observed(text, "change")

    assert change.attributes["right"] == right
