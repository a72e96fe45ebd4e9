"""Figures and citations are found as a reader sees them; years, dates and reference numbers are no figures."""

from __future__ import annotations

import pytest

from checker.run.mentions import citations_in, figures_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("as shown in [E12] and [E3, E4]", ["[E12]", "[E3, E4]"]),
        ("it works (E12; E14)", ["(E12; E14)"]),
        ("Appendix 2 and Annex B", ["Appendix 2", "Annex B"]),
        ("evidence item 12", ["evidence item 12"]),
        ("See our Carers Strategy 2023–28 for more", ["See our Carers Strategy 2023–28"]),
        ("set out in the Health and Wellbeing Plan", ["set out in the Health and Wellbeing Plan"]),
    ],
)
def test_citations_are_found_as_they_stand(text: str, words: list[str]) -> None:
    assert [one.words for one in citations_in(text)] == words


@pytest.mark.parametrize("text", ["We see partners often.", "three [of] them", "(about 40)", "the evidence is good"])
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert citations_in(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,204 people (45%)", ["1,204", "45%"]),
        ("it cost £2.4 million", ["£2.4 million"]),
        ("7 out of 10 carers, 1 in 4", ["7 out of 10", "1 in 4"]),
        ("61.3 per cent said so", ["61.3 per cent"]),
        ("in 2024/25, on 3 March 2025, 12 people", ["12"]),
        ("see [E12] and Appendix 2", []),
        ("by 31/03/2025", []),
    ],
)
def test_figures_are_found_and_dates_and_citations_are_none(text: str, words: list[str]) -> None:
    assert [one.words for one in figures_in(text)] == words


def test_places_count_in_the_whole_text() -> None:
    text = "No. We helped 40 people [E1]."

    (figure,), (citation,) = figures_in(text, 4), citations_in(text, 4)

    assert text[figure.start : figure.end] == "40"
    assert text[citation.start : citation.end] == "[E1]"
