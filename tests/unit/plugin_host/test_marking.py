"""What plugins say of sentences is checked and merged."""

from __future__ import annotations

import pytest

from checker.domain.document import Block, Document, Recognised, Sentence
from checker.domain.evidence import Polarity
from checker.testing import a_book, an_expectation

from .installing import Install, Load, reasons

TEXT = "Partners meet. People say so."
SENTENCES = (Sentence(start=0, end=14, block=0), Sentence(start=15, end=29, block=0))
BOOK = a_book(an_expectation("sharing"), an_expectation("learning"))


def a_document() -> Document:
    return Document(name="a.note", text=TEXT, blocks=(Block(start=0, end=len(TEXT)),))


def test_recognitions_of_all_plugins_are_merged_best_score_first(install: Install, load: Load) -> None:
    answer = "@hookimpl\ndef checker_find_evidence(sentences): return [{}, []]"
    install(
        one=answer.format("[Recognition(key='sharing', score=1), Recognition(key='learning', score=2)]"),
        two=answer.format("[Recognition(key='sharing', score=3)]"),
    )

    found = load().find_evidence(a_document(), SENTENCES, BOOK)

    assert [[(one.key, one.score) for one in row] for row in found] == [[("sharing", 3), ("learning", 2)], []]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("[[]]", "1 items for 2 sentences"),
        ("None", "NoneType is not a list"),
        ("[['sharing'], []]", "str where Recognition is asked for"),
        ("[[Recognition(key='sharng', score=1)], []]", "no expectation or rule is called 'sharng'"),
        ("[[Recognition(key='sharing', score=float('nan'))], []]", "the score of 'sharing' is not a number"),
    ],
)
def test_a_wrong_answer_is_refused_as_a_whole_and_named(install: Install, load: Load, answer: str, reason: str) -> None:
    install(marks=f"@hookimpl\ndef checker_find_evidence(sentences): return {answer}")
    plugins = load()

    found = plugins.find_evidence(a_document(), SENTENCES, BOOK)

    assert found == [(), ()]
    assert reasons(plugins) == [f"gave a wrong answer to checker_find_evidence: {reason}"]


def test_the_first_plugin_by_name_that_knows_a_field_decides_it(install: Install, load: Load) -> None:
    install(
        a_one="""
@hookimpl
def checker_qualify_evidence(sentences):
    told = Because(field='voice', words='People', start=0, end=6)
    unused = Because(field='polarity', words='say', start=0, end=3)
    return [Qualifiers(voice='people', because=(told, unused)), Qualifiers()]
""",
        b_two="""
@hookimpl
def checker_qualify_evidence(sentences):
    words = Because(field='polarity', words='meet', start=9, end=13)
    return [Qualifiers(voice='staff', polarity=Polarity.STRENGTH, because=(words,))] * 2
""",
    )

    first, second = load().qualify_evidence(a_document(), SENTENCES, Recognised(), BOOK)

    assert (first.voice, first.polarity, [one.words for one in first.because]) == (
        "people",
        Polarity.STRENGTH,
        ["People", "meet"],
    )
    assert second.voice == "staff"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Qualifiers(polarity='strength')", "'strength' is not a Polarity"),
        ("Qualifiers(voice='nobody')", "the framework has no voice 'nobody'"),
        ("Qualifiers(evidence_category='other')", "the framework has no evidence category 'other'"),
        ("Qualifiers(impact=1)", "1 is not a bool"),
        ("Qualifiers(dates=('2024',))", "str where Period is asked for"),
    ],
)
def test_a_qualifier_unknown_to_the_framework_is_refused(
    install: Install, load: Load, answer: str, reason: str
) -> None:
    install(qualifies=f"@hookimpl\ndef checker_qualify_evidence(sentences): return [{answer}] * 2")
    plugins = load()

    found = plugins.qualify_evidence(a_document(), SENTENCES, Recognised(), BOOK)

    assert [one.polarity for one in found] == [None, None]
    assert reasons(plugins) == [f"gave a wrong answer to checker_qualify_evidence: {reason}"]
