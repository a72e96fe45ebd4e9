"""What facts of a document are found again by: everything that could change them, in one hash."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution

from checker import __version__
from checker.plugin_manager import Plugins
from checker.run.document_work import Work
from checker.value_json import to_plain

_FORM = 1
_OWN_CODE = ("checker", "checker_plugins")


def key_of_run(work: Work, plugins: Plugins) -> str | None:
    """
    Return what all documents of a run have in common: packs, plugins, the checker, the date, the register's tags.

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
        [_own_code(name) for name in _OWN_CODE],
        offered,
        [[pack.id, pack.root, pack.sha256] for pack in book.packs],
        to_plain(book.framework),
        work.as_of,
        work.keep_sentences,
        to_plain(work.tags),
    ]
    return _hash(json.dumps(parts, sort_keys=True))


def key_of_document(run: str, name: str, digest: str, *, is_self_assessment: bool) -> str:
    """Return what the facts of one document are found by. `digest` is the sha256 of its bytes."""
    return _hash(json.dumps([run, name, digest, is_self_assessment]))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _own_code(package: str) -> str:
    """Return a mark of the state of a package's files: an installation from a folder changes without a new version."""
    try:
        (folder,) = import_module(package).__path__
    except (ImportError, ValueError):
        return ""
    return _hash(json.dumps(sorted(_files(folder, ""))))


def _files(folder: str, above: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path, f"{above}{entry.name}/")
        elif entry.name.endswith(".py"):
            state = entry.stat()
            yield f"{above}{entry.name}", state.st_size, state.st_mtime_ns


def _code_of(name: str) -> str | None:
    """Return the hash of a distribution's list of files with their hashes; `None` if they may change behind it."""
    try:
        found = distribution(name)
        origin = json.loads(found.read_text("direct_url.json") or "{}")
        record = found.read_text("RECORD")
    except (PackageNotFoundError, OSError, ValueError):
        return None
    editable = isinstance(origin, dict) and bool(origin.get("dir_info", {}).get("editable"))
    return _hash(record) if record and not editable else None
