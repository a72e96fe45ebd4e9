"""Trying plugins out finds those that break only in a call."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.plugin_host.loading import PluginSettings
from checker.plugin_manager import Plugins
from checker.supervision.plugin_trial import try_out

KIT = Path(__file__).parents[1] / "hostile_plugins"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.syspath_prepend(KIT)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in [name for name, module in sys.modules.items() if str(tmp_path) in str(getattr(module, "__file__", ""))]:
        del sys.modules[name]


def tried_out(block: tuple[str, ...], autoload: bool = True) -> Plugins:
    plugins = Plugins.load(SimpleNamespace(plugins=PluginSettings(block=block, autoload=autoload)))
    try_out(plugins)
    return plugins


def test_a_plugin_that_breaks_in_a_call_is_found(site: Path) -> None:
    import_module("plugin_makers").make_hostile(site, ("hostile_raises", "hostile_prints", "well_behaved"))
    invalidate_caches()

    health = {info.name: info for info in tried_out(block=("council-checker",)).health() if not info.built_in}

    assert {name: info.state for name, info in health.items()} == {
        "hostile_prints": "active",
        "hostile_raises": "failed",
        "well_behaved": "active",
    }
    assert health["hostile_prints"].reason.startswith("writes to standard output")
    assert health["well_behaved"].reason == ""


def test_a_reporter_that_cannot_render_an_empty_report_is_found(site: Path) -> None:
    source = """
from checker import hookimpl

class Best:
    name = suffix = "best"
    def render(self, report):
        yield report.summary.top_gaps[0].encode()

@hookimpl
def checker_reporters():
    return [Best()]
"""
    import_module("plugin_makers").make_distribution(site, "renders", source)
    invalidate_caches()

    (failure,) = tried_out(block=("council-checker",)).failures

    assert failure.plugin == "renders"
    assert "raised IndexError in render of the reporter best" in failure.reason


def test_our_own_plugins_pass() -> None:
    assert tried_out(block=(), autoload=False).failures == ()


@pytest.mark.parametrize(("key", "state"), [("data-sharing", "active"), ("data-shearing", "failed")])
def test_ids_in_answers_are_those_of_the_packs_in_use(site: Path, key: str, state: str) -> None:
    source = f"""
from checker import Recognition, hookimpl

@hookimpl
def checker_find_evidence(document, sentences, book):
    return [(Recognition(key="{key}", score=1.0),) for _ in sentences]
"""
    import_module("plugin_makers").make_distribution(site, "recognises", source)
    invalidate_caches()

    health = {info.name: info.state for info in tried_out(block=()).health()}

    assert health["recognises"] == state


def test_two_plugins_with_one_format_are_told_and_the_others_are_tried(site: Path) -> None:
    make = import_module("plugin_makers").make_distribution
    reporter = """
from checker import hookimpl
class Same:
    name, suffix = "same", "txt"
    def render(self, report): yield b""
@hookimpl
def checker_reporters(): return [Same()]
"""
    for name in ("one_format", "other_format"):
        make(site, name, reporter)
    invalidate_caches()

    failures = tried_out(block=("council-checker",)).failures

    assert [(one.plugin, one.hook) for one in failures] == [
        ("one_format", "checker_reporters"),
        ("other_format", "checker_reporters"),
    ]
    assert "and so does the plugin other_format" in failures[0].reason
    assert "and so does the plugin one_format" in failures[1].reason
