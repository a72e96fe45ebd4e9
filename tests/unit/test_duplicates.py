"""What is said twice is found, and counts as one voice."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.domain.assessment import DocumentRecord
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.evidence import Claim
from checker.domain.pack import RuleBook
from checker.domain.report import GapReport
from checker.plugin_manager import Plugins
from checker.run.duplicates import Duplicates, duplicate_warnings, likeness, sketch_of
from checker.text.version_names import stem_of

from .library_runs import as_bytes, library, run

LOANS = "We lend any book to any reader who asks.\n"


def a_text(first: int, last: int) -> list[str]:
    return [f"On day {number} the desk was open until {number} o'clock." for number in range(first, last)]


def a_record(name: str, *, sha256: str = "", date: str = "") -> DocumentRecord:
    return DocumentRecord(name=name, sha256=sha256 or name, size=1, status=ReadStatus.OK, date=date, sentences=9)


def seen(*documents: tuple[str, list[str]], dates: Mapping[str, str] | None = None) -> list[DocumentRecord]:
    duplicates = Duplicates()
    dated = dates or {}
    records = [duplicates.seen(a_record(name, date=dated.get(name, "")), sketch_of(text)) for name, text in documents]
    return duplicates.dated(records)


def claims(report: GapReport) -> int:
    (lending, *_) = report.statements[0].expectations
    return lending.counts.claim[Claim.CORROBORATED.value]


def test_identical_files_count_once_and_the_copy_says_where(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    alone = run(built_in, library_book, library(tmp_path / "one", {"a.txt": LOANS}))
    twice = run(built_in, library_book, library(tmp_path / "two", {"a.txt": LOANS, "old/copy of a.txt": LOANS}))

    first, copy = twice.documents
    assert (copy.status, copy.same_as) == (ReadStatus.OK, "a.txt")
    assert copy.reason == "The same as a.txt, byte for byte: what it says is counted there."
    assert (first.same_as, first.sentences, copy.sentences) == ("", 1, 0)
    assert twice.statements[0].expectations[0].counts == alone.statements[0].expectations[0].counts
    assert any("1 document is the same as another file" in warning for warning in twice.warnings)


def test_the_passages_of_a_copy_are_told_as_those_of_its_original(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path, {"a.txt": LOANS, "b.txt": LOANS})

    told = [dict(one) for one in run(built_in, library_book, folder, keep_sentences=True).sentences()]

    first, copy = ([{**one, "doc": ""} for one in told if one["doc"] == name] for name in "ab")
    assert first == copy
    assert any("supported" in dict(one.get("status", {})).values() for one in copy)


def test_a_copy_does_not_corroborate_and_another_document_does(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    same = {"self-assessment.txt": LOANS, "the policy.txt": LOANS}
    others = {"self-assessment.txt": LOANS, "the policy.txt": f"The hall is closed.\n\n{LOANS}"}

    assert claims(run(built_in, library_book, library(tmp_path / "same", same))) == 0
    assert claims(run(built_in, library_book, library(tmp_path / "others", others))) == 1


def test_two_forms_of_one_councils_name_do_not_keep_documents_apart(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    documents = {
        "self-assessment.md": f"---\ncouncil: Ellanmere Council\n---\n\n{LOANS}",
        "the policy.md": f"---\ncouncil: Ellanmere County Council\n---\n\nThe hall is closed.\n\n{LOANS}",
    }

    report = run(built_in, library_book, library(tmp_path, documents))

    assert claims(report) == 1
    assert report.councils == ("Ellanmere County Council",)


def test_nearly_the_same_text_does_not_corroborate(tmp_path: Path, built_in: Plugins, library_book: RuleBook) -> None:
    text = "\n\n".join([LOANS.strip(), *a_text(1, 12)])
    documents = {"self-assessment.txt": text, "the policy.txt": f"{text}\n\nThe roof was mended.\n"}

    report = run(built_in, library_book, library(tmp_path, documents))

    assert [record.near for record in report.documents] == ["", "self-assessment.txt"]
    assert claims(report) == 0
    assert report.documents[1].sentences == 13


def test_the_file_named_as_the_self_assessment_counts_and_not_its_copy(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = library(tmp_path, {"a copy.txt": LOANS, "ours.txt": LOANS})

    report = run(built_in, library_book, folder, self_assessment=(folder / "ours.txt",))

    copy, ours = report.documents
    assert (copy.same_as, ours.same_as) == ("ours.txt", "")
    assert ours.kind is DocumentKind.SELF_ASSESSMENT


def test_copies_are_the_same_on_any_number_of_workers(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    text = "\n\n".join(a_text(1, 12))
    documents = {f"{number % 3}/notes v{number}.txt": f"{text}\n\nNumber {number % 4}.\n" for number in range(9)}
    folder = library(tmp_path, documents)

    assert as_bytes(run(built_in, library_book, folder)) == as_bytes(run(built_in, library_book, folder, workers=2))


def test_a_sketch_tells_how_much_two_texts_share() -> None:
    whole, half, other = (sketch_of(text) for text in (a_text(0, 400), a_text(200, 600), a_text(900, 1300)))

    assert likeness(whole, whole) == 1
    assert likeness(whole, half) == pytest.approx(1 / 3, abs=0.15)
    assert likeness(whole, other) == 0


def test_case_and_blanks_make_no_difference_to_a_sketch() -> None:
    assert sketch_of(a_text(0, 9)) == sketch_of([f"  {line.upper()}\n" for line in a_text(0, 9)])


def test_a_few_sentences_are_too_little_to_tell_a_copy_by() -> None:
    assert sketch_of(a_text(0, 4)) == ()
    assert likeness((), ()) == 0


def test_a_sketch_stays_small_and_travels() -> None:
    sketch = sketch_of(a_text(0, 5000))

    assert len(sketch) == 64
    assert len(pickle.dumps(sketch)) < 1000


def test_versions_are_found_by_name_and_text_and_the_newest_by_its_own_date() -> None:
    documents = [("plan v1.docx", a_text(0, 40)), ("plan v2 FINAL.docx", a_text(20, 60)), ("other.docx", a_text(0, 12))]
    dates = {"plan v1.docx": "2024-03-31", "plan v2 FINAL.docx": "2025-03-31"}

    first, second, third = seen(*documents, dates=dates)

    assert (first.newer, second.newer, third.newer) == ("plan v2 FINAL.docx", "", "")
    assert second.near == ""


def test_equal_names_without_equal_text_are_no_versions() -> None:
    first, second = seen(
        ("a/minutes v1.docx", a_text(0, 40)),
        ("b/minutes v2.docx", a_text(100, 140)),
        dates={"a/minutes v1.docx": "2024-03-31", "b/minutes v2.docx": "2025-03-31"},
    )

    assert (first.newer, second.newer) == ("", "")


def test_what_could_not_be_read_is_nobodys_copy() -> None:
    duplicates = Duplicates()
    failed = DocumentRecord(name="b.txt", sha256="", size=0, status=ReadStatus.FAILED)

    assert [duplicates.seen(failed, ()), duplicates.seen(failed, ())] == [failed, failed]


def test_many_copies_are_told_in_one_sentence() -> None:
    records = seen(*[(f"{number:02}.txt", a_text(0, 12)) for number in range(12)])

    (warning,) = duplicate_warnings(records)

    assert warning.startswith("11 documents are nearly the same in text as another")
    assert "01.txt (like 00.txt)" in warning
    assert "and 6 more" in warning


@pytest.mark.parametrize(
    ("name", "plain", "marked"),
    [
        ("Carers Strategy v7 FINAL (2).docx", "carers strategy", True),
        ("carers_strategy.pdf", "carers strategy", False),
        ("Carers-Strategy-v0.3-draft.docx", "carers strategy", True),
        ("a/b/Carers Strategy - Copy.docx", "carers strategy", True),
        ("evidence.zip!Carers Strategy version 2.docx", "carers strategy", True),
        ("Carers Strategy Final version.docx", "carers strategy", True),
        ("minutes 2024-03.docx", "minutes 2024 03", False),
        ("minutes 12.docx", "minutes 12", False),
        ("FINAL.docx", "final", False),
        ("Overview.docx", "overview", False),
    ],
)
def test_marks_of_version_are_taken_off_a_name_and_dates_are_not(name: str, plain: str, marked: bool) -> None:
    stem = stem_of(name)

    assert (stem.plain, stem.marked) == (plain, marked)
