"""Facts of a document as bytes and back: only the checker's own plain values are ever made of such bytes."""

from __future__ import annotations

import zlib

from checker.run.marked_document import DocumentFacts
from checker.run.packed_facts import packed, unpacked

_QUICKLY = 1


def as_bytes(facts: DocumentFacts) -> bytes:
    """Return the facts as bytes."""
    return zlib.compress(packed(facts), _QUICKLY)


def of_bytes(data: bytes) -> DocumentFacts | None:
    """Return the facts, or `None` for bytes that are none."""
    try:
        return unpacked(zlib.decompress(data))
    except Exception:  # what is not ours can fail in any way
        return None
