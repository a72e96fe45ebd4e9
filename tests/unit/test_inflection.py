"""The forms that a word takes: a missing form is a missed match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.inflection import forms


@pytest.mark.parametrize(
    "written",
    [
        # regular verbs
        "share shares shared sharing",
        "work works worked working",
        "support supports supported supporting",
        "reach reaches reached reaching",
        "discuss discusses discussed discussing",
        "plan plans planned planning",
        "commit commits committed committing",
        "refer refers referred referring",
        "travel travels travelled travelling",
        "focus focuses focused focusing",
        "review reviews reviewed reviewing",
        "employ employs employed employing",
        "apply applies applied applying",
        "identify identifies identified identifying",
        "agree agrees agreed agreeing",
        "guarantee guarantees guaranteed guaranteeing",
        # verbs that end like another class of words
        "commission commissions commissioned commissioning",
        "monitor monitors monitored monitoring",
        "enable enables enabled enabling",
        "receive receives received receiving",
        "document documents documented documenting",
        "experience experiences experienced experiencing",
        "enhance enhances enhanced enhancing",
        "commence commences commenced commencing",
        "assist assists assisted assisting",
        "exist exists existed existing",
        "persist persists persisted persisting",
        "thrive thrives thrived thriving",
        "rely relies relied relying",
        "exceed exceeds exceeded exceeding",
        "succeed succeeds succeeded succeeding",
        "embed embeds embedded embedding",
        # irregular verbs
        "lead leads led leading",
        "meet meets met meeting",
        "find finds found finding",
        "tell tells told telling",
        "understand understands understood understanding",
        "become becomes became becoming",
        "begin begins began begun beginning",
        "oversee oversees oversaw overseen overseeing",
        "undergo undergoes underwent undergone undergoing",
        "lend lends lent lending",
        "uphold upholds upheld upholding",
        "feed feeds fed feeding",
        # nouns
        "carer carers",
        "policy policies",
        "survey surveys",
        "agency agencies",
        "process processes",
        "person people",
        "child children",
        "woman women",
        "partnership partnerships",
        "meeting meetings",
        "agreement agreements",
        "initiative initiatives",
        "analysis analyses",
    ],
)
def test_a_word_takes_all_its_forms(written: str) -> None:
    word, *others = written.split()

    assert set(others) <= set(forms(word))


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("records", "record"), ("policies", "policy"), ("churches", "church"), ("people", "person")],
)
def test_a_phrase_written_in_the_plural_finds_the_singular(plural: str, singular: str) -> None:
    assert singular in forms(plural)


@pytest.mark.parametrize(
    ("british", "other"),
    [
        ("organise", ("organize", "organizes", "organized", "organizing")),
        ("organisation", ("organization", "organizations")),
        ("recognised", ("recognized",)),
    ],
)
def test_the_spelling_with_z_is_known_too(british: str, other: tuple[str, ...]) -> None:
    assert set(other) <= set(forms(british))


@pytest.mark.parametrize("word", ["rise", "wise", "exercise"])
def test_the_word_itself_always_stays_beside_a_spelling_with_z(word: str) -> None:
    assert word in forms(word)


@pytest.mark.parametrize("word", "not will was the own without clearly nhs gp 75 covid19 café".split())
def test_small_words_adverbs_numbers_and_foreign_words_have_one_form(word: str) -> None:
    assert forms(word) == (word,)


@pytest.mark.parametrize(
    ("word", "unrelated"),
    [("good", "better"), ("bad", "worse"), ("well", "wells"), ("own", "owned"), ("care", "career"), ("plan", "plane")],
)
def test_forms_that_mean_something_else_are_left_out(word: str, unrelated: str) -> None:
    assert unrelated not in forms(word)


@given(st.text(alphabet=st.characters(min_codepoint=97, max_codepoint=122), max_size=12))
def test_forms_begin_with_the_word_have_no_double_and_only_letters(word: str) -> None:
    found = forms(word)

    assert found[0] == word
    assert len(set(found)) == len(found)
    assert all(form.isalpha() and form.islower() for form in found if form)
