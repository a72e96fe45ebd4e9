"""The zip around an office file, with limits against files that swell when opened."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from posixpath import normpath
from types import TracebackType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from checker import UnreadableError, dataclass

from .salvage import Salvaged
from .xml_stream import Attributes, BrokenPartError, Handlers, plain, stream

MOST_ENTRIES = 10_000
UNPACKED_LIMIT = 100_000_000
SHEET_UNPACKED_LIMIT = 200_000_000
RATIO_LIMIT, RATIO_FROM = 300, 10_000_000
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
_CHUNK = 1 << 16
DAMAGED = "It is damaged or cut off. Open it in the program that made it and save it again."
_PROTECTED = "It is protected with a password. Save a copy without the password."
_SWELLS = "It unpacks to far more than a document needs and was not read."
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Relation:
    """What a part refers to: the kind (`styles`, `hyperlink` …) and the path of a part, or an address outside."""

    id: str
    kind: str
    target: str
    external: bool = False


class OfficePackage:
    """
    An office file opened for reading. `is_cut_off`: its end is missing, and only what could be saved is there.

    Raises `UnreadableError` for what is no zip, for too many entries, and while reading for parts that unpack to
    more than 100 MB in all (`most_unpacked`) or to more than 300 times their packed size.
    """

    def __init__(self, data: bytes, *, most_unpacked: int = UNPACKED_LIMIT) -> None:
        if data.count(b"PK\x01\x02") > MOST_ENTRIES:
            msg = f"It holds more than {MOST_ENTRIES:,} parts."
            raise UnreadableError(msg)
        self._unpacked, self._most = 0, most_unpacked
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self._zip: ZipFile | Salvaged
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN as error:
            self._zip = Salvaged(data)
            if not self._zip.infolist():
                raise UnreadableError(DAMAGED) from error
        self.is_cut_off = isinstance(self._zip, Salvaged)
        self._parts = {info.filename: info for info in self._zip.infolist()}

    def __enter__(self) -> OfficePackage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self, folder: str) -> list[str]:
        """Return the names of the parts below a folder, sorted."""
        return sorted(name for name in self._parts if name.startswith(folder) and not name.endswith("/"))

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return what a part refers to, in the order of the file; for the whole file `name` is empty."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def related(self, name: str) -> dict[str, str]:
        """Return the parts that a part refers to, by kind; the first of each kind."""
        found: dict[str, str] = {}
        for relation in self.relations(name):
            if not relation.external:
                found.setdefault(relation.kind, relation.target)
        return found

    def _read_relations(self, name: str) -> tuple[Relation, ...]:
        folder, _, last = name.rpartition("/")
        part = f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"
        found: list[Relation] = []

        def start(raw: Attributes) -> None:
            attributes = plain(raw)
            target, external = attributes.get("Target", ""), attributes.get("TargetMode") == "External"
            kind = attributes.get("Type", "").rpartition("/")[2]
            path = target if external else _within(folder, target)
            found.append(Relation(id=attributes.get("Id", ""), kind=kind, target=path, external=external))

        if part in self._parts:
            with suppress(BrokenPartError):  # the usual names of the parts are then tried
                self.parse(part, Handlers(start={"Relationship": start}))
        return tuple(found)

    def parse(self, name: str, handlers: Handlers) -> None:
        """
        Stream one XML part. Raises `BrokenPartError` where the XML or the zip breaks, `UnreadableError` for limits
        and for documents that define entities.
        """
        stream(self._chunks(name), handlers)

    def size(self, name: str) -> int:
        """Return the stated size of a part in bytes."""
        return self._parts[name].file_size

    def read(self, name: str) -> bytes:
        """Return a part as it is. Errors as with `parse`."""
        return b"".join(self._chunks(name))

    def read_file(self, name: str) -> bytes:
        """Return a file that is kept inside, on an account of its own. Errors as with `parse`."""
        counted, self._unpacked = self._unpacked, 0
        try:
            return self.read(name)
        finally:
            self._unpacked = counted

    def _chunks(self, name: str) -> Iterator[bytes]:
        info = self._parts.get(name)
        if info is None:  # of a file that is cut off, what stood behind the cut is not there
            raise BrokenPartError(name)
        self._check(info)
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    self._unpacked += len(chunk)
                    if self._unpacked > self._most:
                        raise UnreadableError(_SWELLS)
                    yield chunk
        except _BROKEN as error:
            raise BrokenPartError(name) from error

    def _check(self, info: ZipInfo) -> None:
        """Judge by the stated size: reading never goes beyond it."""
        if info.flag_bits & 1:
            raise UnreadableError(_PROTECTED)
        if info.compress_type not in _METHODS:
            raise BrokenPartError(info.filename)
        swells = info.file_size > RATIO_FROM and info.file_size > RATIO_LIMIT * info.compress_size
        if swells or self._unpacked + info.file_size > self._most:
            raise UnreadableError(_SWELLS)


def _within(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") or not folder else normpath(f"{folder}/{target}")
