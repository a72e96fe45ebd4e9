"""Settings are read strictly: what is not understood is an error with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import DataError, UsageError
from checker.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKER_PLUGINS_AUTOLOAD", raising=False)


def problems(text: str) -> list[str]:
    Path("checker.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_settings()
    return [str(problem) for problem in raised.value.problems]


def test_without_a_file_the_defaults_hold() -> None:
    assert load_settings() == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    pack = tmp_path / "region" / "our_pack"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("schema: pack/1\n")
    file = tmp_path / "region" / "ours.yaml"
    file.write_text(
        "council: Harrowmere City Council\ntitle: Before the visit\npacks: [our_pack]\n"
        'statements: [partnerships-and-communities]\nas_of: "2025-03-31"\nfail_on: expected\nworkers: 2\n'
        "plugins:\n  block: [noisy]\n  allow: []\n  call_seconds: 2.5\n  map_seconds: 30\n"
    )

    settings = load_settings(file)

    assert settings.packs == (pack,)
    assert (settings.council, settings.title) == ("Harrowmere City Council", "Before the visit")
    assert (settings.statements, settings.as_of) == (("partnerships-and-communities",), "2025-03-31")
    assert (settings.fail_on, settings.workers, settings.file) == ("expected", 2, "region/ours.yaml")
    assert (settings.plugins.block, settings.plugins.allow) == (("noisy",), ())
    assert (settings.plugins.call_seconds, settings.plugins.map_seconds) == (2.5, 30)


def test_a_missing_allow_lets_every_plugin_in_and_an_empty_one_none() -> None:
    Path("checker.yaml").write_text("plugins: {allow: []}\n")

    assert load_settings().plugins.allow == ()
    assert Settings().plugins.allow is None


def test_a_named_file_that_is_missing_is_wrong_use() -> None:
    with pytest.raises(UsageError, match=r"ours\.yaml does not exist"):
        load_settings(Path("ours.yaml"))


def test_unknown_keys_and_wrong_values_are_shown_together_with_their_lines() -> None:
    found = problems("council: Harrowmere\nfail_onn: never\nplugins:\n  blok: [one]\nworkers: many\n")

    assert [problem.split(": ")[0] for problem in found] == ["checker.yaml:2", "checker.yaml:4", "checker.yaml:5"]
    assert "fail_on" in found[0]
    assert "block" in found[1]


def test_a_folder_without_a_pack_is_an_error_at_its_line() -> None:
    (found,) = problems("packs:\n  - nowhere\n")

    assert found == "checker.yaml:2: there is no pack in 'nowhere' (a folder that holds a pack.yaml)"


def test_a_day_that_is_none_is_an_error() -> None:
    (found,) = problems('as_of: "2025-02-30"\n')

    assert found.startswith("checker.yaml:1: '2025-02-30' is not a day of the calendar")


@pytest.mark.parametrize(("value", "autoload"), [("0", False), ("1", True), ("", True)])
def test_the_environment_switches_third_party_plugins_off(
    monkeypatch: pytest.MonkeyPatch, value: str, autoload: bool
) -> None:
    monkeypatch.setenv("CHECKER_PLUGINS_AUTOLOAD", value)

    assert load_settings().plugins.autoload is autoload
