"""The parts of a spreadsheet file (.xlsx and its kin), with limits against files that swell when opened."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import dirname, normpath
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from checker import UnreadableError

MOST_PARTS = 10_000
UNPACKED_LIMIT = 200_000_000
RATIO_LIMIT, RATIO_FROM = 300, 10_000_000
DAMAGED = "It is damaged or cut off. Open it in Excel and save it again."
PROTECTED = "It is protected with a password. Save a copy without the password."
_SWELLS = "It unpacks to far more than a spreadsheet needs and was not read."
_ENTITIES = "It defines XML entities or a document type, which spreadsheet files never do."
_METHODS = (ZIP_STORED, ZIP_DEFLATED)
_OWN_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


class Parts:
    """
    A spreadsheet file opened for a look at its parts.

    Raises `UnreadableError` for what is no zip, is protected, has too many parts or unpacks to more than 200 MB, and
    for a part that is damaged or defines entities.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableError(DAMAGED) from error
        found = self._zip.infolist()
        self._infos = {info.filename: info for info in found}
        if len(found) > MOST_PARTS:
            msg = f"It holds more than {MOST_PARTS:,} parts."
            raise UnreadableError(msg)
        if any(info.flag_bits & 1 for info in found):
            raise UnreadableError(PROTECTED)
        if any(info.compress_type not in _METHODS for info in found):
            raise UnreadableError(DAMAGED)
        if sum(info.file_size for info in found) > UNPACKED_LIMIT or any(map(_swells, found)):
            raise UnreadableError(_SWELLS)

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def names(self, folder: str) -> list[str]:
        """Return the names of the parts below a folder, sorted."""
        return sorted(name for name in self._infos if name.startswith(folder))

    def read(self, name: str) -> bytes:
        """Return one part; nothing if there is no such part."""
        if name not in self._infos:
            return b""
        try:
            with self._zip.open(self._infos[name]) as part:
                data = part.read(self._infos[name].file_size)  # without a size all that is there would be unpacked
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise UnreadableError(DAMAGED) from error
        if b"<!" in data and _OWN_TYPE.search(data):
            raise UnreadableError(_ENTITIES)
        return data

    def elements(self, name: str) -> Iterator[tuple[str, Mapping[str, str], str]]:
        """
        Yield the elements of a small part as they end: name without prefix, attributes likewise, the text in it.
        """
        found: list[tuple[str, Mapping[str, str], str]] = []
        open_: list[tuple[str, Mapping[str, str], list[str]]] = []
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def start(tag: str, attributes: dict[str, str]) -> None:
            open_.append((_local(tag), {_local(key): value for key, value in attributes.items()}, []))

        def end(_: str) -> None:
            tag, attributes, texts = open_.pop()
            found.append((tag, attributes, "".join(texts)))

        def text(words: str) -> None:
            open_[-1][2].append(words)

        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
        data = self.read(name)
        if data:
            try:
                parser.Parse(data, True)
            except expat.ExpatError as error:
                raise UnreadableError(DAMAGED) from error
        yield from found

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part refers to, by their ids there: kind (`comments` …) and name."""
        folder = dirname(name)
        found: dict[str, tuple[str, str]] = {}
        for given in self._relations(name):
            if given.get("TargetMode") != "External":
                target = given.get("Target", "")
                path = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}").lstrip("/")
                found[given.get("Id", "")] = (given.get("Type", "").rpartition("/")[2], path)
        return found

    def addresses(self, name: str) -> dict[str, str]:
        """Return what a part refers to outside the file, by its ids there."""
        outside = (given for given in self._relations(name) if given.get("TargetMode") == "External")
        return {given.get("Id", ""): given.get("Target", "") for given in outside}

    def _relations(self, name: str) -> Iterator[Mapping[str, str]]:
        folder, last = dirname(name), name.rpartition("/")[2]
        for tag, given, _ in self.elements(f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"):
            if tag == "Relationship":
                yield given


def _swells(info: ZipInfo) -> bool:
    return info.file_size > RATIO_FROM and info.file_size > RATIO_LIMIT * info.compress_size


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
