"""Finds the files to read and names them as reports show them. Contents are loaded one file at a time, later."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from errno import EACCES, ELOOP, ENAMETOOLONG, ENOENT, EPERM
from hashlib import sha256
from pathlib import Path

from checker.domain.document import Source
from checker.errors import UnreadableError, UsageError, shown_path
from checker.run.file_state import CHANGED, is_in_the_cloud, read_steadily
from checker.run.names import numbered, printable
from checker.text.masking import Masker, masker_of
from checker.values import dataclass, replace

SIZE_LIMIT = 100_000_000
"""Larger files are listed as not read, in bytes."""

_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
_ICLOUD = ".icloud"
"""How macOS names what stands for a file that is only in the cloud; it is hidden, and must not be overlooked."""
_TOO_LARGE = "It is larger than 100 MB. Split it or save it without pictures."
_EMPTY = "It is empty."
_ONLY_ZEROS = (
    "It holds nothing but zero bytes: it is damaged, or was never downloaded from the cloud. Open it and copy it again."
)
_IN_THE_CLOUD = (
    "It is kept only in the cloud and is not on this computer. Choose “Always keep on this device” for it in OneDrive "
    "or iCloud, wait until it is there, and run again."
)
_TOO_LONG = "Its path is too long to be opened. Move it to a folder with a shorter path, or give it a shorter name."
_NO_PERMISSION = "It may not be opened: permission is missing."


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceEntry:
    """
    A file that was found: small, its content is loaded later.

    `name` is what reports show. `problem` says in plain words why the file cannot be read; such a file is never opened.
    `changed_at` is when it was last written, in nanoseconds, as found; 0 where that is not known.
    """

    name: str
    path: Path
    size: int = 0
    problem: str = ""
    changed_at: int = 0

    def load(self) -> Source:
        """Read the file. Raises `UnreadableError` if there is a problem, or if it has changed since it was found."""
        if self.problem:
            raise UnreadableError(self.problem)
        try:
            data, changed_at = read_steadily(self.path, SIZE_LIMIT + 1)
        except OSError as error:
            raise UnreadableError(_plain(error)) from error
        if len(data) > SIZE_LIMIT:
            raise UnreadableError(_TOO_LARGE)
        if self.changed_at and (changed_at, len(data)) != (self.changed_at, self.size):
            raise UnreadableError(CHANGED)
        if not data.strip(b"\0"):
            raise UnreadableError(_ONLY_ZEROS if data else _EMPTY)
        return Source(name=self.name, data=data, sha256=sha256(data).hexdigest())


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceList:
    """
    What was found, sorted by name. `left_out` counts hidden files and folders, lock files and files of the
    operating system.
    """

    entries: tuple[SourceEntry, ...]
    left_out: int = 0

    def __iter__(self) -> Iterator[SourceEntry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def find_sources(paths: Sequence[Path], masker: Masker | None = None) -> SourceList:
    """
    Find the files under `paths`, which are files or folders.

    A name is relative to the PATH it was found under; for a PATH that is a file it is the file's name. Personal data in
    names is masked. A file that is reached twice is listed once, under the first of its names. Equal names get `~2`,
    `~3` before the suffix, in the order of their sha256. The order of `paths` changes nothing. A missing path raises
    `UsageError`; links to folders are not followed but listed as not read.
    """
    found: list[SourceEntry] = []
    left_out = 0
    for path in paths:
        if not os.path.lexists(path):
            msg = f"{shown_path(path)}: there is no such file or folder"
            raise UsageError(msg)
        if os.path.isdir(path):
            left_out += _walk(path, "", found)
        else:
            found.append(_entry(path, path.name))
    masking = masker or masker_of(())
    shown = [replace(entry, name=masking.mask_name(entry.name)) for entry in _each_once(found)]
    named = _with_unique_names(_apart_from_members(shown))
    return SourceList(entries=tuple(sorted(named, key=lambda entry: entry.name)), left_out=left_out)


def _walk(folder: Path, prefix: str, found: list[SourceEntry]) -> int:
    """Add the files below `folder` to `found`; return how many names were left out."""
    left_out = 0
    waiting = [(folder, prefix)]
    while waiting:
        here, above = waiting.pop()
        try:
            names = sorted(os.listdir(here))
        except OSError as error:
            found.append(
                SourceEntry(name=_shown(above or f"{here.name}/"), path=here, problem=f"Folder: {_plain(error)}")
            )
            continue
        for name in names:
            path = here / name
            if _is_left_out(name):
                left_out += 1
            elif name.endswith(_ICLOUD):
                found.append(SourceEntry(name=_shown(f"{above}{name}"), path=path, problem=_IN_THE_CLOUD))
            elif os.path.isdir(path) and not _is_link(path):
                waiting.append((path, f"{above}{name}/"))
            else:
                found.append(_entry(path, f"{above}{name}"))
    return left_out


def _is_left_out(name: str) -> bool:
    """Whether a file is nobody's document: hidden, a lock, the system's, or a gap report of an earlier run."""
    hidden = name.startswith((".", "~$", "gap-report.")) or name.lower() in _SYSTEM_FILES
    return hidden and not name.endswith(_ICLOUD)


def _is_link(path: Path) -> bool:
    """Whether `path` is a link, or a junction as Windows has them."""
    return path.is_symlink() or bool(getattr(os.path, "isjunction", lambda _: False)(path))


def _entry(path: Path, name: str) -> SourceEntry:
    path = Path(os.path.abspath(path))  # a plugin may change the working folder during the run
    try:
        status = path.stat()
    except OSError as error:
        return SourceEntry(name=_shown(name), path=path, problem=_plain(error))
    problem = _problem(path, status)
    return SourceEntry(
        name=_shown(name), path=path, size=status.st_size, problem=problem, changed_at=status.st_mtime_ns
    )


def _problem(path: Path, status: os.stat_result) -> str:
    if stat.S_ISDIR(status.st_mode):
        return "It is a link to a folder; links to folders are not followed. Name that folder itself."
    if not stat.S_ISREG(status.st_mode):
        return "It is not a file but a device, pipe or socket."
    if status.st_size == 0:
        return _EMPTY
    if is_in_the_cloud(status):
        return _IN_THE_CLOUD
    if status.st_size > SIZE_LIMIT:
        return _TOO_LARGE
    return "" if os.access(path, os.R_OK) else _NO_PERMISSION


def _plain(error: OSError) -> str:
    if error.errno in (EACCES, EPERM):
        return _NO_PERMISSION
    if error.errno == ENAMETOOLONG:
        return _TOO_LONG
    if error.errno == ELOOP:
        return "It is a link that leads back to itself."
    if error.errno == ENOENT:
        return "It is a link to something that is not there, or it has been removed."
    return f"It cannot be opened: {error.strerror or type(error).__name__}."


def _shown(name: str) -> str:
    """Return a name that can be shown and written as UTF-8, whatever bytes the file system has."""
    return printable(os.fsencode(name).decode("utf-8", "replace"))


def _each_once(found: Sequence[SourceEntry]) -> list[SourceEntry]:
    by_place: dict[str, SourceEntry] = {}
    for entry in sorted(found, key=lambda entry: (len(entry.name), entry.name)):
        by_place.setdefault(_place(entry), entry)
    return list(by_place.values())


def _place(entry: SourceEntry) -> str:
    return os.path.abspath(entry.path) if entry.problem else os.path.realpath(entry.path)


def _apart_from_members(found: Sequence[SourceEntry]) -> list[SourceEntry]:
    """Rename a file that is called as if it lay in another: `a.zip!b.txt` beside `a.zip`."""
    names = {entry.name for entry in found}
    return [
        replace(entry, name=entry.name.replace("!", "(!)")) if _is_as_in_another(entry.name, names) else entry
        for entry in found
    ]


def _is_as_in_another(name: str, names: set[str]) -> bool:
    return any(letter == "!" and name[:at] in names for at, letter in enumerate(name))


def _with_unique_names(found: Sequence[SourceEntry]) -> list[SourceEntry]:
    groups: dict[str, list[SourceEntry]] = {}
    for entry in found:
        groups.setdefault(entry.name, []).append(entry)
    taken = set(groups)
    named: list[SourceEntry] = []
    for name in sorted(groups):
        first, *others = groups[name] if len(groups[name]) == 1 else sorted(groups[name], key=_by_content)
        named.append(first)
        number = 2
        for entry in others:
            while (new := numbered(name, number)) in taken:
                number += 1
            taken.add(new)
            named.append(replace(entry, name=new))
    return named


def _by_content(entry: SourceEntry) -> tuple[bool, str, str]:
    """Order of entries with one name: files that can be read first, by their sha256."""
    if entry.problem:
        return True, "", entry.problem
    digest = sha256()
    try:
        with entry.path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    except OSError as error:
        return True, "", _plain(error)
    # Files that are the same to the last byte are told apart by their place: the order of the paths never shows.
    return False, digest.hexdigest(), _place(entry)
