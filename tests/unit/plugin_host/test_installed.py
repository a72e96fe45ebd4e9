from __future__ import annotations

import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

from checker.plugin_host.hooks import implementations, own_implementations
from checker.plugin_host.installed import GROUP, OWN_DISTRIBUTION, own_plugins_alone

OURS = "[console_scripts]\nchecker = checker.__main__:main\n\n[checker]\nreports = checker_plugins.reports\n"
THEIRS = "[checker]\nother = other_plugin\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the only folder on the path, with our distribution in it."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "meta_path", [])
    offer(tmp_path, "council_checker-1.2.3.dist-info", OURS)
    return tmp_path


def offer(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / "entry_points.txt").write_text(text, encoding="utf-8")


def test_our_own_plugins_are_told_with_their_version_by_a_look_into_the_folders(place: Path) -> None:
    offer(place, "pytest-8.0.dist-info", "[pytest11]\nother = other_plugin\n")

    found = own_plugins_alone()

    assert found is not None
    assert found.version == "1.2.3"
    assert [*found.load] == ["reports"]
    assert found.load["reports"]() is sys.modules["checker_plugins.reports"]


@pytest.mark.parametrize("name", ["other-1.dist-info", "other.egg-info", "council_checker-0.9.dist-info"])
def test_where_another_distribution_offers_plugins_too_it_has_to_be_looked_up(place: Path, name: str) -> None:
    offer(place, name, THEIRS)

    assert own_plugins_alone() is None


@pytest.mark.parametrize("text", ["[checker]\nreports = checker_plugins.reports:made\n", "[checker]\nreports\n"])
def test_entry_points_of_another_form_have_to_be_looked_up(place: Path, text: str) -> None:
    (place / "council_checker-1.2.3.dist-info" / "entry_points.txt").write_text(text, encoding="utf-8")

    assert own_plugins_alone() is None


def test_an_archive_or_an_egg_on_the_path_has_to_be_looked_up(place: Path) -> None:
    (place / "other.egg").mkdir()
    assert own_plugins_alone() is None

    (place / "other.egg").rmdir()
    archive = place / "archive.zip"
    archive.write_bytes(b"PK")
    sys.path.append(str(archive))
    assert own_plugins_alone() is None


@pytest.mark.usefixtures("place")
def test_a_finder_that_knows_distributions_of_its_own_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class Finder:
        @staticmethod
        def find_distributions() -> list[object]:
            return []

    assert own_plugins_alone() is not None
    monkeypatch.setattr(sys, "meta_path", [Finder])

    assert own_plugins_alone() is None


def test_folders_that_are_not_there_are_passed_over(place: Path) -> None:
    sys.path.append(str(place / "nowhere"))

    assert own_plugins_alone() is not None


def test_every_plugin_of_our_own_keeps_the_rules_that_others_are_held_to() -> None:
    entries = [entry for entry in distribution(OWN_DISTRIBUTION).entry_points if entry.group == GROUP]

    assert len(entries) > 15
    for entry in entries:
        plugin = entry.load()
        checked, taken = implementations(plugin, entry.name), own_implementations(plugin, entry.name)
        assert checked.keys() == taken.keys()
        assert [hook.function for hook in checked.values()] == [hook.function for hook in taken.values()]
        assert [hook.argnames for hook in checked.values()] == [hook.argnames for hook in taken.values()]
