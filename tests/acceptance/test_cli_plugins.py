"""`checker plugins` and `checker init`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from checker.settings import load_settings
from checker.stages.waivers import read_attestations, read_waivers

Checker = Any


def test_plugins_are_listed_with_what_they_add(checker: Checker) -> None:
    ended = checker("plugins", "list")

    assert ended.code == 0
    assert "  reports " in ended.out
    assert "    reporters\n" in ended.out


def test_the_list_as_json_has_a_fixed_form(checker: Checker) -> None:
    plugins = json.loads(checker("plugins", "list", "--format", "json").out)

    (reports,) = (plugin for plugin in plugins if plugin["name"] == "reports")
    assert reports == {
        "name": "reports",
        "distribution": "council-checker",
        "version": reports["version"],
        "built_in": True,
        "state": "active",
        "reason": "",
        "hooks": ["checker_reporters"],
    }


def test_a_blocked_plugin_is_listed_with_the_reason_and_is_not_broken(checker: Checker) -> None:
    Path("checker.yaml").write_text("plugins: {block: [web_documents]}\n", encoding="utf-8")

    ended = checker("plugins", "doctor", "--format", "json")

    states = {plugin["name"]: (plugin["state"], plugin["reason"]) for plugin in json.loads(ended.out)}
    assert states["web_documents"] == ("blocked", "blocked in the settings")
    assert ended.code == 0


def test_a_report_names_the_plugins_that_took_part_and_no_other(checker: Checker, library: Path) -> None:
    Path("checker.yaml").write_text("plugins: {block: [mail_documents]}\n", encoding="utf-8")

    ended = checker("assess", library, "--format", "json", "--as-of", "2026-03-31")

    named = {one["name"] for one in json.loads(ended.out)["run"]["plugins"]}
    assert "text_documents" in named
    assert "mail_documents" not in named


def test_the_doctor_finds_the_built_in_plugins_well(checker: Checker) -> None:
    ended = checker("plugins", "doctor")

    assert ended.code == 0
    assert "All plugins that are switched on work." in ended.out


def test_a_broken_plugin_gives_1(checker: Checker, monkeypatch: Any) -> None:
    monkeypatch.setattr("checker_plugins.text_documents.checker_read_document", lambda: None, raising=True)

    ended = checker("plugins", "doctor")

    assert ended.code == 1
    assert "text_documents" in ended.out
    assert "FAILED" in ended.out


def test_a_new_plugin_passes_its_own_tests(checker: Checker) -> None:
    made = checker("plugins", "new", "our-plugin")

    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    tested = subprocess.run(command, cwd="our-plugin", capture_output=True, text=True, check=False)

    assert made.code == 0
    assert "our-plugin/pyproject.toml" in made.out
    assert tested.returncode == 0, tested.stdout


def test_init_makes_a_folder_whose_settings_can_be_loaded(checker: Checker) -> None:
    ended = checker("init", "work")

    assert ended.code == 0
    assert sorted(path.name for path in Path("work").iterdir()) == [
        "README.md",
        "attestations.yaml",
        "checker.yaml",
        "evidence",
        "register.csv",
        "self-assessment",
        "waivers.yaml",
    ]
    assert load_settings(Path("work/checker.yaml")).fail_on == "essential"
    assert read_waivers(Path("work/waivers.yaml")) == ()
    assert read_attestations(Path("work/attestations.yaml")) == ()
    assert "checker assess self-assessment evidence --out out" in ended.out


def test_init_never_overwrites(checker: Checker) -> None:
    Path("checker.yaml").write_text("fail_on: never\n", encoding="utf-8")

    ended = checker("init")

    assert ended.code == 0
    assert Path("checker.yaml").read_text(encoding="utf-8") == "fail_on: never\n"
    assert "was there  checker.yaml" in ended.out
    assert Path("README.md").exists()


def test_the_folder_of_init_can_be_assessed_as_it_says(checker: Checker) -> None:
    checker("init")

    ended = checker("assess", "self-assessment", "evidence", "--out", "out")

    assert ended.code == 4
    assert Path("out/gap-report.html").exists()


def test_init_where_a_file_is_in_the_way_is_2(checker: Checker) -> None:
    Path("evidence").write_text("a file", encoding="utf-8")

    assert checker("init").code == 2


def test_init_limits_the_settings_to_the_statements_chosen_and_says_so(checker: Checker) -> None:
    ended = checker("init", "work", "--statement", "safeguarding", "--statement", "assessing-needs")

    assert load_settings(Path("work/checker.yaml")).statements == ("safeguarding", "assessing-needs")
    assert ended.out.endswith("--out out\n\nThis looks at: Assessing needs, Safeguarding.\n")


def test_init_names_every_statement_where_none_is_chosen(checker: Checker) -> None:
    ended = checker("init")

    assert "This looks at 9 quality statements" in ended.out
    assert "\n  partnerships-and-communities\n" in ended.out
    assert all(len(line) <= 80 for line in ended.out.splitlines())


def test_init_gives_the_option_where_the_settings_were_there_already(checker: Checker) -> None:
    Path("checker.yaml").write_text("fail_on: never\n", encoding="utf-8")

    ended = checker("init", "--statement", "safeguarding")

    assert "--out out --statement safeguarding" in ended.out


def test_init_refuses_a_statement_that_does_not_exist_before_it_makes_anything(checker: Checker) -> None:
    ended = checker("init", "work", "--statement", "safegarding")

    assert ended.code == 2
    assert "safeguarding" in ended.err
    assert not Path("work").exists()
