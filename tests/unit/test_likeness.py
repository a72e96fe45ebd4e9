"""Two short texts say the same, or not: a changed figure is no other subject, a changed subject is."""

from __future__ import annotations

import pytest

from checker.text.likeness import likeness, say_the_same
from checker.text.version_names import names_one_document


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("212 people wait for an assessment", "1,187 people wait for an assessment"),
        ("Reviews take 12 working days, £3.1m over", "Reviews take 9 working days, £2.8m over"),
        ("Breaks are hard to book: of 412 carers, 61% had none", "Breaks are hard to book: of 398 carers, 7% had none"),
        ("Major adaptations take too long. The average …", "Major adaptations still take far too long. The …"),
        ("Choice is thin in the moorland.", "Choice is thin in the moorland villages."),
    ],
)
def test_figures_and_a_few_words_more_or_less_leave_the_subject_as_it_is(one: str, other: str) -> None:
    assert say_the_same(one, other)
    assert say_the_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Waits for an assessment are too long: 212 people", "Waits for equipment are too long: 212 people"),
        ("Carers are not asked about breaks", "Carers are asked about breaks"),
        ("We pay providers late, and reviews of care are overdue", "We pay providers late"),
        ("19.4", "20.1"),
        ("Section 42 enquiries take too long to end", "Section 117 enquiries take too long to end"),
        ("Section 42 enquiries take too long to end", "Enquiries take too long to end"),
        ("Waits of people aged 18 to 64 are too long", "Waits of people aged 65 and over are too long"),
        ("Waits of people aged 18 to 64 people are long", "Waits of people aged 18 to 85 people are long"),
        ("Falls in Ward 3 residents have risen since spring", "Falls in Ward 7 residents have risen since spring"),
        ("Experience of men in residential care is poor", "Experience of women in residential care is poor"),
        ("Vacancies in the OT team remain high", "Vacancies in the AMHP team remain high"),
        ("Evidence E12 shows long waits for reviews", "Evidence E99 shows long waits for reviews"),
        ("Spending was £12 million over budget", "Spending was 12% over budget"),
        ("Survey 2024 shows long waits for reviews", "Survey 2025 shows long waits for reviews"),
        ("Phase 2 of the reablement programme is late", "Phase 3 of the reablement programme is late"),
        ("212 people wait for an assessment", "212 carers wait for an assessment"),
        ("Improve waits for people …", "Improve waits for people with learning disabilities and autism …"),
        ("Improve waiting times for people with learning …", "Improve waiting times for people with dementia in …"),
    ],
)
def test_another_word_or_a_denial_makes_another_subject(one: str, other: str) -> None:
    assert not say_the_same(one, other)
    assert not say_the_same(other, one)


def test_what_only_looks_alike_is_told_apart_from_what_does_not() -> None:
    assert likeness("Waits for an assessment are too long", "Waits for equipment are too long")
    assert not likeness("Waits for an assessment are too long", "Carers find breaks hard to book")
    assert likeness("Carers lack breaks", "Carers lack breaks!") > likeness("Carers lack breaks", "Carers lack brakes")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("policies/Lone working v2.docx", "policies/Lone working v3 FINAL.docx", True),
        ("policies/lone-working.docx", "policies/Lone Working.docx", True),
        ("policies/lone-working.docx", "policies/Lone Working.pdf", False),
        ("a/joint needs assessment 2025.docx", "b/joint needs assessment 2025.docx", False),
        ("minutes/board (1).docx", "minutes/board (2).docx", False),
        ("minutes/board Jan.docx", "minutes/board Feb.docx", False),
        ("2024/joint needs assessment.docx", "2025/joint needs assessment.docx", False),
        ("policies/summary.docx", "agreements/summary.docx", False),
        ("data/survey-2024.csv", "data/survey-2025.csv", False),
    ],
)
def test_names_of_versions_are_names_of_one_document(one: str, other: str, same: bool) -> None:
    assert names_one_document(one, other) is same
