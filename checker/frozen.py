"""Frozen runs: a folder of reports with a label and the hashes of its files. Nothing is ever written into one again."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from checker.errors import UsageError, shown_path
from checker.values import dataclass

MANIFEST = "gap-report.frozen.json"
_SCHEMA = "frozen/1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Frozen:
    """What a folder was frozen as, the day of its report, and the sha256 of each of its files by name."""

    label: str
    as_of: str
    files: Mapping[str, str]

    def changes(self, folder: Path) -> tuple[str, ...]:
        """Say in plain words what is otherwise than when it was frozen; nothing if all is as it was."""
        now = _hashes(folder)
        told = [f"{name} has gone" for name in sorted(self.files.keys() - now.keys())]
        told += [f"{name} is new" for name in sorted(now.keys() - self.files.keys())]
        both = sorted(self.files.keys() & now.keys())
        return (*told, *(f"{name} has changed" for name in both if self.files[name] != now[name]))


def freeze(folder: Path, label: str, as_of: str) -> Frozen:
    """
    Freeze the files of a folder under a label, e.g. "submitted 12 December". `UsageError` if it is frozen already.

    The manifest beside the files is written whole or not at all, and never over another.
    """
    refuse_if_frozen(folder)
    frozen = Frozen(label=label, as_of=as_of, files=_hashes(folder))
    told = {"schema": _SCHEMA, "label": label, "as_of": as_of, "files": dict(frozen.files)}
    draft = folder / f".{MANIFEST}.{os.getpid()}.tmp"
    try:
        draft.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.link(draft, folder / MANIFEST)  # fails where there is one, whoever made it in between
    except FileExistsError as error:
        raise UsageError(f"{shown_path(folder)} is frozen already") from error
    except OSError as error:
        raise UsageError(f"{shown_path(folder)} cannot be frozen: {error.strerror or type(error).__name__}") from error
    finally:
        draft.unlink(missing_ok=True)
    return frozen


def frozen_in(folder: Path) -> Frozen | None:
    """Return what a folder was frozen as; `None` if it is not. `UsageError` if its manifest is broken."""
    file = folder / MANIFEST
    if not file.is_file():
        return None
    try:
        told = json.loads(file.read_bytes())
        return Frozen(label=str(told["label"]), as_of=str(told["as_of"]), files=dict(told["files"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{shown_path(file)}: this is no list of frozen files (expected what freeze wrote)") from error


def refuse_if_frozen(folder: Path) -> None:
    """`UsageError` if a folder is frozen."""
    frozen = frozen_in(folder)
    if frozen:
        raise UsageError(
            f"{shown_path(folder)} is frozen as '{frozen.label}': nothing in it is written over "
            "(choose another folder with --out)"
        )


def _hashes(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    names = {path.relative_to(folder).as_posix(): path for path in files if not path.name.startswith(".")}
    return {name: sha256(names[name].read_bytes()).hexdigest() for name in sorted(names)}
