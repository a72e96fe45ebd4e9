"""Which expectations a sentence speaks to, and which of them is the main one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from checker_plugins.phrase_evidence import checker_find_evidence

from checker import Block, BlockKind, Document, Expectation, Phrase, Recognition, RuleBook, Sentence
from checker.testing import a_book, a_rule, an_expectation

SHARING = replace(
    an_expectation(look_for=("shared care record", "share ... information", "=GNCR", "record")),
    hints=(Phrase(text="record keeping"), Phrase(text="information"), Phrase(text="system")),
    not_when=(Phrase(text="criminal record"),),
)
LEARNING = an_expectation("learning", look_for=("learn from complaints", "lesson", "training day"))
BOOK = a_book(SHARING, LEARNING)


def found(
    *texts: str,
    book: RuleBook = BOOK,
    headings: Sequence[str] = (),
    uncountable: Sequence[int] = (),
    together: bool = False,
) -> list[tuple[Recognition, ...]]:
    """Recognise sentences, one a line, under `headings`: each in a block of its own, or all `together` in one."""
    text = "\n".join(texts)
    starts = [sum(len(before) + 1 for before in texts[:number]) for number in range(len(texts))]
    spans = [(start, start + len(one)) for start, one in zip(starts, texts, strict=True)]
    blocks = tuple(Block(start=start, end=end, heading_path=tuple(headings)) for start, end in spans)
    sentences = [
        Sentence(start=start, end=end, block=0 if together else number, countable=number not in uncountable)
        for number, (start, end) in enumerate(spans)
    ]
    document = Document(name="a.txt", text=text, blocks=blocks)
    return [tuple(one) for one in checker_find_evidence(document, sentences, book)]


def keys(*texts: str, book: RuleBook = BOOK, headings: Sequence[str] = ()) -> list[list[str]]:
    return [[one.key for one in answer] for answer in found(*texts, book=book, headings=headings)]


def keys_of_paragraph(*texts: str, book: RuleBook = BOOK, uncountable: Sequence[int] = ()) -> list[list[str]]:
    answers = found(*texts, book=book, uncountable=uncountable, together=True)
    return [[one.key for one in answer] for answer in answers]


@pytest.mark.parametrize(
    "text",
    ["Staff see the shared care record.", "Information is often shared.", "We use GNCR.", "We keep records."],
)
def test_one_phrase_is_enough(text: str) -> None:
    assert keys(text) == [["data-sharing"]]


@pytest.mark.parametrize("text", ["The town lies on a river.", "We use gncr.", "We share.", "The system is new."])
def test_without_a_phrase_nothing_is_recognised(text: str) -> None:
    assert keys(text) == [[]]


def test_two_different_hints_are_enough_and_one_twice_is_not() -> None:
    assert keys("Our information system is new.", "An information system for information.") == [["data-sharing"]] * 2
    assert keys("Information on information.") == [[]]


def test_one_hint_is_enough_under_a_heading_that_names_the_expectation() -> None:
    assert keys("The system is new.", headings=["How we work", "Shared care records"]) == [["data-sharing"]]
    assert keys("The system is new.", headings=["How we work", "Learning"]) == [[]]
    assert keys("The town lies on a river.", headings=["Shared care records"]) == [[]]


def test_only_the_nearest_heading_counts() -> None:
    assert keys("The system is new.", headings=["Shared care records", "Our town"]) == [[]]


RECORD = "Teams use the shared care record."
MORE = "Nurses saw more."


def test_a_sentence_without_words_of_its_own_goes_on_about_what_its_paragraph_named() -> None:
    assert keys_of_paragraph("The town is old.", RECORD, MORE) == [[], ["data-sharing"], ["data-sharing"]]


def test_a_paragraph_goes_on_for_three_sentences_at_most() -> None:
    assert keys_of_paragraph(RECORD, *[MORE] * 5)[1:] == [["data-sharing"]] * 3 + [[]] * 2


def test_words_of_its_own_decide_what_a_sentence_speaks_of_and_what_the_next_goes_on_about() -> None:
    answers = keys_of_paragraph(RECORD, "They learn from complaints.", MORE)

    assert answers == [["data-sharing"], ["learning"], ["learning"]]


def test_a_sentence_goes_on_about_the_main_topic_only() -> None:
    both = "We learn from complaints and keep a record."

    assert keys_of_paragraph(both, MORE) == [["learning", "data-sharing"], ["learning"]]


def test_nothing_goes_on_in_another_paragraph_or_behind_what_cannot_be_evidence() -> None:
    assert keys(RECORD, MORE) == [["data-sharing"], []]
    assert keys_of_paragraph(RECORD, "Our town", MORE, uncountable=[1]) == [["data-sharing"], [], []]


def test_what_only_goes_on_counts_less_than_any_word_and_names_no_entry() -> None:
    _, (carried,) = found(RECORD, MORE, together=True)
    ((named,),) = found("There is a system of information.")

    assert carried.score < named.score
    assert [(one.words, one.entry, one.expectation) for one in carried.because] == [("Nurses", "", "data-sharing")]


def test_a_not_when_phrase_hides_the_words_that_it_covers_and_no_others() -> None:
    assert keys("A criminal record check is made.") == [[]]
    assert keys("A criminal record check and a care record are kept.") == [["data-sharing"]]


def test_a_not_when_phrase_hides_for_its_own_expectation_only() -> None:
    checks = an_expectation("checks", look_for=("criminal record",))

    assert keys("A criminal record check is made.", book=a_book(SHARING, checks)) == [["checks"]]


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("We learn from complaints and keep a record.", ["learning", "data-sharing"]),
        ("The shared care record had a lesson for us.", ["data-sharing", "learning"]),
        ("A lesson in every record.", ["learning", "data-sharing"]),
        ("A record and a lesson.", ["data-sharing", "learning"]),
    ],
)
def test_the_main_one_has_the_more_telling_words_then_the_earlier_ones(text: str, order: list[str]) -> None:
    assert keys(text) == [order]


def test_a_heading_decides_between_equals() -> None:
    assert keys("A record and a lesson.", headings=["What we learn from complaints"]) == [["learning", "data-sharing"]]


def test_a_word_inside_a_longer_find_adds_nothing() -> None:
    ((long,),) = found("The shared care record helps.")
    ((both,),) = found("The shared care record helps: share information.")

    assert [one.words for one in long.because] == ["shared care record"]
    assert both.score > long.score


def test_equal_scores_come_in_the_order_of_their_ids() -> None:
    twins = [an_expectation(key, look_for=("lesson",)) for key in ("zeal", "aim", "mind")]

    assert keys("Every lesson counts.", book=a_book(*twins)) == [["aim", "mind", "zeal"]]


def test_partners_named_in_one_list_are_meant_together_unless_nothing_else_is_said() -> None:
    health = replace(an_expectation("health", look_for=("hospital", "doctor")), one_kind_of_partner=True)
    housing = replace(an_expectation("housing", look_for=("housing", "landlord")), one_kind_of_partner=True)
    book = a_book(SHARING, health, housing)

    assert keys("We keep a record with the hospital, local landlords and housing teams.", book=book) == [
        ["data-sharing"]
    ]
    assert keys("A record is kept, and the hospital sees it.", book=book) == [["data-sharing", "health"]]
    assert keys("Hospitals and landlords were there.", book=book) == [["health", "housing"]]
    assert keys("The hospital keeps a record and pays. The landlord paid.", book=book) == [
        ["health", "data-sharing", "housing"]
    ]


def test_a_sentence_that_cannot_be_evidence_is_never_recognised() -> None:
    assert keys_of_paragraph("Shared care records", RECORD, uncountable=[0]) == [[], ["data-sharing"]]


def test_words_of_a_rules_own_are_found_under_its_id() -> None:
    rule = a_rule("terms_found", id="data-sharing.named", look_for=("information sharing agreement",))
    book = a_book(an_expectation(rules=(rule,)))

    assert keys("The information sharing agreement was signed.", book=book) == [["data-sharing.named", "data-sharing"]]


def test_words_of_a_rules_own_are_here_or_not_and_never_carried_over() -> None:
    rule = a_rule("terms_found", id="data-sharing.named", look_for=("information sharing agreement",))
    book = a_book(an_expectation(rules=(rule,)))

    answers = keys_of_paragraph("The information sharing agreement was signed.", "It runs until May.", book=book)

    assert answers[1] == ["data-sharing"]


def test_the_words_found_are_shown_with_their_place_and_the_entry_that_knows_them() -> None:
    phrase = Phrase(text="shared care record", file="pack/together.yaml", line=12)
    expectation: Expectation = replace(SHARING, look_for=(phrase,))

    (_, (recognition,)) = found("First.", "The Shared\u00a0Care Records help.", book=a_book(expectation))

    (because,) = recognition.because
    assert (because.field, because.words) == ("expectations", "Shared\u00a0Care Records")
    assert (because.start, because.end) == (11, 30)
    assert (because.entry, because.family) == ("pack/together.yaml:12", "shared care record")


def test_expectations_of_all_packs_are_looked_for_at_once() -> None:
    region = replace(a_book(LEARNING).packs[0], id="region")
    both = replace(a_book(SHARING), packs=(*a_book(SHARING).packs, region))

    assert keys("A lesson about the shared care record.", book=both) == [["data-sharing", "learning"]]


def test_one_rule_book_is_not_taken_for_the_next() -> None:
    assert keys("A lesson.", book=a_book(LEARNING)) == [["learning"]]
    assert keys("A lesson.", book=a_book(SHARING)) == [[]]


def test_headings_are_not_asked_for_where_a_document_has_no_blocks() -> None:
    document = Document(name="a.txt", text="The system.")

    answers = checker_find_evidence(document, [Sentence(start=0, end=11, block=0)], BOOK)

    assert [tuple(one) for one in answers] == [()]


def test_a_heading_block_is_a_place_like_any_other_but_not_countable() -> None:
    heading = Block(start=0, end=7, kind=BlockKind.HEADING, level=1)
    document = Document(name="a.md", text="Records", blocks=(heading,))

    answers = checker_find_evidence(document, [Sentence(start=0, end=7, block=0, countable=False)], BOOK)

    assert [tuple(one) for one in answers] == [()]
