"""The state of our own code, for what is kept between runs: an installation from a folder changes without a version."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import import_module


@cache
def own_code(package: str) -> str:
    """Return a mark of the state of a package's files, as it was when first asked for; empty where there are none."""
    try:
        (folder,) = import_module(package).__path__
        files = sorted(_files(folder, ""))
    except (ImportError, ValueError, OSError):
        return ""
    return sha256(json.dumps(files).encode("utf-8", "surrogatepass")).hexdigest()


def _files(folder: str, above: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path, f"{above}{entry.name}/")
        elif entry.name.endswith((".py", ".json")):
            state = entry.stat()
            yield f"{above}{entry.name}", state.st_size, state.st_mtime_ns
