"""Messages through a pipe: eight bytes of length, then the message."""

from __future__ import annotations

import struct
from typing import BinaryIO

_LENGTH = struct.Struct("!Q")


def send(pipe: BinaryIO, message: bytes) -> None:
    """Write one message."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes:
    """Return the next message. `EOFError` if the other side is gone."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return _exactly(pipe, length)


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
