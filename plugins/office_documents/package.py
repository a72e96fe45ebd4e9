"""The zip around an Office file, with limits against files that swell when opened."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from posixpath import normpath
from types import TracebackType
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from checker import UnreadableError

MOST_ENTRIES = 10_000
UNPACKED_LIMIT = 200_000_000
RATIO_LIMIT, RATIO_FROM = 300, 10_000_000
DEPTH_LIMIT = 2_000
_CHUNK = 1 << 16
_DAMAGED = "It is damaged or cut off. Open it in Word and save it again."

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class BrokenPartError(Exception):
    """A part is no sound XML; what was read before the break is still good."""


class OfficePackage:
    """
    An Office file opened for reading.

    Raises `UnreadableError` for what is no zip, for too many entries, and while reading for parts that unpack to
    more than 200 MB in all or to more than 300 times their packed size.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError(_DAMAGED) from error
        self._names = {info.filename: info for info in self._zip.infolist()}
        self._unpacked = 0
        if len(self._names) > MOST_ENTRIES:
            msg = f"It holds more than {MOST_ENTRIES:,} parts."
            raise UnreadableError(msg)

    def __enter__(self) -> OfficePackage:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def names(self, folder: str) -> list[str]:
        """Return the names of the parts below a folder, sorted."""
        return sorted(name for name in self._names if name.startswith(folder))

    def related(self, name: str) -> dict[str, str]:
        """
        Return the parts that a part refers to, by kind (`styles`, `footnotes` …); for the whole file `name`
        is empty.
        """
        folder, _, last = name.rpartition("/")
        part = f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"
        found: dict[str, str] = {}

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") or not folder else normpath(f"{folder}/{target}")
                found.setdefault(attributes.get("Type", "").rpartition("/")[2], path)

        if part in self._names:
            with suppress(BrokenPartError):  # the usual names of the parts are then tried
                self.parse(part, start, lambda _: None, lambda _: None)
        return found

    def parse(self, name: str, start: Start, end: End, text: Text) -> None:
        """
        Stream one XML part. Names come without namespace: `p`, and attributes likewise.

        Raises `BrokenPartError` where the XML or the zip breaks, `UnreadableError` for limits and for
        documents that define entities.
        """
        parser = _parser(start, end, text)
        info = self._names[name]
        if info.flag_bits & 1:
            msg = "It is protected with a password. Save a copy without the password."
            raise UnreadableError(msg)
        self._check_size(info)
        try:
            with self._zip.open(info) as part:
                while chunk := part.read(_CHUNK):
                    parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise BrokenPartError(name) from error

    def _check_size(self, info: ZipInfo) -> None:
        """Judge by the stated size: reading never goes beyond it."""
        self._unpacked += info.file_size
        swells = info.file_size > RATIO_FROM and info.file_size > RATIO_LIMIT * info.compress_size
        if swells or self._unpacked > UNPACKED_LIMIT:
            msg = "It unpacks to far more than a document needs and was not read."
            raise UnreadableError(msg)


def _parser(start: Start, end: End, text: Text) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.ordered_attributes = False
    local: dict[str, str] = {}
    depth = 0

    def name_of(name: str) -> str:
        return local.get(name) or local.setdefault(name, name.rpartition(" ")[2])

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH_LIMIT:
            msg = f"Its elements are nested more than {DEPTH_LIMIT:,} deep: it is damaged or not meant to be read."
            raise UnreadableError(msg)
        start(name_of(name), {name_of(key): value for key, value in attributes.items()} if attributes else attributes)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name_of(name))

    def refuse(*_: object) -> None:
        msg = "It defines XML entities or a document type, which Word files never do."
        raise UnreadableError(msg)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = on_start, on_end, text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    return parser
