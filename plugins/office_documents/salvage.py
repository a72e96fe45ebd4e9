"""What can be saved of a zip whose end, and with it the list of its parts, is missing."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

_HEADER = struct.Struct("<4s5H3I2H")
_SIGNATURE = b"PK\x03\x04"
_MOST_PARTS = 1_000
_MOST_UNPACKED = 50_000_000
"""Of one part: a part of which the end is missing states no size that could be trusted."""


class Salvaged:
    """The parts whose beginnings are there, each up to its end or to where the file breaks off."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._starts: dict[str, int] = {}
        self._infos: list[ZipInfo] = []
        at = data.find(_SIGNATURE)
        while at >= 0 and len(self._infos) < _MOST_PARTS:
            self._add(at)
            at = data.find(_SIGNATURE, at + 4)

    def infolist(self) -> list[ZipInfo]:
        """Return the parts found; sizes are of what is there, packed."""
        return self._infos

    def open(self, info: ZipInfo) -> IO[bytes]:
        """Return a stream of a part's content. It ends where the content breaks off."""
        packed = memoryview(self._data)[self._starts[info.filename] :]
        if info.compress_type == ZIP_STORED:
            return BytesIO(packed[: info.file_size])
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        return BytesIO(unpacker.decompress(packed, _MOST_UNPACKED))

    def close(self) -> None:
        """Nothing is held open."""

    def _add(self, at: int) -> None:
        if at + _HEADER.size > len(self._data):
            return
        _, _, flags, method, _, _, _, packed, size, name_length, extra = _HEADER.unpack_from(self._data, at)
        begin = at + _HEADER.size
        name = self._data[begin : begin + name_length].decode("utf-8", "replace")
        if method not in (ZIP_STORED, ZIP_DEFLATED) or not name.isprintable() or name in self._starts:
            return
        info = ZipInfo(name)
        info.flag_bits, info.compress_type = flags, method
        info.compress_size = packed or len(self._data) - begin
        info.file_size = size if method == ZIP_STORED else 0
        self._starts[info.filename] = begin + name_length + extra
        self._infos.append(info)
