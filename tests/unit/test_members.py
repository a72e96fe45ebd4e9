"""Files inside files are documents of their own, with names, limits and reasons."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from checker.domain.assessment import DocumentRecord
from checker.domain.document import Member, ReadStatus
from checker.domain.pack import RuleBook
from checker.plugin_manager import Plugins
from checker.run import members
from checker.run.members import Room, as_container, unpack

from .library_runs import as_bytes, library, run


def zipped(**files: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def zip_of(names: dict[str, str | bytes]) -> bytes:
    return zipped(**names)


def a_library(folder: Path, **containers: bytes) -> Path:
    library(folder, {"a.txt": "We lend any book.\n"})
    for name, data in containers.items():
        (folder / f"{name}.zip").write_bytes(data)
    return folder


def statuses(plugins: Plugins, book: RuleBook, folder: Path) -> dict[str, ReadStatus]:
    return {record.name: record.status for record in run(plugins, book, folder).documents}


def reasons(plugins: Plugins, book: RuleBook, folder: Path) -> dict[str, str]:
    return {record.name: record.reason for record in run(plugins, book, folder).documents}


def names(*given: Member, container: str = "a.zip") -> list[str]:
    return [one.name for one in unpack(container, given, 1, Room()).members]


def test_a_member_is_a_document_and_its_container_is_listed(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    inner = zip_of({"deep/b.txt": "We lend two books.\n"})
    folder = a_library(tmp_path, old=zip_of({"minutes/c.md": "We lend books.\n", "inner.zip": inner}))

    report = run(built_in, library_book, folder)

    assert {record.name: record.members for record in report.documents} == {
        "a.txt": 0,
        "old.zip": 2,
        "old.zip!inner.zip": 1,
        "old.zip!inner.zip!deep/b.txt": 0,
        "old.zip!minutes/c.md": 0,
    }
    assert {record.status for record in report.documents} == {ReadStatus.OK}
    assert set(report.run.inputs) == {record.name for record in report.documents}
    assert all(len(value) == 64 for value in report.run.inputs.values())
    (lending, *_) = report.statements[0].expectations
    assert "old.zip!inner.zip!deep/b.txt" in lending.by_document


def test_a_report_with_containers_is_the_same_on_any_number_of_workers(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    mixed = zip_of({"b.txt": "We lend books.\n", "bad.docx": "x", "c.md": "The hall is closed.\n"})
    folder = a_library(tmp_path, one=mixed, two=zip_of({"one.zip": mixed, "d.txt": "We lend no book.\n"}))

    one, two = (as_bytes(run(built_in, library_book, folder, workers=number)) for number in (1, 2))

    assert one == two


def test_a_member_that_cannot_be_read_fails_alone(tmp_path: Path, built_in: Plugins, library_book: RuleBook) -> None:
    folder = a_library(tmp_path, old=zip_of({"bad.docx": "x", "empty.txt": "", "good.txt": "We lend books.\n"}))

    found = statuses(built_in, library_book, folder)

    assert found["old.zip"] is ReadStatus.OK
    assert [name for name, status in found.items() if status is ReadStatus.FAILED] == [
        "old.zip!bad.docx",
        "old.zip!empty.txt",
    ]
    assert reasons(built_in, library_book, folder)["old.zip!empty.txt"] == "It is empty."


def test_a_container_of_which_no_member_can_be_read_fails_and_says_so(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = a_library(tmp_path, one=zip_of({"a.docx": "x"}), two=zip_of({"a.docx": "x", "b.docx": "y"}))

    found = reasons(built_in, library_book, folder)

    assert found["one.zip"] == "The only file in it could not be read."
    assert found["two.zip"] == "None of the 2 files in it could be read."


def test_containers_in_one_another_are_opened_three_deep(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    data = zip_of({"a.txt": "We lend books.\n"})
    for _ in range(3):
        data = zip_of({"in.zip": data})

    found = reasons(built_in, library_book, a_library(tmp_path, out=data))

    deepest = "out.zip!in.zip!in.zip!in.zip"
    assert "out.zip!in.zip!in.zip!in.zip!a.txt" in found
    assert found["out.zip!in.zip!in.zip!in.zip!a.txt"].startswith("It lies more than 3 files deep")
    assert found[deepest] == "The only file in it could not be read."


def test_members_beyond_the_most_are_counted_and_make_the_container_partial() -> None:
    room = Room(members=3)
    given = [Member(name=f"{number}.txt", data=b"x") for number in range(5)]

    unpacked = unpack("a.zip", given, 1, room)
    record = as_container(DocumentRecord(name="a.zip", sha256="", size=9, status=ReadStatus.OK), unpacked, 3)

    assert [one.name for one in unpacked.members] == ["a.zip!0.txt", "a.zip!1.txt", "a.zip!2.txt"]
    assert (record.status, record.members) == (ReadStatus.PARTIAL, 5)
    assert "2 of them were not read" in record.reason


def test_all_that_is_taken_out_of_one_file_has_a_limit_whatever_the_depth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MEMBER_LIMIT", 50)
    room = Room(size=60)

    first = unpack("a.zip", [Member(name="a.txt", data=b"a" * 40), Member(name="b.txt", data=b"b" * 51)], 1, room)
    second = unpack(
        "a.zip!b.zip", [Member(name="c.txt", data=b"c" * 21), Member(name="d.txt", data=b"d" * 20)], 2, room
    )

    told = {one.name: one.problem for one in (*first.members, *second.members)}
    assert [name for name, problem in told.items() if not problem] == ["a.zip!a.txt", "a.zip!b.zip!d.txt"]
    assert "larger than 100 MB" in told["a.zip!b.txt"]
    assert "more than 500 MB" in told["a.zip!b.zip!c.txt"]


def test_equal_names_are_numbered_whatever_the_order() -> None:
    one, two = Member(name="a.txt", data=b"1"), Member(name="./a.txt", data=b"2")

    assert names(one, two) == ["a.zip!a.txt", "a.zip!a~2.txt"]
    assert unpack("a.zip", [one, two], 1, Room()) == unpack("a.zip", [two, one], 1, Room())


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\notes\\a.txt", "C:/notes/a.txt"),
        ("a\x1b[31m\n.txt", "a�[31m�.txt"),
        ("\u202etxt.exe", "�txt.exe"),
        ("b.zip!c.md", "b.zip(!)c.md"),
        ("..", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_a_name_leads_nowhere_and_holds_nothing_unseen(name: str, shown: str) -> None:
    assert names(Member(name=name, data=b"x")) == [f"a.zip!{shown}"]


def test_a_file_called_as_if_it_lay_in_an_archive_keeps_apart_from_the_one_that_does(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    folder = a_library(tmp_path, old=zip_of({"b.txt": "We lend books.\n"}))
    (folder / "old.zip!b.txt").write_text("The hall is closed.\n", encoding="utf-8")

    assert sorted(statuses(built_in, library_book, folder)) == [
        "a.txt", "old.zip", "old.zip!b.txt", "old.zip(!)b.txt",
    ]  # fmt: skip


def test_a_member_that_is_called_as_if_it_lay_in_another_has_a_name_of_its_own(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    inner = zip_of({"c.md": "We lend any book.\n"})
    outer = zip_of({"b.zip": inner, "b.zip!c.md": "We lend no book.\n", "b.zip(!)c.md": "We lend one book.\n"})

    found = statuses(built_in, library_book, a_library(tmp_path, a=outer))

    assert sorted(name for name in found if name.endswith("md") or "~" in name) == [
        "a.zip!b.zip!c.md",
        "a.zip!b.zip(!)c.md",
        "a.zip!b.zip((!))c.md",
    ]
