"""The accuracy benchmark counts what it says it counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.accuracy.answers import CheckerReader, Reading
from benchmarks.accuracy.baseline import KeywordReader
from benchmarks.accuracy.families import count_families
from benchmarks.accuracy.intervals import Sample, gain, interval
from benchmarks.accuracy.labels import Label, Narrative, statuses_of
from benchmarks.accuracy.results import Results
from benchmarks.accuracy.scoring import count, figures
from checker import ExpectationStatus, Polarity

from .builders import KEYS, a_label, an_answer, scored


def test_a_mixed_sentence_counts_as_a_reported_shortfall() -> None:
    labels = [a_label(0, 10, Polarity.MIXED), a_label(11, 20, Polarity.STRENGTH), a_label(21, 30, Polarity.SHORTFALL)]
    answers = [
        an_answer(0, 10, Polarity.SHORTFALL),
        an_answer(11, 20, Polarity.MIXED),
        an_answer(21, 30, Polarity.PLANNED),
    ]

    found = scored(labels, answers)

    assert (found["gap-precision"], found["gap-recall"], found["gap-f1"]) == (0.5, 0.5, 0.5)


def test_an_acceptable_expectation_is_an_error_when_strict_and_none_when_lenient() -> None:
    label = replace(a_label(0, 10, Polarity.STRENGTH, "data-sharing"), also=frozenset({"vcs-funding"}))
    other = a_label(11, 20, Polarity.STRENGTH, "vcs-funding")
    both = an_answer(0, 10, Polarity.STRENGTH, "data-sharing", "vcs-funding")
    right = an_answer(11, 20, Polarity.STRENGTH, "vcs-funding")

    found = scored([label, other], [both, right])

    assert found["expectations"] == pytest.approx((1 + 2 / 3) / 2)
    assert found["expectations-lenient"] == 1


def test_an_expectation_recognised_in_a_heading_is_an_error_and_its_voice_is_not_scored() -> None:
    heading = replace(a_label(0, 10), finding=False, voice=None)
    answers = [
        an_answer(0, 10, Polarity.SHORTFALL, "data-sharing"),
        an_answer(11, 20, Polarity.STRENGTH, "data-sharing"),
    ]

    found = scored([heading, a_label(11, 20, Polarity.STRENGTH, "data-sharing")], answers)

    assert found["expectations"] == pytest.approx(2 / 3)
    assert found["voice"] == 1
    assert found["gap-f1"] is None


def test_what_nobody_labelled_is_not_measured() -> None:
    found = scored([Label(start=0, end=10, shortfall=True)], [an_answer(0, 10, Polarity.SHORTFALL)])

    assert found["gap-f1"] == 1
    assert [found[one] for one in ("voice", "expectations", "impact", "certainty", "status")] == [None] * 5


def test_answers_on_parts_of_a_sentence_are_united_and_the_longest_decides() -> None:
    parts = [an_answer(0, 4, Polarity.STRENGTH, "data-sharing"), an_answer(4, 10, Polarity.SHORTFALL, "vcs-funding")]

    found = scored([a_label(0, 10, Polarity.SHORTFALL, "data-sharing", "vcs-funding")], parts)

    assert (found["gap-f1"], found["expectations"]) == (1, 1)


def test_a_sentence_without_an_answer_is_a_miss() -> None:
    found = scored([a_label(0, 10, Polarity.SHORTFALL, "data-sharing")], [an_answer(50, 60, Polarity.SHORTFALL)])

    assert (found["gap-recall"], found["voice"], found["expectations"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("sentences", "status"),
    [
        ([], ExpectationStatus.ABSENT),
        ([(("other", "key"), Polarity.STRENGTH)], ExpectationStatus.SUPPORTED),
        ([(("other", "key"), Polarity.SHORTFALL)], ExpectationStatus.ABSENT),
        ([(("key",), Polarity.SHORTFALL)], ExpectationStatus.SHORTFALL),
        ([(("key",), Polarity.MIXED)], ExpectationStatus.MIXED),
        ([(("key",), Polarity.SHORTFALL), (("key",), Polarity.STRENGTH)], ExpectationStatus.MIXED),
        ([(("key",), Polarity.PLANNED)], ExpectationStatus.ABSENT),
    ],
)
def test_a_status_follows_from_the_sentences(
    sentences: list[tuple[tuple[str, ...], Polarity]], status: ExpectationStatus
) -> None:
    assert statuses_of(sentences, ["key"]) == {"key": status}


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    labels = [a_label(10 * n, 10 * n + 9) for n in range(20)]
    answers = [an_answer(one.start, one.end) for one in labels]
    wrong = [replace(one, voice="staff") for one in answers[:5]] + answers[5:]
    narrative = Narrative(id="one", text="", labels=tuple(labels))
    voice = next(figure for figure in figures(KEYS) if figure.id == "voice")

    first, again = (
        Sample([count(narrative, Reading(answers=tuple(wrong)), KEYS)], by_document=False).measure(voice) for _ in "ab"
    )

    assert first == again
    assert first.value == 0.75
    assert first.low is not None
    assert first.high is not None
    assert first.low < 0.75 < first.high


def test_two_readers_that_answer_alike_have_no_gain_and_no_doubt_about_it() -> None:
    narrative = Narrative(id="one", text="", labels=(a_label(0, 10), a_label(11, 20)))
    sample = Sample([count(narrative, Reading(answers=(an_answer(0, 10),)), KEYS)], by_document=False)
    voice = next(figure for figure in figures(KEYS) if figure.id == "voice")

    found = gain(voice, sample, sample)

    assert (found.value, found.low, found.high) == (0, 0, 0)


def test_an_interval_leaves_out_resamples_in_which_nothing_is_labelled() -> None:
    assert interval([None, 0.2, None, 0.4]) == (0.2, 0.4)
    assert interval([None]) == (None, None)


def test_keywords_find_a_title_word_and_a_negative_word() -> None:
    book = CheckerReader().book
    text = "Information did not reach everybody. The garden was planted."

    answers = KeywordReader(book).read(Narrative(id="one", text=text, labels=())).answers

    assert "data-sharing" in answers[0].expectations
    assert [one.polarity for one in answers] == [Polarity.SHORTFALL, Polarity.NEUTRAL]


def test_a_family_that_decided_nothing_is_not_measured(small_results: Results) -> None:
    counts = small_results.families(small_results.development)
    decided = count_families((one.labelled, one.readings) for one in small_results.development)

    assert sum(one.n for one in decided.values()) == 2
    assert any(one.n == 0 and one.precision is None for one in counts.values())
