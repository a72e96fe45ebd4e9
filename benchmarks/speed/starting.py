"""What a command costs before it has done anything, and loading packs that are known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.cache_folder import cache_folder
from checker.garbage import search_rarely
from checker.pipeline import load_book
from checker.plugin_manager import PluginSetup
from checker.settings import Settings

from .timing import Compared, checker, in_turn, python


def compare(text: Path, times: int) -> Iterator[Compared | str]:
    """Yield the comparisons with bare Python; `text` is one document of 12 KB."""
    with TemporaryDirectory() as folder:
        assess = checker("assess", text, "--out", folder, "--format", "json", "--no-cache", "--quiet")
        for act in (python("-c", "pass"), checker("--help"), assess):
            act()  # what is compiled at the first time is there from then on
        bare, version, usage, one = in_turn(
            [python("-c", "pass"), checker("--version"), checker("--help"), assess], times
        )
    yield Compared(what="--version", ours=version, theirs=bare, than="python -c pass", goal=5)
    yield Compared(what="--help", ours=usage, theirs=bare, than="python -c pass", goal=6)
    yield Compared(what="one text of 12 KB, all packs", ours=one, theirs=bare, than="python -c pass", goal=14)
    yield from _packs(times)


def _packs(times: int) -> Iterator[Compared | str]:
    search_rarely()  # as the command itself does
    plugins = PluginSetup(settings=Settings()).load()
    load_book(plugins)
    folder = cache_folder()
    kept = max(folder.glob("packs-*.json"), key=lambda path: path.stat().st_mtime, default=None) if folder else None
    if kept is None:
        yield "There is no cache folder: loading known packs is not compared."
        return
    ours, theirs = in_turn([lambda: load_book(plugins), lambda: json.loads(kept.read_bytes())], times)
    yield Compared(what="loading all packs, known", ours=ours, theirs=theirs, than="json.loads of the same", goal=4)
