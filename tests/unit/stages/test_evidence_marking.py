"""What a sentence is marked with, and what it counts as where no plugin says anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from checker.domain.document import Block, Document, Recognised, Sentence
from checker.domain.evidence import Because, Certainty, Claim, Part, Passage, Period, Polarity, Qualifiers, Recognition
from checker.domain.pack import RuleBook
from checker.stages.evidence import mark
from checker.testing import a_book, a_rule, an_expectation
from checker.text.masking import mask

RECOGNISED = Recognised(default_voice="inspector", default_category="processes")
BOOK = a_book(
    an_expectation(),
    an_expectation("learning", rules=(a_rule("terms_found", expectation="learning", id="learning.named"),)),
    an_expectation("quiet-rooms", statement="quiet-homes"),
)


def marked(
    *texts: str,
    found: Mapping[int, Sequence[str]] | None = None,
    said: Mapping[int, Qualifiers] | None = None,
    uncountable: Sequence[int] = (),
    book: RuleBook = BOOK,
    shown: str | None = None,
) -> tuple[Passage, ...]:
    """Mark sentences, one a line; `found` names by number what each speaks to, best first."""
    text = "\n".join(texts)
    starts = [sum(len(before) + 1 for before in texts[:number]) for number in range(len(texts))]
    sentences = [
        Sentence(start=start, end=start + len(one), block=0, countable=number not in uncountable)
        for number, (start, one) in enumerate(zip(starts, texts, strict=True))
    ]
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text), line=3, page=2),))
    recognitions = [_recognitions((found or {}).get(number, ())) for number in range(len(texts))]
    qualifiers = [(said or {}).get(number, Qualifiers()) for number in range(len(texts))]
    return mark(document, RECOGNISED, sentences, recognitions, qualifiers, book, shown)


def _recognitions(keys: Sequence[str]) -> tuple[Recognition, ...]:
    return tuple(Recognition(key=key, score=float(-number)) for number, key in enumerate(keys))


def test_a_recognised_sentence_that_no_cue_decides_says_that_the_thing_is_there() -> None:
    (passage,) = marked("There is a shared record.", found={0: ["data-sharing"]})

    assert passage.polarity is Polarity.STRENGTH
    assert passage.affirmed


def test_a_sentence_that_nothing_recognises_and_no_cue_decides_is_neutral() -> None:
    (passage,) = marked("The town lies on a river.")

    assert passage.polarity is Polarity.NEUTRAL


def test_unsaid_fields_have_the_documents_voice_and_the_lowest_claims() -> None:
    (passage,) = marked("There is a shared record.", found={0: ["data-sharing"]})

    assert (passage.voice, passage.evidence_category) == ("inspector", "processes")
    assert (passage.claim, passage.certainty, passage.impact) == (Claim.STATED, Certainty.ASSERTED, False)
    assert (passage.dates, passage.parts) == ((), ())


def test_what_a_plugin_says_stands() -> None:
    period = Period(start="2025-01-01", end="2025-12-31", words="2025")
    because = Because(field="voice", words="There", start=0, end=5)
    said = Qualifiers(
        polarity=Polarity.SHORTFALL,
        voice="people",
        evidence_category="peoples-experience",
        claim=Claim.MEASURED,
        impact=True,
        certainty=Certainty.HEDGED,
        dates=(period,),
        because=(because,),
    )

    (passage,) = marked("There is no record.", found={0: ["data-sharing"]}, said={0: said})

    assert passage.polarity is Polarity.SHORTFALL
    assert (passage.voice, passage.evidence_category) == ("people", "peoples-experience")
    assert (passage.claim, passage.impact, passage.certainty) == (Claim.MEASURED, True, Certainty.HEDGED)
    assert (passage.dates, passage.because) == ((period,), (because,))


def test_a_promise_never_climbs_the_ladder_and_is_early() -> None:
    said = Qualifiers(polarity=Polarity.PLANNED, claim=Claim.MEASURED)

    (passage,) = marked("We will share 95% of records.", found={0: ["data-sharing"]}, said={0: said})

    assert (passage.claim, passage.certainty) == (Claim.PLANNED, Certainty.EARLY_STAGE)
    assert not passage.affirmed


def test_the_main_expectation_is_the_best_of_each_statement() -> None:
    (passage,) = marked("All of it.", found={0: ["learning", "quiet-rooms", "data-sharing"]})

    assert passage.expectations == ("learning", "quiet-rooms", "data-sharing")
    assert passage.main == ("learning", "quiet-rooms")


def test_keys_that_are_no_expectations_are_rules_with_words_of_their_own() -> None:
    (passage,) = marked("An agreement.", found={0: ["learning.named", "data-sharing", "b.rule"]})

    assert passage.expectations == passage.main == ("data-sharing",)
    assert passage.rules == ("b.rule", "learning.named")


def test_a_sentence_that_cannot_be_evidence_is_marked_with_nothing() -> None:
    said = Qualifiers(polarity=Polarity.STRENGTH, impact=True)

    (passage,) = marked("A heading about records", found={0: ["data-sharing"]}, said={0: said}, uncountable=[0])

    assert (passage.expectations, passage.main, passage.polarity) == ((), (), Polarity.NEUTRAL)
    assert not passage.impact
    assert not passage.countable


@pytest.mark.parametrize("polarity", [Polarity.STRENGTH, Polarity.SHORTFALL, Polarity.PLANNED])
def test_only_a_mixed_sentence_shows_its_halves(polarity: Polarity) -> None:
    halves = (Part(start=0, end=4, polarity=Polarity.STRENGTH), Part(start=4, end=9, polarity=Polarity.SHORTFALL))
    mixed = Qualifiers(polarity=Polarity.MIXED, parts=halves)

    passages = marked("Good, bad", "Good, bad", said={0: mixed, 1: replace(mixed, polarity=polarity)})

    assert [passage.parts for passage in passages] == [halves, ()]


def test_a_result_for_people_counts_for_the_statement_that_the_sentence_speaks_of() -> None:
    book = a_book(
        an_expectation(),
        replace(an_expectation("outcomes"), also_when_impact=True),
        replace(an_expectation("restful", statement="quiet-homes"), also_when_impact=True),
    )
    result = Qualifiers(impact=True)

    passages = marked("One.", "Two.", found={0: ["data-sharing"]}, said={0: result, 1: result}, book=book)

    assert [passage.expectations for passage in passages] == [("data-sharing", "outcomes"), ()]


def test_where_a_book_has_one_statement_every_result_for_people_counts_for_it() -> None:
    book = a_book(an_expectation(), replace(an_expectation("outcomes"), also_when_impact=True))

    (passage,) = marked("People were seen sooner.", said={0: Qualifiers(impact=True)}, book=book)

    assert passage.expectations == ("outcomes",)


def test_passages_quote_the_masked_text_at_the_same_place() -> None:
    text = "Call 01632 960 001 about the shared record."
    because = Because(field="expectations", words="01632 960 001", start=5, end=18)

    (passage,) = marked(text, said={0: Qualifiers(because=(because,))}, shown=mask(text))

    assert passage.text == "Call ••••••••••••• about the shared record."
    assert (passage.start, passage.end) == (0, len(text))
    assert passage.because[0].words == "•" * 13


def test_a_date_that_is_masked_is_not_told_beside_the_text() -> None:
    text = "DOB 03/04/1999; seen in 2025."
    birthday = Period(start="1999-04-03", end="1999-04-03", words="03/04/1999")
    seen = Period(start="2025-01-01", end="2025-12-31", words="2025")

    (passage,) = marked(text, said={0: Qualifiers(dates=(birthday, seen))}, shown=mask(text))

    assert passage.dates == (seen,)


def test_a_passage_knows_its_place_in_the_file() -> None:
    first, second = marked("One.", "Two.")

    assert (first.line, second.line) == (3, 4)
    assert (second.document, second.page, second.text) == ("a.txt", 2, "Two.")


def test_without_blocks_no_line_is_guessed() -> None:
    document = Document(name="a.txt", text="One.")

    (passage,) = mark(document, RECOGNISED, [Sentence(start=0, end=4, block=0)], [()], [Qualifiers()], BOOK)

    assert passage.line is None


def test_the_same_words_again_have_a_fingerprint_of_their_own() -> None:
    passages = marked("We  share.", "Other.", "we share.", "WE SHARE.")

    prints = [passage.fingerprint for passage in passages]
    assert len(set(prints)) == 4
    assert [passage.fingerprint for passage in marked("we share.", "We share.")] == [prints[0], prints[2]]


def test_a_fingerprint_does_not_depend_on_place_name_or_marks() -> None:
    (alone,) = marked("We share.")

    _, later = marked("Something before it.", "We share.", found={1: ["data-sharing"]})

    assert later.fingerprint == alone.fingerprint
