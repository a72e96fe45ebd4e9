"""Facts of a document as bytes and back: only the checker's own plain values are ever made of such bytes."""

from __future__ import annotations

import zlib

from checker.plain_pickle import dumped, loaded
from checker.run.marked_document import DocumentFacts

_VALUES = "checker.domain."
_OTHERS = frozenset(
    {("checker.run.marked_document", "DocumentFacts"), ("checker.stages.evidence.observing", "Observed")}
)
_QUICKLY = 1


def as_bytes(facts: DocumentFacts) -> bytes:
    """Return the facts as bytes."""
    return zlib.compress(dumped(facts), _QUICKLY)


def of_bytes(data: bytes) -> DocumentFacts | None:
    """Return the facts, or `None` for bytes that are none."""
    try:
        found = loaded(zlib.decompress(data), _may_be_kept)
    except Exception:  # what is not ours can fail in any way
        return None
    return found if isinstance(found, DocumentFacts) else None


def _may_be_kept(module: str, name: str) -> bool:
    return module.startswith(_VALUES) or (module, name) in _OTHERS
