"""Text and places in SARIF: messages may hold links in brackets, and none of ours does."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from ..safe_text import one_line
from ..uris import uri

Json: TypeAlias = dict[str, Any]
BASE: Final = "EVIDENCE"


def message(text: str) -> Json:
    """Return a message in plain text. `[words](target)`, which viewers show as a link, is set apart with a blank."""
    return {"text": one_line(text).replace("](", "] (") or "–"}


def location(name: str, index: int | None) -> Json:
    """Return the artifact location of a document; `index` is its place in the run's artifacts."""
    found: Json = {"uri": uri(name), "uriBaseId": BASE}
    return found | {"index": index} if index is not None else found
