"""Facts of a document as bytes, on their way between processes or into a file: plain values, and no others."""

from __future__ import annotations

from checker.plain_pickle import dumped, loaded
from checker.run.marked_document import DocumentFacts

_VALUES = "checker.domain."
_OTHERS = frozenset(
    {
        ("checker.run.marked_document", "DocumentFacts"),
        ("checker.stages.evidence.observing", "Observed"),
        ("checker.plugin_host.calls", "PluginFailure"),
    }
)


def packed(facts: DocumentFacts) -> bytes:
    """Return the facts as bytes: in half the time and half the space that Python's own way takes."""
    return dumped(facts)


def unpacked(data: bytes) -> DocumentFacts:
    """Return the facts in `data`. Any exception for bytes that are none."""
    found = loaded(data, _may_be_there)
    if not isinstance(found, DocumentFacts):
        msg = f"{type(found).__name__} where facts of a document are asked for"
        raise TypeError(msg)
    return found


def _may_be_there(module: str, name: str) -> bool:
    return module.startswith(_VALUES) or (module, name) in _OTHERS
