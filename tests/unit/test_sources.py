"""Finding and naming the files of a run."""

from __future__ import annotations

import os
import socket
from hashlib import sha256
from pathlib import Path

import pytest

from checker.errors import UnreadableError, UsageError
from checker.run import file_state, sources
from checker.run.sources import find_sources


def a_file(path: Path, content: str = "We share records.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def names(*paths: Path) -> list[str]:
    return [entry.name for entry in find_sources(paths)]


def problem_of(path: Path) -> str:
    (entry,) = find_sources([path])
    return entry.problem


def test_a_name_is_relative_to_the_folder_it_was_found_under(tmp_path: Path) -> None:
    a_file(tmp_path / "library" / "minutes" / "march.txt")
    a_file(tmp_path / "library" / "a.md")

    assert names(tmp_path / "library") == ["a.md", "minutes/march.txt"]


def test_a_file_given_by_itself_has_its_file_name(tmp_path: Path) -> None:
    path = a_file(tmp_path / "library" / "march.txt")

    assert names(path) == ["march.txt"]


def test_equal_names_are_numbered_in_the_order_of_their_content(tmp_path: Path) -> None:
    paths = [a_file(tmp_path / folder / "notes.txt", content=folder) for folder in ("one", "two", "three")]
    in_order = sorted(paths, key=lambda path: sha256(path.read_bytes()).hexdigest())

    found = {entry.name: entry.path for entry in find_sources(paths)}

    assert [found[name] for name in ("notes.txt", "notes~2.txt", "notes~3.txt")] == in_order


def test_a_numbered_name_never_hides_a_file_that_is_really_called_so(tmp_path: Path) -> None:
    a_file(tmp_path / "one" / "notes~2.txt", "another")
    a_file(tmp_path / "one" / "notes.txt", "one")
    second = a_file(tmp_path / "two" / "notes.txt", "two")

    assert names(tmp_path / "one", second) == ["notes.txt", "notes~2.txt", "notes~3.txt"]


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    folders = [a_file(tmp_path / folder / "notes.txt", content=folder).parent for folder in ("one", "two")]

    assert find_sources(folders) == find_sources(folders[::-1])


def test_a_file_reached_twice_is_listed_once(tmp_path: Path) -> None:
    path = a_file(tmp_path / "library" / "deep" / "march.txt")

    assert names(tmp_path / "library", path, path) == ["march.txt"]


def test_hidden_files_and_lock_files_are_left_out_but_counted(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/config", "~$report.docx", ".DS_Store", "Thumbs.db", "report.txt"):
        a_file(tmp_path / name)

    found = find_sources([tmp_path])

    assert [entry.name for entry in found] == ["report.txt"]
    assert found.left_out == 5


def test_a_missing_path_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        find_sources([tmp_path / "nowhere"])


def test_an_empty_folder_gives_an_empty_list(tmp_path: Path) -> None:
    assert len(find_sources([tmp_path])) == 0


def test_an_empty_file_is_listed_with_its_problem(tmp_path: Path) -> None:
    assert problem_of(a_file(tmp_path / "empty.txt", "")) == "It is empty."


def test_a_link_that_leads_nowhere_is_listed_with_its_problem(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")

    assert "not there" in problem_of(tmp_path)


def test_a_link_to_itself_is_listed_with_its_problem(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")

    assert "back to itself" in problem_of(tmp_path)


def test_a_link_to_the_folder_it_lies_in_is_not_followed(tmp_path: Path) -> None:
    a_file(tmp_path / "library" / "report.txt")
    (tmp_path / "library" / "again").symlink_to(tmp_path / "library", target_is_directory=True)

    again, report = find_sources([tmp_path / "library"])

    assert (again.name, report.name) == ("again", "report.txt")
    assert "link to a folder" in again.problem


def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    assert "device, pipe or socket" in problem_of(tmp_path)


def test_a_socket_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")

        assert "device, pipe or socket" in problem_of(tmp_path)


def test_a_file_that_is_too_large_is_listed_with_its_problem(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(sources.SIZE_LIMIT + 1)

    assert "larger than 100 MB" in problem_of(tmp_path)


def test_a_file_without_permission_is_listed_with_its_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file(tmp_path / "secret.txt")
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert "permission is missing" in problem_of(tmp_path)


def test_a_name_that_is_not_utf_8_can_still_be_shown(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:
        file.write(b"text")

    (name,) = names(tmp_path)

    assert name.encode("utf-8").endswith(b".txt")


def test_loading_gives_the_bytes_and_their_sha256(tmp_path: Path) -> None:
    (entry,) = find_sources([a_file(tmp_path / "report.txt", "We share.")])

    source = entry.load()

    assert (source.name, source.data) == ("report.txt", b"We share.")
    assert source.sha256 == sha256(b"We share.").hexdigest()


def test_a_file_that_vanishes_before_it_is_loaded_is_unreadable(tmp_path: Path) -> None:
    path = a_file(tmp_path / "report.txt")
    (entry,) = find_sources([path])
    path.unlink()

    with pytest.raises(UnreadableError, match="removed"):
        entry.load()


def test_loading_an_entry_with_a_problem_repeats_the_problem(tmp_path: Path) -> None:
    (entry,) = find_sources([a_file(tmp_path / "empty.txt", "")])

    with pytest.raises(UnreadableError, match=r"It is empty\."):
        entry.load()


def test_a_file_that_changes_during_the_run_is_unreadable(tmp_path: Path) -> None:
    path = a_file(tmp_path / "report.txt")
    (entry,) = find_sources([path])
    a_file(path, "We share no records.")
    os.utime(path, ns=(1, 1))

    with pytest.raises(UnreadableError, match="changed while the checker was at work"):
        entry.load()


@pytest.mark.timeout(20)
def test_a_pipe_that_takes_a_files_place_is_not_waited_for(tmp_path: Path) -> None:
    path = a_file(tmp_path / "report.txt")
    (entry,) = find_sources([path])
    path.unlink()
    os.mkfifo(path)

    with pytest.raises(UnreadableError, match="cannot be opened"):
        entry.load()


def test_a_file_of_zero_bytes_is_told_as_not_downloaded(tmp_path: Path) -> None:
    with (tmp_path / "report.docx").open("wb") as file:
        file.truncate(5_000)

    with pytest.raises(UnreadableError, match="nothing but zero bytes"):
        next(iter(find_sources([tmp_path]))).load()


class InTheCloud:
    """A file's state as Windows gives it for a file that OneDrive keeps in the cloud."""

    st_file_attributes = 0x400000 | 0x20


def test_a_placeholder_of_the_cloud_is_known_by_its_attributes() -> None:
    assert file_state.is_in_the_cloud(InTheCloud())
    assert not file_state.is_in_the_cloud(os.stat(__file__))


def test_what_stands_for_a_file_in_icloud_is_not_overlooked_as_hidden(tmp_path: Path) -> None:
    a_file(tmp_path / ".Report.docx.icloud")

    assert problem_of(tmp_path).startswith("It is kept only in the cloud")


def test_names_with_unseen_characters_are_shown_safely_and_apart(tmp_path: Path) -> None:
    for name in ("a\x1b[2J.txt", "a\x07[2J.txt", "a\u202e.txt"):
        a_file(tmp_path / name, name)

    assert names(tmp_path) == ["a�.txt", "a�[2J.txt", "a�[2J~2.txt"]


def test_a_path_that_is_too_long_is_told(tmp_path: Path) -> None:
    entry = sources.SourceEntry(name="long.txt", path=tmp_path / ("a" * 300))

    with pytest.raises(UnreadableError, match="too long"):
        entry.load()
