"""
Loaded packs kept as JSON, so that a known pack costs neither YAML nor checks.

An entry is found by a hash of all that went into it: the packs' files, the checker's version and code, what plugins
offer: criteria and lexicons.
The folder is the owner's alone; an entry that is broken, or in a folder of somebody else, is ignored and made anew.
Only the newest few entries stay.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from checker.domain.pack import RuleBook
from checker.stages.packs.files import PackFolder

_FORM = 11
_KEPT = 6
"""How many entries stay: a few sets of packs in turn, not every version of a pack that is being written."""


def cache_key(folders: Sequence[PackFolder], offered: Mapping[str, Mapping[str, object]], *versions: str) -> str:
    """Return the name of the entry for these packs, checked with what plugins offer by these versions."""
    parts = [_FORM, list(versions), [[folder.root, folder.sha256] for folder in folders], dict(offered)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=_as_dict_or_shown).encode()).hexdigest()


def read_book(cache: Path, key: str) -> RuleBook | None:
    """Return the packs of an entry, or `None` if there is no sound one."""
    try:
        if not _is_own(cache):
            return None
        return msgspec.json.decode(_entry(cache, key).read_bytes(), type=RuleBook)
    except (OSError, ValueError, RecursionError):
        return None


def write_book(cache: Path, key: str, book: RuleBook) -> None:
    """Keep the packs; a folder that cannot be written to is no error."""
    try:
        data = msgspec.json.encode(book)
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _is_own(cache):
            cache.chmod(0o700)
            _write_whole(_entry(cache, key), data)
            _drop_old(cache)
    except OSError:
        return


def _as_dict_or_shown(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else repr(value)


def _drop_old(cache: Path) -> None:
    """Keep the newest entries; another run may take one away at the same time."""
    found = sorted(cache.glob(_entry(cache, "*").name), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in found[_KEPT:]:
        path.unlink(missing_ok=True)


def _write_whole(path: Path, data: bytes) -> None:
    """Write so that another run sees the whole entry or none. `mkstemp` makes a file for the owner alone (0600)."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _is_own(cache: Path) -> bool:
    """Whether the folder is there and belongs to who runs this (where the system knows owners)."""
    owner = getattr(os, "getuid", None)
    return cache.is_dir() and (owner is None or cache.stat().st_uid == owner())


def _entry(cache: Path, key: str) -> Path:
    return cache / f"packs-{key}.json"
