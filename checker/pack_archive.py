"""
A pack as one file that can be handed on: a zip with a manifest of hashes. Nothing here touches the disk.

The same files give the same bytes on every computer: nothing in the zip is compressed, since compressors differ.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping

from checker.domain.pack import Pack
from checker.errors import UnreadableError
from checker.values import dataclass

FORM = "pack-archive/1"
MANIFEST = "manifest.json"
MOST_FILES, MOST_BYTES = 500, 20_000_000
_REFUSED = "the pack is refused and nothing was installed"
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_ALLOWED = re.compile(r"(?:(?:lexicon|editions)/)?[A-Za-z0-9][A-Za-z0-9._-]*\.(?:yaml|md|txt)|LICEN[CS]E|NOTICE")
_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Archive:
    """What an archive holds, its hashes checked: the manifest, and the files by their names in the pack's folder."""

    manifest: Mapping[str, object]
    files: Mapping[str, bytes]

    @property
    def folder(self) -> str:
        """The name of the folder that the pack had."""
        return str(self.manifest["folder"])


def may_be_packed(name: str) -> bool:
    """Whether a file of a pack's folder belongs into an archive: YAML, and texts such as a licence."""
    return bool(_ALLOWED.fullmatch(name)) and not _RESERVED.fullmatch(name.rpartition("/")[2])


def build_archive(pack: Pack, files: Mapping[str, bytes]) -> bytes:
    """Return a pack as one file. The same pack gives the same bytes."""
    manifest = json.dumps(_manifest(pack, files), ensure_ascii=False, indent=1) + "\n"
    whole = {MANIFEST: manifest.encode(), **{name: files[name] for name in sorted(files)}}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in whole.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()


def open_archive(data: bytes) -> Archive:
    """
    Return what an archive holds.

    `UnreadableError` with the reason for anything that is not exactly what `build_archive` makes: another file, a path
    that leads elsewhere, a hash that differs, too much of anything.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries)
            files = {entry.filename: archive.read(entry) for entry in entries}
        manifest = json.loads(files.pop(MANIFEST))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, KeyError, EOFError) as error:
        raise UnreadableError(
            "this is no pack that `checker rules build` made: it is damaged or another zip"
        ) from error
    _check_manifest(manifest, files)
    return Archive(manifest=manifest, files=files)


def _manifest(pack: Pack, files: Mapping[str, bytes]) -> dict[str, object]:
    return {
        "form": FORM,
        "id": pack.id,
        "title": pack.title,
        "version": pack.version,
        "folder": pack.root,
        "licence": pack.licence,
        "author": pack.author,
        "date": pack.date,
        "framework": pack.framework_id,
        "edition": pack.edition,
        "extends": list(pack.extends),
        "releases": [{"version": one.version, "date": one.date, "text": one.text} for one in pack.releases],
        "files": [
            {"name": name, "bytes": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
            for name in sorted(files)
        ],
    }


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse entries before any is read: paths out of the folder, links, two that are one on some computers."""
    for problem in _entry_problems(entries):
        raise UnreadableError(f"{_REFUSED}: {problem}")


def _entry_problems(entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        yield f"it holds more than {MOST_FILES} files or {MOST_BYTES // 1_000_000} MB"
    seen: set[str] = set()
    for entry in entries:
        shown = entry.filename[:80]
        if entry.filename != MANIFEST and not may_be_packed(entry.filename):
            yield f"'{shown}' has no place in a pack"
        if entry.filename.casefold() in seen:
            yield f"'{shown}' is there twice"
        if entry.external_attr >> 16 & 0o170000 == 0o120000:
            yield f"'{shown}' is a link"
        if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1:
            yield f"'{shown}' is compressed or locked, which the checker never does"
        seen.add(entry.filename.casefold())


def _check_manifest(manifest: object, files: Mapping[str, bytes]) -> None:
    """Refuse an archive whose files are not exactly those that its manifest lists, hash for hash."""
    if not isinstance(manifest, dict) or manifest.get("form") != FORM or not _is_folder(manifest.get("folder")):
        raise UnreadableError(f"{_REFUSED}: its {MANIFEST} is not of the form {FORM}")
    listed = manifest.get("files")
    items = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    told = {str(one.get("name")): one.get("sha256") for one in items}
    for name in sorted(told.keys() | files.keys()):
        if name not in files or name not in told:
            where = "listed and not there" if name not in files else "there and not listed"
            raise UnreadableError(f"{_REFUSED}: '{name}' is {where}")
        if hashlib.sha256(files[name]).hexdigest() != told[name]:
            raise UnreadableError(f"{_REFUSED}: '{name}' was changed after the pack was built")


def _is_folder(name: object) -> bool:
    return isinstance(name, str) and bool(_FOLDER.fullmatch(name)) and not _RESERVED.fullmatch(name)
