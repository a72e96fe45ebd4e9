"""Words, phrases and the sentences around tell together what a sentence speaks to."""

from __future__ import annotations

import pytest
from checker_plugins.phrase_evidence import checker_find_evidence
from checker_plugins.phrase_evidence.recognising import signs_of

from checker import Block, Document, Phrase, Recognition, RuleBook, Sentence, WeighedAnswer, WordWeights
from checker.testing import a_book, an_expectation
from checker.values import replace

from .weighing import AGAINST, RARE, SURE, with_weights


def recognised(
    text: str, words: dict[str, str], under: tuple[str, ...] = (), root: str = "", rarity: float = RARE
) -> tuple[Recognition, ...]:
    book = a_book(an_expectation(), an_expectation("learning", look_for=("lesson",)))
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    sentences = [Sentence(start=0, end=len(text), block=0, under=under)]
    return tuple(
        next(iter(checker_find_evidence(document, sentences, with_weights(book, "learning", words, root, rarity))))
    )


@pytest.mark.parametrize(("weight", "expected"), [(SURE, ["learning"]), (AGAINST, [])])
def test_an_expectation_that_no_phrase_names_is_added_by_words_that_speak_for_it(
    weight: str, expected: list[str]
) -> None:
    assert [one.key for one in recognised("The review changed how we work.", {"review": weight})] == expected


@pytest.mark.parametrize(("above", "expected"), [(0.97, ["data-sharing"]), (0.1, ["data-sharing", "learning"])])
def test_beside_what_a_phrase_names_words_add_only_what_is_likelier_than_the_pack_asks(
    above: float, expected: list[str]
) -> None:
    text = "The lesson changed a record."
    expectations = (an_expectation("data-sharing", look_for=("record",)), an_expectation("learning"))
    weights = _weights(("data-sharing", "learning"), {"changed": "1:8"}, above=above)

    found = _found(text, a_book(*expectations), weights)

    assert sorted(one.key for one in found) == expected


def test_scales_of_two_packs_do_not_touch_each_others_scores() -> None:
    text = "The lesson changed a record."
    book = a_book(
        an_expectation("data-sharing", look_for=("record",)), an_expectation("learning", look_for=("lesson",))
    )
    first = _weights(("data-sharing",), {"record": "0:8"})
    second = _weights(("learning",), {"lesson": "0:8"})

    there, back = _found(text, book, first, second), _found(text, book, second, first)

    assert [(one.key, one.score) for one in there] == [(one.key, one.score) for one in back]


def test_what_is_outweighed_lends_nothing_to_what_words_alone_name() -> None:
    text = "A long lesson on the old piano in the big hall."
    known = dict.fromkeys(("a", "long", "lesson", "on", "the", "old", "in", "big"), "0:0 1:0")
    book = a_book(an_expectation("data-sharing"), an_expectation("learning", look_for=("lesson",)))
    weights = _weights(("data-sharing", "learning"), {**known, "piano": "1:-60", "hall": "0:60"})

    found = {one.key: one for one in _found(text, book, weights)}

    assert found["learning"].overruled
    assert 0 < found["data-sharing"].score < 1


def _weights(answers: tuple[str, ...], words: dict[str, str], above: float = 0.35) -> WordWeights:
    lines = {word: f"{number} 10.0 {weight}" for number, (word, weight) in enumerate(words.items(), 3)}
    asked = tuple(WeighedAnswer(id=one, bias=0.0, below=0.1, above=above) for one in answers)
    return WordWeights(file="pack/word-weights.txt", answers=asked, words=lines)


def _found(text: str, book: RuleBook, *weights: WordWeights) -> tuple[Recognition, ...]:
    first, *others = book.packs
    weights = tuple(replace(one, file=f"{first.root}/{one.file.partition('/')[2]}") for one in weights)
    weighing = replace(book, packs=(replace(first, word_weights=weights), *others))
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    return next(iter(checker_find_evidence(document, [Sentence(start=0, end=len(text), block=0)], weighing)))


def test_an_expectation_that_words_speak_against_is_left_out_and_its_phrase_shown_as_overruled() -> None:
    known = dict.fromkeys(("a", "lesson", "on", "the", "lesson on"), "0:0")

    (found,) = recognised("A lesson on the piano.", {**known, "piano": "0:-40"})

    assert (found.key, found.overruled) == ("learning", True)
    assert [(one.words, bool(one.overruled)) for one in found.because] == [("lesson", True)]
    assert not recognised("A lesson on the piano.", {**known, "piano": "0:-2"})[0].overruled


def test_of_few_words_the_phrases_decide_what_stays() -> None:
    (found,) = recognised("A lesson on the piano.", {"piano": "0:-40"}, rarity=10.0)

    assert (found.key, found.overruled) == ("learning", False)


def test_under_the_heading_of_another_statement_words_alone_add_nothing() -> None:
    text, words = "The review changed how we work.", {"review": SURE}

    assert recognised(text, words, under=("another-statement",)) == ()
    assert [one.key for one in recognised(text, words, under=(an_expectation().statement,))] == ["learning"]


def test_an_expectation_that_is_not_asked_is_never_added() -> None:
    book = with_weights(a_book(an_expectation()), "not-in-this-run", {"review": SURE})
    text = "The review changed how we work."
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))

    assert list(checker_find_evidence(document, [Sentence(start=0, end=len(text), block=0)], book)) == [()]


def test_phrases_of_another_pack_are_never_outweighed() -> None:
    learning = an_expectation("learning", look_for=())
    added = Phrase(text="lesson", file="a_region/overlay.yaml", line=7)
    book = with_weights(a_book(replace(learning, look_for=(added,))), "learning", {"piano": "0:-40"})
    text = "A lesson on the piano."
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))

    ((found,),) = checker_find_evidence(document, [Sentence(start=0, end=len(text), block=0)], book)

    assert (found.key, found.overruled) == ("learning", False)


def recognised_together(
    sentences: tuple[str, ...], words: dict[str, str], between: str = " "
) -> list[tuple[Recognition, ...]]:
    text = between.join(sentences)
    starts = [text.index(one) for one in sentences]
    spans = [Sentence(start=start, end=start + len(one), block=0) for start, one in zip(starts, sentences, strict=True)]
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    book = a_book(an_expectation(), an_expectation("learning", look_for=("lesson",)))
    return list(checker_find_evidence(document, spans, with_weights(book, "learning", words, rarity=RARE)))


def test_sentences_of_one_paragraph_tell_what_an_unclear_one_between_them_speaks_to() -> None:
    sentences = ("The review changed how we work.", "The hub opens on Mondays.", "A lesson was kept from it.")
    words = {"review": SURE, "hub": "0:-2", "opens": "0:0", "mondays": "0:0"}

    together = recognised_together(sentences, words)
    apart = recognised_together(sentences, words, between="\n\n")

    assert [[one.key for one in found] for found in together] == [["learning"]] * 3
    assert [why.family for why in together[1][0].because] == ["the sentences around it"]
    assert [[one.key for one in found] for found in apart] == [["learning"], [], ["learning"]]


def test_the_signs_of_a_sentence_tell_phrases_and_neighbours_apart() -> None:
    sentences = ("A lesson was kept.", "The hub opens on Mondays.")
    text = " ".join(sentences)
    spans = [Sentence(start=text.index(one), end=text.index(one) + len(one), block=0) for one in sentences]
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    book = a_book(an_expectation("learning", look_for=("lesson",)))

    first, second = signs_of(document, spans, with_weights(book, "learning", {"lesson": SURE}))

    assert (first["learning"].phrase, first["learning"].before, second["learning"].phrase) == (1, 0, 0)
    assert second["learning"].before > 1
    assert second["learning"].words == 0
