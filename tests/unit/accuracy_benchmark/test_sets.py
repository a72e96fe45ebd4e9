"""Sets of labelled narratives are read whole, and a label that cannot be used is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy.datasets import own_sets
from benchmarks.accuracy.labels import LabelError
from benchmarks.accuracy.outside_sets import cases_set, cut_sentences, gold_set
from benchmarks.accuracy.results import measure
from checker import ExpectationStatus

from .builders import HEAD, a_row, write_lines

CASE_HEAD = "---\nlabels:\n- criterion: data-sharing\n  status: gap\ngap_sentences:\n- Staff say “Never.”\n---\n"


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


def test_every_narrative_of_the_project_can_be_used_and_five_sets_are_held_out() -> None:
    sets = own_sets()

    assert [one.id for one in sets if one.held_out] == ["batch-3", "batch-4", "batch-6", "batch-8", "batch-9"]
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


def test_labels_that_name_an_unknown_expectation_are_refused(tmp_path: Path) -> None:
    write_lines(tmp_path / "batch-1" / "invented.jsonl", HEAD, a_row("First.", criteria=["data-shoring"]))

    with pytest.raises(LabelError, match="data-shoring"):
        measure(own_sets(tmp_path))
