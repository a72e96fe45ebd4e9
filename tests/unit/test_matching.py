"""What a phrase finds, what it never finds, and that a plain and slow search finds the same."""

from __future__ import annotations

import re
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain.pack import Phrase
from checker.matching import MOST_WORDS_BETWEEN, Hit, PhraseMatcher
from checker.text.folding import Folded, fold
from checker.text.key_table import packed
from checker.text.phrase_forms import compile_phrase
from checker.text.phrase_keys import keys_of

WORDS = ("share", "shared", "sharing", "data", "care", "Care", "record", "records", "health", "and", "carers", "GNCR")
BLANKS = (" ", "  ", "\n", "\r\n", "\n\n", "\u00a0")
SIGNS = (" & ", "-", "\u2011", ", ", "' ", "\u2019 ", "\u00ad", ". ", "\u0130", "\ufb01")
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
ANY_PHRASE = st.one_of(
    PHRASES,
    PHRASES.map(lambda phrase: f"={phrase}"),
    st.lists(PHRASES, min_size=2, max_size=3).map(" ... ".join),
    st.lists(PHRASES, min_size=2, max_size=3).map(" | ".join),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map("|".join),
)
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(BLANKS + SIGNS)), max_size=40).map("".join)


def plainly_found(phrases: list[str], text: str, span: tuple[int, int]) -> list[Hit]:
    """Return what a search for every form of every phrase finds, slowly: the measure of the quick one."""
    folded = fold(text)
    hits = set()
    for index, phrase in enumerate(phrases):
        compiled = compile_phrase(phrase)
        segments = [_literal_places(folded, literals, span) for literals in compiled.segments]
        chains = segments[0] if len(segments) == 1 else _tightest(folded.text, segments)
        for begin, end in chains:
            start, stop = folded.place(begin), folded.place(end - 1) + 1
            if not compiled.exact or text[start:stop].replace("\u2019", "'").split() == compiled.exact.split():
                hits.add((start, stop, index))
    return [Hit(index, start, stop) for start, stop, index in sorted(hits)]


def _literal_places(folded: Folded, literals: tuple[str, ...], span: tuple[int, int]) -> list[tuple[int, int]]:
    found = {
        (match.start() + 1, match.start() + 1 + len(literal))
        for literal in literals
        for match in re.finditer(f"(?= {re.escape(literal)} )", folded.text)
    }
    return sorted(
        (begin, end) for begin, end in found if span[0] <= folded.place(begin) and folded.place(end - 1) < span[1]
    )


def _tightest(text: str, segments: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Return the tightest run of the segments in their order; if there is none, that in the reverse order."""
    for order in (segments, segments[::-1]):
        runs = [
            (run[-1][1] - run[0][0], run[0][0], run[-1][1])
            for run in product(*order)
            if all(
                one[1] <= other[0] and len(text[one[1] : other[0]].split()) <= MOST_WORDS_BETWEEN
                for one, other in pairwise(run)
            )
        ]
        if runs:
            _, begin, end = min(runs)
            return [(begin, end)]
    return []


def found(phrase: str, text: str, *, inflect: bool = True) -> list[str]:
    (hits,) = PhraseMatcher([phrase], inflect=inflect).find(text, [(0, len(text))])
    return [text[hit.start : hit.end] for hit in hits]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("share information", "Teams SHARED information early.", ["SHARED information"]),
        ("shared care record", "Care Records; a shared care record", ["shared care record"]),
        ("shared care record", "SHARED Care Records", ["SHARED Care Records"]),
        ("share|exchange data", "We exchange data and shared data.", ["exchange data", "shared data"]),
        ("carers forum | parents panel", "A parents panel and a carers forum met.", ["parents panel", "carers forum"]),
        ("co-production", "Co production is co-production.", ["Co production", "co-production"]),
        ("co-production", "Not coproduction but co\u2011production.", ["co\u2011production"]),
        ("multi-agency hub", "Multi-Agency hubs meet.", ["Multi-Agency hubs"]),
        ("organise events", "She organized events.", ["organized events"]),
    ],
)
def test_words_match_in_every_form_case_and_alternative(phrase: str, text: str, words: list[str]) -> None:
    assert found(phrase, text) == words


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("share", "The shareholder's fanfare was rare."),
        ("care record", "They care. Record keeping is good."),
        ("care record", "We care\n\nRecord keeping is good"),
        ("care record", "The care, record by record, got better."),
        ("health care", "health and care"),
        ("data", "metadata database"),
        ("share|exchange data", "data exchange"),
    ],
)
def test_a_phrase_stays_away_from_parts_of_words_and_other_orders(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


def test_a_leading_equals_sign_asks_for_exactly_these_letters() -> None:
    assert found("=GNCR", "The GNCR, the gncr and the GNCRs.") == ["GNCR"]
    assert found("=Care Act", "care act, Care Act, Care Acts, CARE ACT") == ["Care Act"]
    assert found("=Carers' Forum", "The Carers\u2019 Forum and the carers\u2019 forum") == ["Carers\u2019 Forum"]


@pytest.mark.parametrize("blank", ["\n", "\r\n", "\u00a0", "  "])
def test_exact_letters_match_wherever_the_line_is_wrapped(blank: str) -> None:
    assert found("=Section 75", f"The Section{blank}75 agreement") == [f"Section{blank}75"]


def test_without_inflection_words_match_only_as_written() -> None:
    assert found("share data", "They share data and shared data.", inflect=False) == ["share data"]


def test_each_phrase_says_for_itself_whether_it_takes_other_forms() -> None:
    matcher = PhraseMatcher(["share", "meet"], inflect=[True, False])

    (hits,) = matcher.find("shared meeting meet", [(0, 19)])

    assert hits == [Hit(0, 0, 6), Hit(1, 15, 19)]


@pytest.mark.parametrize("phrase", ["", "   ", "...", "!?", "=", "= ...", "share ... ", "... data", "data | "])
def test_a_phrase_without_letters_or_digits_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="no letters or digits"):
        PhraseMatcher([phrase])


def test_a_phrase_that_stands_for_too_many_forms_is_refused_with_its_number() -> None:
    slot = "share|meet|plan|fund|lead|work|build|learn"

    with pytest.raises(ValueError, match=r"stands for \d{5,} forms, more than 20000"):
        PhraseMatcher([f"{slot} {slot} {slot} {slot}"])


def test_a_hit_names_its_phrase_and_hits_come_by_place() -> None:
    phrases = [Phrase(text=text) for text in ("care", "shared care", "care record", "care")]
    matcher = PhraseMatcher(phrases)

    (hits,) = matcher.find("a shared care record", [(0, 20)])

    assert hits == [Hit(1, 2, 13), Hit(0, 9, 13), Hit(3, 9, 13), Hit(2, 9, 20)]


def test_only_what_lies_inside_one_span_counts() -> None:
    text = "Share data. Share records. Share data."

    found_in = PhraseMatcher(["share data", "data share"]).find(text, [(0, 11), (12, 20), (27, 38)])

    assert found_in == [[Hit(0, 0, 10)], [], [Hit(0, 27, 37)]]


def test_a_phrase_that_is_cut_by_the_end_of_a_span_does_not_count() -> None:
    text = "Teams share data daily"

    assert PhraseMatcher(["share data"]).find(text, [(0, 11), (12, 22)]) == [[], []]
    assert PhraseMatcher(["share data"]).find(text, [(0, 16), (17, 22)]) == [[Hit(0, 6, 16)], []]


def test_a_text_without_spans_or_a_matcher_without_phrases_finds_nothing() -> None:
    assert PhraseMatcher(["data"]).find("data", []) == []
    assert PhraseMatcher([]).find("data", [(0, 4)]) == [[]]
    assert PhraseMatcher(["data"]).find("", [(0, 0)]) == [[]]


@given(st.lists(ANY_PHRASE, min_size=1, max_size=6), TEXTS, st.data())
def test_it_finds_what_a_plain_search_for_every_form_finds(phrases: list[str], text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)) | {0, len(text)})
    spans = list(pairwise(cuts))

    quick = PhraseMatcher(phrases).find(text, spans)

    assert quick == [plainly_found(phrases, text, span) for span in spans]


@given(st.lists(PHRASES, min_size=1, max_size=4), st.text(max_size=60))
def test_it_finds_the_same_on_any_text_at_all(phrases: list[str], text: str) -> None:
    span = (0, len(text))

    assert PhraseMatcher(phrases).find(text, [span]) == [plainly_found(phrases, text, span)]


@given(st.lists(ANY_PHRASE, min_size=1, max_size=6), TEXTS, st.integers(0, 6))
def test_phrases_whose_keys_are_known_are_found_as_those_whose_keys_are_not(
    phrases: list[str], text: str, known: int
) -> None:
    found = [keys_of(one) for one in phrases]
    numbered = [Phrase(text=one, number=7 + at, whole=found[at].whole) for at, one in enumerate(phrases[:known])]
    keys = packed((7 + at, one.keys) for at, one in enumerate(found))
    span = [(0, len(text))]

    for inflect in (True, False):
        found_by_keys = PhraseMatcher([*numbered, *phrases[known:]], inflect=inflect, keys=keys).find(text, span)

        assert found_by_keys == PhraseMatcher(phrases, inflect=inflect).find(text, span)


def test_a_phrase_that_stands_twice_among_others_of_a_book_is_found_twice() -> None:
    care = Phrase(text="care", number=3)
    keys = packed([(3, ["care", "cares"]), (4, ["care plan"])])

    (hits,) = PhraseMatcher([care, care, "care plan"], keys=keys).find("a care plan", [(0, 11)])

    assert hits == [Hit(0, 2, 6), Hit(1, 2, 6), Hit(2, 2, 11)]


@given(TEXTS, st.integers(0, 60))
def test_every_hit_lies_in_its_span_and_is_not_empty(text: str, cut: int) -> None:
    phrases = [*WORDS, "health and care", "share ... data", "fi"]
    spans = [(0, min(cut, len(text))), (min(cut, len(text)), len(text))]

    found_in = PhraseMatcher(phrases).find(text, spans)

    for (start, end), hits in zip(spans, found_in, strict=True):
        assert all(start <= hit.start < hit.end <= end for hit in hits)
