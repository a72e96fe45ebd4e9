"""What facts of a document are found again by: everything that could change them, in one hash."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256

from msgspec import to_builtins

from checker import __version__
from checker.own_code import own_code
from checker.plugin_manager import Plugins
from checker.run.document_work import Work

_FORM = 1
_METADATA = (".dist-info", ".egg-info")
_OWN_CODE = ("checker", "checker_plugins")


def key_of_run(work: Work, plugins: Plugins) -> str | None:
    """
    Return what all documents of a run have in common: packs, plugins, the checker, Python and what is installed beside
    it, the date, the register's tags.

    `None` where the code of a third-party plugin cannot be told from an earlier state of it: nothing is kept then.
    """
    offered = []
    for info in plugins.infos:
        code = "" if info.built_in else _code_of(info.distribution)
        if code is None:
            return None
        offered.append([info.name, info.distribution, info.version, info.state, code])
    book = work.book
    parts = [
        _FORM,
        __version__,
        [own_code(name) for name in _OWN_CODE],
        sys.version,
        _installed(sys.path),
        offered,
        [[pack.id, pack.root, pack.sha256] for pack in book.packs],
        to_builtins(book.framework, str_keys=True),
        work.as_of,
        work.keep_sentences,
        to_builtins(work.tags, str_keys=True),
    ]
    return _hash(json.dumps(parts, sort_keys=True))


def key_of_document(run: str, name: str, digest: str, *, is_self_assessment: bool) -> str:
    """Return what the facts of one document are found by. `digest` is the sha256 of its bytes."""
    return _hash(json.dumps([run, name, digest, is_self_assessment]))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _installed(folders: Iterable[str]) -> list[str]:
    """
    Return the distributions that stand in these folders, with their versions: the names of their `.dist-info` folders.

    All of them, since a plugin's dependencies and theirs may read a file otherwise after an update.
    """
    found: set[str] = set()
    for folder in folders:
        with suppress(OSError):
            found.update(name for name in os.listdir(folder or ".") if name.endswith(_METADATA))
    return sorted(found)


def _code_of(name: str) -> str | None:
    """Return the hash of a distribution's list of files with their hashes; `None` if they may change behind it."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        found = distribution(name)
        origin = json.loads(found.read_text("direct_url.json") or "{}")
        record = found.read_text("RECORD")
    except (PackageNotFoundError, OSError, ValueError):
        return None
    editable = isinstance(origin, dict) and bool(origin.get("dir_info", {}).get("editable"))
    return _hash(record) if record and not editable else None
