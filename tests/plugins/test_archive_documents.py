"""Reading zip archives: what is inside becomes members, and nothing is opened that could do harm."""

from __future__ import annotations

import stat
import tracemalloc
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from checker_plugins.archive_documents import archive as reading
from checker_plugins.archive_documents import checker_read_document
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import Document, ReadStatus, Source, UnreadableError


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return data.getvalue()


def read(data: bytes, name: str = "evidence.zip") -> Document:
    document = checker_read_document(Source(name=name, data=data, sha256=""))
    assert document is not None
    return document


def problems(data: bytes) -> dict[str, str]:
    return {member.name: member.problem for member in read(data).members}


def test_other_files_are_left_to_other_readers() -> None:
    assert checker_read_document(Source(name="a.docx", data=zipped(("a.txt", b"x")), sha256="")) is None


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_every_file_is_a_member_with_its_bytes(method: int) -> None:
    document = read(zipped(("b/minutes.txt", b"We met."), ("a.txt", b"We share."), method=method))

    assert [(one.name, one.data, one.problem) for one in document.members] == [
        ("a.txt", b"We share.", ""),
        ("b/minutes.txt", b"We met.", ""),
    ]
    assert (document.text, document.status) == ("", ReadStatus.OK)


def test_folders_are_no_members_and_system_files_are_left_out_but_counted() -> None:
    document = read(
        zipped(("a/", b""), ("a/b.txt", b"x"), ("__MACOSX/a/._b.txt", b"x"), (".DS_Store", b"x"), ("a/~$b.docx", b"x"))
    )

    assert [one.name for one in document.members] == ["a/b.txt"]
    assert [one.kind for one in document.hidden] == ["system file left out"] * 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped(), "It holds no files."),
        (zipped(("folder/", b"")), "It holds no files."),
        (zipped((".DS_Store", b"x")), "nothing but hidden or system files"),
        (b"PK\x03\x04 and then nothing", "damaged or cut off"),
        (zipped(("a.txt", b"We met." * 1000))[:-30], "damaged or cut off"),
        (b"", "damaged or cut off"),
    ],
)
def test_an_archive_without_files_to_read_is_unreadable_with_a_plain_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(data)


@pytest.mark.parametrize("suffix", [".7z", ".rar", ".tar", ".gz"])
def test_other_archives_are_told_what_to_do(suffix: str) -> None:
    with pytest.raises(UnreadableError, match="Unpack it and give the folder"):
        read(b"anything", f"evidence{suffix}")


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped(("bomb.txt", bytes(20_000_000)), ("a.txt", b"We met."))

    told = problems(bomb)

    assert told["bomb.txt"] == "It unpacks to far more than a document needs and was not read."
    assert told["a.txt"] == ""


def test_members_are_taken_out_only_as_far_as_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "UNPACKED_LIMIT", 100)
    monkeypatch.setattr(reading, "MEMBER_LIMIT", 80)

    told = problems(zipped(("a.txt", b"a" * 60), ("b.txt", b"b" * 60), ("c.txt", b"c" * 90), ("d.txt", b"d" * 40)))

    assert [name for name, problem in told.items() if not problem] == ["a.txt", "d.txt"]
    assert "200 MB in all" in told["b.txt"]
    assert "more than 100 MB" in told["c.txt"]


def test_entries_that_share_their_bytes_are_refused() -> None:
    data = bytearray(zipped(("a.txt", b"We met." * 50), ("b.txt", b"We met." * 50)))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")

    with pytest.raises(UnreadableError, match="share the same bytes"):
        read(bytes(data))


def test_a_size_that_lies_gives_no_more_than_it_says() -> None:
    data = bytearray(zipped(("a.txt", b"We met." * 50), ("b.txt", b"x")))
    first = data.index(b"PK\x01\x02")
    data[first + 24 : first + 28] = (7).to_bytes(4, "little")

    document = read(bytes(data))

    assert "could not be taken out whole" in document.members[0].problem
    assert document.status is ReadStatus.PARTIAL


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_lies_about_its_size_takes_no_more_memory_than_it_says(method: int) -> None:
    data = bytearray(zipped(("bomb.txt", bytes(80_000_000)), ("sound.txt", b"We met."), method=method))
    for at in (22, data.index(b"PK\x01\x02") + 24):
        data[at : at + 4] = (1_000).to_bytes(4, "little")
    tracemalloc.start()

    told = problems(bytes(data))

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told["bomb.txt"]
    assert most < 10_000_000


def test_a_member_that_says_it_is_empty_and_is_not_is_told() -> None:
    data = bytearray(zipped(("a.txt", b"We met." * 50)))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = bytes(4)

    assert "could not be taken out whole" in problems(bytes(data))["a.txt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_without_a_limit_is_refused_and_the_others_are_read(method: int) -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("odd.txt", b"We met." * 50, method)
        archive.writestr("usual.txt", b"We share.", zipfile.ZIP_DEFLATED)

    told = problems(data.getvalue())

    assert "packed in a way that the checker does not know" in told["odd.txt"]
    assert told["usual.txt"] == ""


@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=300, deadline=None)
def test_whatever_is_damaged_the_archive_is_read_or_refused_in_plain_words(changes: list[tuple[int, int]]) -> None:
    data = bytearray(zipped(("a.txt", b"We met in May." * 20), ("b/c.txt", b"We share."), ("d.txt", b"")))
    for place, value in changes:
        data[place % len(data)] = value

    with suppress(UnreadableError):
        assert read(bytes(data)).members


def test_a_member_that_lost_its_name_harms_no_other() -> None:
    data = bytearray(zipped(("a.txt", b"We met."), ("b.txt", b"We share.")))
    data[data.index(b"a.txt", data.index(b"PK\x01\x02"))] = 0

    told = problems(bytes(data))

    assert told["b.txt"] == ""
    assert len(told) == 2


def test_a_member_with_a_password_is_named_with_what_to_do() -> None:
    data = bytearray(zipped(("a.txt", b"We met.")))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert "protected with a password" in problems(bytes(data))["a.txt"]


def test_links_and_devices_inside_are_never_followed() -> None:
    link, pipe = zipfile.ZipInfo("link.txt"), zipfile.ZipInfo("pipe.txt")
    link.external_attr, pipe.external_attr = (stat.S_IFLNK | 0o777) << 16, (stat.S_IFIFO | 0o644) << 16

    told = problems(zipped((link, b"/etc/passwd"), (pipe, b"x")))

    assert "links are not followed" in told["link.txt"]
    assert "device, pipe" in told["pipe.txt"]


def test_a_damaged_member_is_told_apart_from_the_others() -> None:
    data = bytearray(zipped(("a.txt", b"We met in May." * 20), ("b.txt", b"We share.")))
    data[45] ^= 0xFF

    document = read(bytes(data))

    assert [bool(one.problem) for one in document.members] == [True, False]
    assert document.status is ReadStatus.PARTIAL
    assert "1 of 2 files" in document.reason


def test_a_name_in_utf_8_that_is_not_marked_as_such_is_read_as_it_was_written() -> None:
    data = zipped(("caf\N{LATIN SMALL LETTER E WITH ACUTE}.txt", b"x"))
    unmarked = data.replace(b"\x00\x08", b"\x00\x00")

    assert [one.name for one in read(unmarked).members] == ["café.txt"]


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    read(zipped(("../../outside.txt", b"We met."), ("/absolute.txt", b"We met."), ("C:\\windows.txt", b"x")))

    assert list(tmp_path.rglob("*")) == []
