"""The accuracy benchmark counts what it says it counts, and keeps the held-out set unread."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from checker import ExpectationStatus, Polarity

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT))

from benchmarks.accuracy.answers import Answer, CheckerReader, Reading  # noqa: E402
from benchmarks.accuracy.baseline import KeywordReader  # noqa: E402
from benchmarks.accuracy.datasets import own_sets  # noqa: E402
from benchmarks.accuracy.errors import list_errors  # noqa: E402
from benchmarks.accuracy.families import count_families  # noqa: E402
from benchmarks.accuracy.intervals import Sample, gain, interval  # noqa: E402
from benchmarks.accuracy.labels import Label, LabelError, Narrative, statuses_of  # noqa: E402
from benchmarks.accuracy.measure import main  # noqa: E402
from benchmarks.accuracy.outside_sets import cases_set, cut_sentences, gold_set  # noqa: E402
from benchmarks.accuracy.pages import BEGIN, END, accuracy_page, with_figures  # noqa: E402
from benchmarks.accuracy.printed import fit_verdict, side_by_side, whole_report  # noqa: E402
from benchmarks.accuracy.results import Results, measure  # noqa: E402
from benchmarks.accuracy.scoring import count, figures  # noqa: E402

KEYS = ("data-sharing", "vcs-funding")
CASE_HEAD = "---\nlabels:\n- criterion: data-sharing\n  status: gap\ngap_sentences:\n- Staff say “Never.”\n---\n"
HEAD = {
    "narrative": "invented",
    "statement": "partnerships-and-communities",
    "style": "inspector",
    "default_voice": "x",
}


def a_row(text: str, **changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "p": 1, "text": text, "criteria": ["data-sharing"], "criteria_acceptable": [], "polarity": "strength",
        "polarity_acceptable": [], "voice": "inspector", "voice_acceptable": [], "evidence_category": "processes",
        "impact": False, "certainty": "asserted",
    }  # fmt: skip
    return row | changes


def a_label(start: int = 0, end: int = 10, polarity: Polarity = Polarity.STRENGTH, *keys: str) -> Label:
    return Label(
        start=start,
        end=end,
        shortfall=polarity.reports_shortfall,
        polarity=polarity,
        expectations=keys,
        voice="people",
        impact=False,
        certainty="asserted",
    )


def an_answer(start: int = 0, end: int = 10, polarity: Polarity = Polarity.STRENGTH, *keys: str) -> Answer:
    return Answer(start=start, end=end, polarity=polarity, expectations=keys, voice="people")


def scored(labels: Sequence[Label], answers: Sequence[Answer]) -> dict[str, float | None]:
    narrative = Narrative(id="one", text="", labels=tuple(labels))
    sample = Sample([count(narrative, Reading(answers=tuple(answers)), KEYS)], by_document=False)
    return {figure.id: sample.measure(figure).value for figure in figures(KEYS)}


def write_lines(path: Path, *rows: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


@pytest.fixture(scope="module")
def small_results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Two small sets, the second held out, read by the real checker."""
    folder = tmp_path_factory.mktemp("narratives")
    good = a_row("Partners told us that information was shared promptly between agencies.", voice="partners")
    bad = a_row("Information was not shared with providers.", polarity="shortfall")
    for batch in ("batch-1", "batch-3"):
        write_lines(folder / batch / "invented.jsonl", HEAD, good, bad)
    return measure(own_sets(folder))


# ---------------------------------------------------------------------------------------------------------------- sets


def test_a_narrative_is_its_sentences_with_paragraphs_apart_and_labels_at_their_place(tmp_path: Path) -> None:
    rows = (a_row("First."), a_row("Second.", polarity="mixed"), a_row("Third.", p=2))
    write_lines(tmp_path / "batch-1" / "invented.jsonl", HEAD, *rows)

    narrative = own_sets(tmp_path)[0].narratives[0]

    assert narrative.text == "First. Second.\n\nThird."
    assert [narrative.text[one.start : one.end] for one in narrative.labels] == ["First.", "Second.", "Third."]
    assert [one.shortfall for one in narrative.labels] == [False, True, False]


def test_a_narrative_without_labelled_expectations_has_no_statuses(tmp_path: Path) -> None:
    write_lines(tmp_path / "batch-1" / "invented.jsonl", HEAD, a_row("First.", criteria=None))

    narrative = own_sets(tmp_path)[0].narratives[0]

    assert narrative.statuses == {}
    assert narrative.labels[0].expectations is None


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([HEAD, a_row("First.", polarity="good")], "invented.jsonl:2"),
        ([HEAD, a_row("First."), a_row("")], "invented.jsonl:3"),
        ([HEAD, {"p": 1, "text": "No labels."}], "invented.jsonl:2"),
        ([a_row("No head.")], "invented.jsonl:1"),
        ([HEAD, ["a list"]], "invented.jsonl:2"),
    ],
)
def test_a_label_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, rows: list[object], place: str) -> None:
    write_lines(tmp_path / "batch-1" / "invented.jsonl", *rows)

    with pytest.raises(LabelError, match=place):
        own_sets(tmp_path)


def test_every_narrative_of_the_project_can_be_used_and_three_sets_are_held_out() -> None:
    sets = own_sets()

    assert [one.id for one in sets if one.held_out] == ["batch-3", "batch-4", "batch-5"]
    assert all(
        label.expectations is None or narrative.statuses
        for s in sets
        for narrative in s.narratives
        for label in narrative.labels
    )


def test_a_sentence_that_does_not_stand_in_its_case_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(f"{CASE_HEAD}\nAll was well.\n", encoding="utf-8")

    with pytest.raises(LabelError, match=r"one\.md: the sentence that begins 'Staff say"):
        cases_set(tmp_path)


def test_the_front_matter_of_a_case_is_labels_and_never_text(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(f'{CASE_HEAD}\nAll was well. Staff say "Never." Then more.\n', encoding="utf-8")

    narrative = cases_set(tmp_path).narratives[0]

    assert "criterion" not in narrative.text
    assert narrative.statuses == {"data-sharing": ExpectationStatus.SHORTFALL}
    assert [narrative.text[one.start : one.end] for one in narrative.labels if one.shortfall] == ['Staff say "Never."']


def test_published_narratives_are_read_from_where_their_index_says(tmp_path: Path) -> None:
    text = "A title\nPartners share records.\n"
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text(text, encoding="utf-8")
    title = a_row("", sentence_start=0, sentence_end=7, kind="heading", criteria=[], voice=None)
    finding = a_row("", sentence_start=8, sentence_end=31, kind="finding")
    write_lines(tmp_path / "gold" / "one.jsonl", title, finding)
    document = {
        "doc": "one",
        "seed": "seeds/one.txt",
        "labels": "gold/one.jsonl",
        "status": {"data-sharing": "strength"},
    }
    write_lines(tmp_path / "gold" / "documents.json", {"documents": [document]})

    narrative = gold_set(tmp_path / "gold").narratives[0]

    assert [one.finding for one in narrative.labels] == [False, True]
    assert narrative.statuses == {"data-sharing": ExpectationStatus.SUPPORTED}


def test_sentences_are_cut_at_line_ends_and_full_stops_but_not_after_abbreviations() -> None:
    text = "A heading\nHelp, e.g. Meals, is there. “It works.” She agreed."

    cut = [text[start:end] for start, end in cut_sentences(text)]

    assert cut == ["A heading", "Help, e.g. Meals, is there.", "“It works.”", "She agreed."]


# ------------------------------------------------------------------------------------------------------------- scoring


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


# ----------------------------------------------------------------------------------------------------------- intervals


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


# ------------------------------------------------------------------------------------------------------------- readers


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


# ------------------------------------------------------------------------------------------------------------ printing


def test_errors_of_a_held_out_set_are_refused_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["--errors", "batch-3"])

    shown = capsys.readouterr()
    assert code == 2
    assert shown.out == ""
    assert "held out" in shown.err


def test_an_error_is_listed_with_the_cue_that_decided_it(tmp_path: Path) -> None:
    wrong = a_row("Information was not shared with providers.", polarity="strength")
    write_lines(tmp_path / "batch-1" / "invented.jsonl", HEAD, wrong)
    results = measure(own_sets(tmp_path))

    lines = list(list_errors(results.sets[0].labelled, results.sets[0].readings, results.expectations))

    assert lines[:2] == ["== invented", "Information was not shared with providers."]
    assert any("false shortfall: shortfall, expected strength; 'not'" in line for line in lines)


def test_no_sentence_of_a_held_out_set_is_printed_anywhere(small_results: Results) -> None:
    printed = "\n".join([*whole_report(small_results, []), *accuracy_page(small_results)])

    assert "held out: errors never read" in printed
    assert "shared promptly" not in printed


def test_the_page_has_a_heading_for_every_expectation_and_says_what_was_not_measured(small_results: Results) -> None:
    page = "\n\n".join(accuracy_page(small_results))

    assert all(f"\n## {one.id}\n" in page for one in small_results.book.expectations)
    section = page.split("## vcs-funding")[1].split("\n## ")[0]
    assert "Not measured" in section


def test_the_readme_gets_the_present_table_and_keeps_the_rest(small_results: Results) -> None:
    readme = with_figures(f"Before.\n{BEGIN}\nold\n{END}\nAfter.", small_results)

    assert readme.startswith("Before.")
    assert readme.endswith("After.")
    assert side_by_side(small_results).as_markdown() in readme
    assert "old" not in readme


def test_a_readme_without_a_place_for_the_table_is_refused(small_results: Results) -> None:
    with pytest.raises(LabelError, match="marks"):
        with_figures("No marks.", small_results)


def test_a_set_far_above_the_held_out_one_is_named(tmp_path: Path) -> None:
    right = a_row("Information was not shared with providers.", polarity="shortfall")
    write_lines(tmp_path / "batch-1" / "invented.jsonl", HEAD, right)
    missed = a_row("Zebras graze.", polarity="shortfall", criteria=[])
    write_lines(tmp_path / "batch-3" / "invented.jsonl", HEAD, right, missed)

    verdict = fit_verdict(measure(own_sets(tmp_path)))

    assert ": NO, " in verdict
    assert "figures stand higher (marked !); most: Shortfalls: F1, batch-1" in verdict


def test_labels_that_name_an_unknown_expectation_are_refused(tmp_path: Path) -> None:
    write_lines(tmp_path / "batch-1" / "invented.jsonl", HEAD, a_row("First.", criteria=["data-shoring"]))

    with pytest.raises(LabelError, match="data-shoring"):
        measure(own_sets(tmp_path))


def test_pages_are_not_written_without_the_sets_outside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.accuracy.measure._SHARED", tmp_path)

    code = main(["--write-docs"])

    assert code == 2
    assert "gold" in capsys.readouterr().err
