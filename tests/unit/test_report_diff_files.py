"""Between two gap reports files are renamed, taken away and added, and decisions run out."""

from __future__ import annotations

from typing import Any

from checker.report_diff import ChangeKind, compare_reports

from .test_report_diff import a_finding, a_report


def about_file(name: str, sha256: str, outcome: str = "not met") -> Any:
    report = a_report()
    finding = a_finding(outcome, gap_id=f"library.recent/{name}" if name else "library.recent")
    report["findings"] = [finding | {"rule": "library.recent", "item": name, "statement": ""}]
    report["documents"] = [{"name": name or "a.txt", "sha256": sha256}]
    return report


def test_a_gap_of_a_file_that_was_only_renamed_is_no_new_gap() -> None:
    compared = compare_reports(about_file("old.csv", "aaa"), about_file("new.csv", "aaa"))

    assert compared.changes == ()
    assert compared.notes == (
        "1 finding is the same by another id, since a file was renamed or words have changed: "
        "library.recent/old.csv is library.recent/new.csv now.",
    )


def test_a_gap_of_a_renamed_file_that_has_changed_is_told_under_its_new_id() -> None:
    (change,) = compare_reports(about_file("old.csv", "aaa", "partly met"), about_file("new.csv", "aaa")).changes

    assert (change.kind, change.id, change.before) == (ChangeKind.WORSE, "library.recent/new.csv", "partly met")


def test_a_gap_of_a_file_that_its_rule_finds_no_more_is_closed() -> None:
    new = about_file("", "bbb", "met")
    new["documents"] = [{"name": "old.csv", "sha256": "bbb"}]

    (change,) = compare_reports(about_file("old.csv", "aaa"), new).changes

    assert (change.kind, change.reason) == (
        ChangeKind.CLOSED,
        "The rule was asked and finds nothing of this any more.",
    )


def test_a_gap_of_a_file_that_was_taken_away_is_not_closed() -> None:
    (change,) = compare_reports(about_file("old.csv", "aaa"), about_file("", "bbb", "met")).changes

    assert change.kind is ChangeKind.OTHER


def with_files(*names: str, **more: Any) -> Any:
    files = [{"name": name, "sha256": name.partition(".")[0], "status": "ok"} for name in names]
    return {**a_report(), "documents": files, **more}


def test_files_that_came_and_went_are_counted_and_a_few_are_named() -> None:
    old, new = with_files("a.md", "b.md"), with_files("b.docx", "c.md", "d.md", "e.md", "f.md")

    notes = compare_reports(old, new).notes

    assert notes == ("4 files were added: c.md, d.md, e.md and 1 more.", "1 file was removed: a.md.")


def test_an_attestation_that_expired_between_two_runs_is_told() -> None:
    attested = {"gap_id": "x/y", "person": "Bo Lane", "start": "2026-01-15", "end": "2026-04-15"}
    old = with_files(attestations=[{**attested, "state": "in force"}])
    new = with_files(attestations=[{**attested, "state": "expired"}])

    assert compare_reports(old, new).notes == ("The attestation of x/y by Bo Lane expired on 2026-04-15.",)
    assert compare_reports(new, new).notes == ()
