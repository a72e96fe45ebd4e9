"""What the accuracy benchmark prints and writes; it keeps the held-out sets unread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.accuracy.datasets import own_sets
from benchmarks.accuracy.errors import list_errors
from benchmarks.accuracy.labels import LabelError
from benchmarks.accuracy.measure import main
from benchmarks.accuracy.pages import BEGIN, END, accuracy_page, with_figures
from benchmarks.accuracy.printed import fit_verdict, side_by_side, whole_report
from benchmarks.accuracy.reliability import reliability_lines
from benchmarks.accuracy.results import Results, measure

from .builders import HEAD, a_row, write_lines


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

    untaught = [replace(one, taught=False) for one in own_sets(tmp_path)]
    verdict = fit_verdict(measure(untaught))

    assert ": NO, " in verdict
    assert "figures stand higher (marked !); most: Shortfalls: F1, batch-1" in verdict
    assert "every development set here taught the weights" in fit_verdict(measure(own_sets(tmp_path)))


def test_pages_are_not_written_without_the_sets_outside(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.accuracy.measure._SHARED", tmp_path)

    code = main(["--write-docs"])

    assert code == 2
    assert "gold" in capsys.readouterr().err


def test_reliability_is_written_in_words_and_figures_from_held_out_sets_alone(tmp_path: Path) -> None:
    rows = [a_row("Partners share a care record.", expectations=["data-sharing"]) for _ in range(3)]
    write_lines(tmp_path / "batch-1" / "invented.jsonl", HEAD, *rows)
    of_others = list(reliability_lines(measure(own_sets(tmp_path))))
    write_lines(tmp_path / "batch-3" / "invented.jsonl", HEAD, *rows[:1])

    lines = list(reliability_lines(measure(own_sets(tmp_path))))

    assert of_others[-1] == "figures: {}"
    assert lines[-1] == "  data-sharing: {f1: 1.0, low: 1.0, high: 1.0, n: 1}"
    assert any(line.startswith('  data-sharing: "Measured') and "of 1 sentences" in line for line in lines)
