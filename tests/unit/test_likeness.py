"""Two short texts say the same, or not: a changed figure is no other subject, a changed subject is."""

from __future__ import annotations

import pytest

from checker.text.likeness import are_alike, say_the_same
from checker.text.version_names import names_one_document


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("212 people wait for an assessment", "1,187 people wait for an assessment"),
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
        ("Improve waiting times for people with learning …", "Improve waiting times for people with dementia in …"),
    ],
)
def test_another_word_of_meaning_or_a_denial_makes_another_subject(one: str, other: str) -> None:
    assert not say_the_same(one, other)
    assert not say_the_same(other, one)


def test_what_only_looks_alike_is_told_apart_from_what_does_not() -> None:
    assert are_alike("Waits for an assessment are too long", "Waits for equipment are too long")
    assert not are_alike("Waits for an assessment are too long", "Carers find breaks hard to book")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("policies/Lone working v2.docx", "policies/Lone working v3 FINAL.docx", True),
        ("policies/lone-working.docx", "policies/Lone Working.pdf", True),
        ("a/joint needs assessment 2025.docx", "b/joint needs assessment 2025.docx", True),
        ("2024/joint needs assessment.docx", "2025/joint needs assessment.docx", False),
        ("policies/summary.docx", "agreements/summary.docx", False),
        ("data/survey-2024.csv", "data/survey-2025.csv", False),
    ],
)
def test_names_of_versions_are_names_of_one_document(one: str, other: str, same: bool) -> None:
    assert names_one_document(one, other) is same
