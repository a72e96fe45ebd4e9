"""`checker inspect` and `checker explain`: what was read, and why it counts as it does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any
AS_OF = ("--as-of", "2025-06-30")


@pytest.fixture
def narrative(library: Path) -> Path:
    return library / "narrative.md"


def test_inspect_shows_kind_council_statement_headings_and_sentences(checker: Checker, narrative: Path) -> None:
    ended = checker("inspect", narrative)

    assert ended.code == 0
    for words in (
        "read in full",
        "self-assessment",
        "Aldermere Council",
        "partnerships-and-communities",
        "line 7: Partnerships and communities",
        "line 9: We share information with our health partners",
        "speaks to data-sharing",
        "Cites: [E12]",
        "Dates: March 2025",
    ):
        assert words in ended.out


def test_inspect_as_json_gives_places_that_hold_the_text(checker: Checker, narrative: Path) -> None:
    ended = checker("inspect", narrative, "--format", "json")

    read = json.loads(ended.out)
    text = narrative.read_text(encoding="utf-8")
    assert read["document"]["kind"] == "self-assessment"
    assert [heading["text"] for heading in read["headings"]] == ["Partnerships and communities"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in read["sentences"])
    assert [one["citations"] for one in read["sentences"] if one["citations"]] == [["[E12]"]]


def test_inspect_of_a_file_that_cannot_be_read_is_1(checker: Checker) -> None:
    Path("broken.docx").write_bytes(b"PK\x03\x04 not a document")

    ended = checker("inspect", "broken.docx")

    assert ended.code == 1
    assert "COULD NOT BE READ" in ended.out


def test_terminal_escapes_of_a_document_do_not_reach_the_screen(checker: Checker) -> None:
    Path("sly.txt").write_text("Partners share \x1b[2Jinformation well.\n", encoding="utf-8")

    shown = checker("inspect", "sly.txt").out + checker("explain", "sly.txt:1").out

    assert "\x1b" not in shown


@pytest.mark.parametrize("what", ["data-sharing", "data-sharing.evidenced"])
def test_explain_of_a_rule_or_expectation_says_why_and_where(checker: Checker, what: str) -> None:
    ended = checker("explain", what)

    assert ended.code == 0
    assert ended.out.startswith(f"{what}\n")
    assert "Why" in ended.out
    assert "cqc_local_authority/" in ended.out


def test_explain_of_a_line_gives_the_deciding_words_with_file_and_line(checker: Checker, narrative: Path) -> None:
    ended = checker("explain", f"{narrative}:9")

    assert "Expectations: data-sharing (main)" in ended.out
    assert "“share information" in ended.out
    assert "cqc_local_authority/partnerships-and-communities.yaml:" in ended.out.replace("\n", "")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The weather was mild in Ashby.", "no cue decides it, and no expectation recognises it"),
        ("Partners share one care record.", "what an expectation recognises counts as said to be there"),
        ("Shared records.", "it only names a thing"),
        ("Carers told us that they sleep at night since the sitter comes.", "people speak of their own care"),
        ("We will open a second hub in 2027.", "as of every plan"),
    ],
)
def test_explain_says_what_decided_where_no_cue_did(checker: Checker, sentence: str, told: str) -> None:
    ended = checker("explain", sentence)

    assert told in " ".join(ended.out.split())


def test_explain_of_a_line_lists_all_its_sentences_before_it_explains_each(checker: Checker, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("# Note\n\nPartners told us that it works. We share a care record. It is slow.\n", encoding="utf-8")

    run = checker("explain", f"{note}:3")

    listed, _, explained = run.out.partition("One alone: ")
    assert listed.startswith("3 sentences, each explained below")
    assert [line for line in explained.splitlines() if line.startswith("“")] == [
        "“Partners told us that it works.”",
        "“We share a care record.”",
        "“It is slow.”",
    ]
    assert "“It is slow.” (begins at character 64)" in listed


def test_a_line_without_a_sentence_names_the_nearest_that_has_one(checker: Checker, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("# Note\n\nPartners told us that it works.\n", encoding="utf-8")

    run = checker("explain", f"{note}:900")

    assert "(the nearest sentence is on line 3)" in run.err


def test_explain_of_a_character_is_the_sentence_that_begins_there(checker: Checker, narrative: Path) -> None:
    start = narrative.read_text(encoding="utf-8").index("We do not yet")

    ended = checker("explain", f"{narrative}:{start}")

    assert ended.out.startswith("“We do not yet fund")
    assert "Polarity: shortfall" in ended.out
    assert f"characters {start} to " in ended.out


def test_explain_of_a_sentence_of_one_s_own_needs_no_file(checker: Checker) -> None:
    ended = checker("explain", "Partners told us that the shared care record works well.")

    assert "Voice: partners" in ended.out
    assert "“told" in ended.out


def test_explain_on_a_file_finds_the_sentences_with_these_words(checker: Checker, narrative: Path) -> None:
    ended = checker("explain", "told us", "--on", narrative)

    assert ended.out.startswith("“People told us in March 2025")
    assert checker("explain", "no such words", "--on", narrative).code == 2


def test_explain_of_a_finding_says_what_it_rests_on_and_what_to_do(checker: Checker, library: Path) -> None:
    checker("assess", library, *AS_OF, "--out", "out", "--format", "json")
    report = json.loads(Path("out/gap-report.json").read_text(encoding="utf-8"))
    gap = report["summary"]["top_gaps"][0]

    ended = checker("explain", gap, "--report", "out/gap-report.json")

    assert ended.out.startswith(f"{gap}\n")
    assert "not met" in ended.out
    assert "To do" in ended.out


def test_explain_of_a_gap_id_without_a_report_explains_its_rule(checker: Checker) -> None:
    ended = checker("explain", "partnerships-and-communities/data-sharing/data-sharing.evidenced")

    assert ended.out.startswith("data-sharing.evidenced\n")
    assert "--report" in ended.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("data-shring",), "did you mean 'data-sharing'?"),
        (("none.txt:3",), "none.txt: there is no such file"),
        (("library/narrative.md:1000",), "no sentence stands on line 1000"),
        (("Partners said so.", "--kind", "minute"), "did you mean 'minutes'?"),
        (("data-sharing", "--report", "library/narrative.md"), "this is not JSON"),
    ],
)
def test_what_cannot_be_explained_is_2_with_a_way_out(
    checker: Checker, narrative: Path, arguments: tuple[str, ...], said: str
) -> None:
    assert narrative.exists()

    ended = checker("explain", *arguments)

    assert ended.code == 2
    assert said in ended.err
