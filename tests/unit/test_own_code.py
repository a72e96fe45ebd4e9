"""The mark of our own code tells one state of it from another."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.own_code import own_code


def marked() -> str:
    own_code.cache_clear()
    return own_code("some_package")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "some_package"
    (folder / "inner").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "inner" / "part.py").write_text("one = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_a_file_that_changes_changes_the_mark_and_nothing_else_does(package: Path) -> None:
    before = marked()
    (package / "notes.txt").write_text("no code")
    assert marked() == before != ""

    part = package / "inner" / "part.py"
    part.write_text("one = 2\n")
    os.utime(part, (1, 1))

    assert marked() != before


def test_a_package_that_is_not_there_has_no_mark() -> None:
    assert own_code("no_such_package_of_ours") == ""
