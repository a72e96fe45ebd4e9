"""What a sentence speaks to because of the section that it stands in."""

from __future__ import annotations

from dataclasses import replace

from checker_plugins.phrase_evidence import checker_find_evidence

from checker import Block, Document, Phrase, Sentence
from checker.testing import a_book, an_expectation

SHARING = replace(an_expectation(look_for=("shared care record",)), hints=(Phrase(text="system"),))
BOOK = a_book(SHARING)


def keys_under(text: str, *under: str, elsewhere: str = "quiet-homes") -> list[str]:
    """Return what a sentence speaks to in a section of these statements, beside a section on another."""
    document = Document(name="a.txt", text=f"{text}\nIt rains.", blocks=(Block(start=0, end=len(text) + 10),))
    sentences = [
        Sentence(start=0, end=len(text), block=0, under=under),
        Sentence(start=len(text) + 1, end=len(text) + 10, block=0, under=(elsewhere,)),
    ]
    return [one.key for one in checker_find_evidence(document, sentences, BOOK)[0]]


def test_one_hint_is_enough_in_a_section_of_the_statement_if_there_are_sections_on_others() -> None:
    assert keys_under("The system is new.", SHARING.statement) == ["data-sharing"]
    assert keys_under("The system is new.", "quiet-homes") == []
    assert keys_under("The system is new.", SHARING.statement, elsewhere=SHARING.statement) == []


def test_what_the_section_alone_makes_of_a_sentence_goes_on_and_is_no_strength_by_itself() -> None:
    text = "The system is new."
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    sentence = Sentence(start=0, end=len(text), block=0, under=(SHARING.statement,))
    other = Sentence(start=0, end=3, block=0, under=("quiet-homes",))

    ((found,), _) = checker_find_evidence(document, [sentence, other], BOOK)

    assert (found.key, found.goes_on) == ("data-sharing", True)
