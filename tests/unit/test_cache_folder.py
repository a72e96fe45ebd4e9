from __future__ import annotations

from pathlib import Path

import pytest

from checker.cache_folder import cache_folder, clear_cache, kept_bytes


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "mine"))

    assert cache_folder() == tmp_path / "mine"


def test_nought_switches_the_cache_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKER_CACHE", "0")

    assert cache_folder() is None
    assert clear_cache() is None


def test_clearing_removes_packs_and_leaves_what_is_not_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path))
    (tmp_path / "packs-0123.json").write_text("{}")
    (tmp_path / "letter.docx").write_text("not ours")

    assert clear_cache() == tmp_path
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


def test_an_empty_cache_folder_goes_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir()
    monkeypatch.setenv("CHECKER_CACHE", str(folder))
    (folder / "packs-0123.json").write_text("{}")

    clear_cache()

    assert not folder.exists()


def test_within_a_folder_that_somebody_names_the_cache_is_a_folder_of_its_own(tmp_path: Path) -> None:
    folder = cache_folder(tmp_path)
    assert folder is not None
    folder.mkdir()
    (folder / "packs-0123.json").write_text("{}")
    (tmp_path / "packs-mine.json").write_text("{}")

    assert (folder.parent, kept_bytes(tmp_path)) == (tmp_path, (2, 0))
    assert clear_cache(tmp_path) == folder
    assert [path.name for path in tmp_path.iterdir()] == ["packs-mine.json"]
