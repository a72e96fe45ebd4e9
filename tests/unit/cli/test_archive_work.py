"""Putting a pack into its place: the old one is there until the new one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli.archive_work import _put


def a_folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "pack.yaml").write_text(text, encoding="utf-8")
    return path


def test_a_new_pack_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = a_folder(tmp_path / "packs" / "region", "old")
    a_folder(tmp_path / "made" / "region", "new")

    _put(tmp_path / "made", "region", target)

    assert (target / "pack.yaml").read_text(encoding="utf-8") == "new"
    assert [one.name for one in target.parent.iterdir()] == ["region"]


def test_the_old_pack_stays_where_the_new_one_cannot_be_moved(tmp_path: Path) -> None:
    target = a_folder(tmp_path / "packs" / "region", "old")

    with pytest.raises(OSError, match="region"):
        _put(tmp_path / "nowhere", "region", target)

    assert (target / "pack.yaml").read_text(encoding="utf-8") == "old"
    assert [one.name for one in target.parent.iterdir()] == ["region"]
