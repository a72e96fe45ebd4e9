"""A run with third-party plugins that hang or end the process comes to its end, and names them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from checker.errors import DataError
from checker.plugin_host.loading import PluginSettings
from checker.supervision.supervising import run_supervised

KIT = Path(__file__).parents[1] / "hostile_plugins"


@pytest.fixture
def makers(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(KIT)
    yield import_module("plugin_makers")
    for name in [name for name, module in sys.modules.items() if str(KIT) in str(getattr(module, "__file__", ""))]:
        del sys.modules[name]


@pytest.fixture
def targets(makers: ModuleType) -> ModuleType:  # noqa: ARG001 (makers puts the folder on the path)
    return import_module("supervised_targets")


INTERRUPTED = """
from types import SimpleNamespace
from checker.plugin_host.loading import PluginSettings
from checker.supervision.supervising import run_supervised
from supervised_targets import tell_and_mark

if __name__ == "__main__":
    run_supervised(tell_and_mark, SimpleNamespace(plugins=PluginSettings(block=("council-checker",), call_seconds=60)))
"""


def settings(**chosen: Any) -> SimpleNamespace:
    """Third-party plugins only, and impatient."""
    return SimpleNamespace(plugins=PluginSettings(block=("council-checker",), **{"call_seconds": 3, **chosen}))


def install(makers: ModuleType, monkeypatch: pytest.MonkeyPatch, folder: Path, *names: str) -> None:
    makers.make_hostile(folder, names)
    monkeypatch.syspath_prepend(folder)
    invalidate_caches()


def test_without_third_party_plugins_there_is_no_child(targets: ModuleType) -> None:
    answer = run_supervised(targets.mark_one_document, settings(autoload=False))

    assert answer["process"] == os.getpid()


def test_third_party_plugins_run_in_a_child(
    makers: ModuleType, targets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(makers, monkeypatch, tmp_path, "well_behaved")

    answer = run_supervised(targets.mark_one_document, settings())

    assert answer["process"] != os.getpid()
    assert answer["reader"] == "well_behaved"
    assert "well_behaved" not in sys.modules


def test_eight_hostile_plugins_are_named_and_harm_no_other(
    makers: ModuleType,
    targets: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    install(makers, monkeypatch, tmp_path, *makers.HOSTILE, "well_behaved")

    answer = run_supervised(targets.mark_one_document, settings())

    assert answer["reader"] == "well_behaved"
    assert answer["impact"] == [True]
    assert answer["failures"] == {
        "hostile_ends_the_process": "ended the process in checker_find_evidence",
        "hostile_hangs": "did not return within 3 s from checker_qualify_evidence",
        "hostile_import_error": "raised ImportError while being imported: it needs a library that is not installed",
        "hostile_import_loop": "did not finish being imported within 3 s",
        "hostile_raises": "raised ValueError in checker_read_document: this reader never works",
        "hostile_version": "it is written for version >=2,<3 of the hooks, and this checker has version 1",
        "hostile_wrong_signature": "checker_read_document asks for 'path'; the hook offers source",
    }
    assert any("hostile_prints writes to standard output" in warning for warning in answer["warnings"])
    assert "NOISE" not in capfd.readouterr().out


def test_a_plugin_that_ends_a_worker_process_is_named_and_the_other_plugin_is_not(
    makers: ModuleType, targets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(makers, monkeypatch, tmp_path, "hostile_ends_the_process", "well_behaved")

    answers = run_supervised(targets.mark_in_a_pool, settings())

    assert [answer["reader"] for answer in answers] == ["well_behaved", "well_behaved"]
    assert {name for answer in answers for name in answer["failures"]} == {"hostile_ends_the_process"}


def test_a_plugin_that_hangs_in_a_worker_process_is_switched_off(
    makers: ModuleType, targets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(makers, monkeypatch, tmp_path, "hostile_hangs")

    answers = run_supervised(targets.mark_in_a_pool, settings(call_seconds=1))

    reason = "did not return within 1 s from checker_qualify_evidence"
    assert [answer["failures"] for answer in answers] == [{"hostile_hangs": reason}] * 2


def test_an_error_of_the_run_is_raised_with_all_that_it_knows(
    makers: ModuleType, targets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(makers, monkeypatch, tmp_path, "well_behaved")

    with pytest.raises(DataError) as raised:
        run_supervised(targets.raise_data_error, settings())

    assert [str(problem) for problem in raised.value.problems] == ["pack.yaml:3: is wrong"]


def test_an_error_is_raised_although_a_plugin_changes_how_errors_are_pickled(
    makers: ModuleType, targets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "import copyreg\nfrom checker.errors import DataError\n"
    change = "def other(): ...\ncopyreg.pickle(DataError, lambda error: (other, ()))\n"
    makers.make_distribution(tmp_path, "changes_pickling", head + change)
    monkeypatch.syspath_prepend(tmp_path)
    invalidate_caches()

    with pytest.raises(DataError, match=r"pack\.yaml:3: is wrong"):
        run_supervised(targets.raise_data_error, settings())


@pytest.mark.skipif(sys.platform == "win32", reason="ends itself by a signal")
def test_an_end_that_no_call_explains_switches_all_third_party_plugins_off_and_says_so(
    makers: ModuleType, targets: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(makers, monkeypatch, tmp_path, "well_behaved")

    answer = run_supervised(targets.end_outside_a_call, settings())

    assert answer == "switched off because the run ended outside every call (exit code -15)"


@pytest.mark.skipif(sys.platform == "win32", reason="sends a Ctrl-C as POSIX systems do")
def test_ctrl_c_ends_the_run_and_its_child(makers: ModuleType, tmp_path: Path) -> None:
    makers.make_hostile(tmp_path, ("hostile_import_loop",))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(KIT)])}
    # A test run in the background inherits an ignored SIGINT, and would pass that on.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        run = subprocess.Popen([sys.executable, "-c", INTERRUPTED], env=environment, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
    assert run.stderr is not None
    child = int(run.stderr.readline())

    run.send_signal(signal.SIGINT)

    assert "KeyboardInterrupt" in run.communicate(timeout=30)[1]
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
