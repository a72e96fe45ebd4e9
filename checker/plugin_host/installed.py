"""
Which distributions offer plugins of the checker.

`importlib.metadata` tells it of any installation, and takes longer than Python's own start. Where ours is the only
distribution that offers any, a look into the folders tells as much.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder
from typing import NamedTuple

GROUP = "checker"
OWN_DISTRIBUTION = "council-checker"
_OWN_FOLDER = OWN_DISTRIBUTION.replace("-", "_") + "-"
_METADATA = (".dist-info", ".egg-info")
_USUAL_FINDERS = (BuiltinImporter, FrozenImporter, PathFinder)


class OwnPlugins(NamedTuple):
    """The plugins of our own distribution: its version, and what loads each by its name."""

    version: str
    load: Mapping[str, Callable[[], object]]


def own_plugins_alone() -> OwnPlugins | None:
    """Return our own plugins, if it is certain that nobody else offers any; else `None`, and it has to be looked up."""
    found = list(_offering()) if not any(map(_finds_distributions, sys.meta_path)) else []
    if len(found) != 1 or found[0] is None:
        return None
    folder, text = found[0]
    name, version = os.path.basename(folder).removesuffix(".dist-info"), ""
    if name.startswith(_OWN_FOLDER) and folder.endswith(".dist-info"):
        version = name.removeprefix(_OWN_FOLDER)
    entries = dict(_entries(text))
    if not version or not all(module.replace(".", "").isidentifier() for module in entries.values()):
        return None
    return OwnPlugins(version, {name: partial(import_module, module) for name, module in entries.items()})


def _finds_distributions(finder: object) -> bool:
    """Whether a finder that somebody has added may know distributions that stand in no folder of the path."""
    return finder not in _USUAL_FINDERS and hasattr(finder, "find_distributions")


def _offering() -> Iterator[tuple[str, str] | None]:
    """Yield the metadata folders that offer plugins, with their entry points; `None` for what cannot be looked into."""
    for place in dict.fromkeys(place or "." for place in sys.path):
        try:
            names = os.listdir(place)
        except NotADirectoryError:  # an archive
            yield None
            continue
        except OSError:
            continue
        for name in names:
            if name.endswith(".egg"):
                yield None
            elif name.endswith(_METADATA) and f"[{GROUP}]" in (text := _text(os.path.join(place, name))):
                yield os.path.join(place, name), text


def _text(folder: str) -> str:
    try:
        with open(os.path.join(folder, "entry_points.txt"), encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeError):
        return ""


def _entries(text: str) -> Iterator[tuple[str, str]]:
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line
        elif line and group == f"[{GROUP}]":
            name, _, module = line.partition("=")
            yield name.strip(), module.strip()
