"""Installs plugins for a test, loads them, and forgets them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from checker.plugin_host.loading import PluginSettings
from checker.plugin_manager import Plugins

KIT = Path(__file__).parents[2] / "hostile_plugins"
HEAD = """import sys
from checker import Because, Block, Document, Finding, Outcome, Polarity
from checker import Qualifiers, Recognition, UnreadableError, hookimpl, reads
"""


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Install plugins given as `name=source`; their modules are forgotten afterwards."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(KIT)
    monkeypatch.syspath_prepend(tmp_path)
    make = import_module("plugin_makers").make_distribution

    def of(distribution: str = "", /, **sources: str) -> None:
        for name, source in sources.items():
            make(tmp_path, name, HEAD + source, distribution=distribution)
        invalidate_caches()

    yield of
    for name in set(sys.modules) - before:
        if str(tmp_path) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.fixture
def load() -> Callable[..., Plugins]:
    """Load third-party plugins only, unless the test chooses otherwise."""

    def of(off: Mapping[str, str] | None = None, **chosen: Any) -> Plugins:
        settings = PluginSettings(**{"block": ("council-checker",), **chosen})
        return Plugins.load(SimpleNamespace(plugins=settings), off=off)

    return of
