"""Help and version: quick, useful at 80 columns, and wrong commands get a suggestion."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from checker import __version__

Checker = Any
COMMANDS = (
    (), ("init",), ("assess",), ("inspect",), ("explain",), ("diff",), ("rules",), ("plugins",),
    ("rules", "list"), ("rules", "show"), ("rules", "validate"), ("rules", "test"), ("rules", "try"), ("rules", "new"),
    ("plugins", "list"), ("plugins", "doctor"), ("plugins", "new"),
)  # fmt: skip
HEAVY = ("jsonschema", "multiprocessing", "pluggy", "yaml")
PROBE = """
import sys
from checker.__main__ import main
sys.argv = ["checker", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write("loaded: " + " ".join(sorted({name.split(".")[0] for name in sys.modules})))
"""


def loaded_by(*arguments: str) -> set[str]:
    run = subprocess.run([sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, check=True)
    return set(run.stderr.partition("loaded: ")[2].split())


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_80_columns_and_says_how_to_call_the_command(checker: Checker, command: tuple[str, ...]) -> None:
    ended = checker(*command, "--help")

    assert ended.code == 0
    assert ended.out.startswith(f"Usage: {' '.join(('checker', *command))} ")
    assert all(len(line) <= 80 for line in ended.out.splitlines())


def test_the_first_help_names_every_command(checker: Checker) -> None:
    ended = checker("--help")

    for command in ("init", "assess", "inspect", "explain", "diff", "rules", "plugins"):
        assert f"\n  {command} " in ended.out


def test_the_version_is_told_without_loading_even_the_command_line() -> None:
    loaded = loaded_by("--version")

    assert "checker" in loaded
    assert loaded.isdisjoint((*HEAVY, "click"))


@pytest.mark.parametrize("arguments", [("--help",), ("assess", "--help"), ("rules", "try", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)

    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_the_version_is_this_one(checker: Checker) -> None:
    assert checker("--version").out == f"checker {__version__}\n"


@pytest.mark.parametrize(("typed", "meant"), [(("asess",), "assess"), (("rules", "lst"), "list")])
def test_a_mistyped_command_gets_a_suggestion(checker: Checker, typed: tuple[str, ...], meant: str) -> None:
    ended = checker(*typed)

    assert ended.code == 2
    assert f"'{meant}'" in ended.err


def test_no_command_shows_the_help_and_is_wrong_use(checker: Checker) -> None:
    ended = checker()

    assert ended.code == 2
    assert "Commands:" in ended.err


def test_a_fault_of_the_checker_is_never_good_news(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> object:
        raise RuntimeError("a fault")

    monkeypatch.setattr("checker.settings.load_settings", broken)

    ended = checker("rules", "list")

    assert ended.code == 4
    assert "this is a fault of the checker" in ended.err
