"""Documents arrive elsewhere as they are here, also those that cannot be read."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from checker.errors import UnreadableError
from checker.run.sources import SourceEntry, find_sources
from checker.run.travelling import travelling


def arrived(folder: Path, name: str) -> SourceEntry:
    """Return an entry after its journey, when the folder is out of reach."""
    (entry,) = (one for one in travelling(find_sources([folder]).entries) if one.name == name)
    packed = pickle.dumps(entry)
    (folder / name).unlink()
    entry_there: SourceEntry = pickle.loads(packed)
    return entry_there


def test_content_travels_with_the_entry(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We meet.", encoding="utf-8")
    (here,) = find_sources([tmp_path]).entries
    source = here.load()

    there = arrived(tmp_path, "a.txt")

    assert there.load() == source
    assert (there.name, there.size, there.path) == (here.name, here.size, here.path.resolve())


def test_an_entry_that_has_arrived_can_travel_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We meet.", encoding="utf-8")

    there = arrived(tmp_path, "a.txt")

    assert pickle.loads(pickle.dumps(there)).load() == there.load()


def test_what_cannot_be_read_arrives_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()

    there = arrived(tmp_path, "empty.txt")

    with pytest.raises(UnreadableError, match="It is empty"):
        there.load()


def test_nothing_is_read_before_the_journey(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("We meet.", encoding="utf-8")
    (entry,) = travelling(find_sources([tmp_path]).entries)

    (tmp_path / "a.txt").unlink()

    with pytest.raises(UnreadableError, match="removed"):
        pickle.loads(pickle.dumps(entry)).load()
