"""Reader for plain text and Markdown. The document's text is the decoded file itself, character for character."""

from __future__ import annotations

from checker import Document, ReadStatus, Source, UnreadableError, hookimpl, reads, replace

from .decoding import decode
from .plain import plain_blocks

_PLAIN = frozenset({".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})


@hookimpl
@reads("", *_PLAIN, *_MARKDOWN)
def checker_read_document(source: Source) -> Document | None:
    """Read `.txt`, `.text`, `.md`, `.markdown`, and files without a suffix if they are text."""
    if source.suffix not in _PLAIN | _MARKDOWN | {""}:
        return None
    try:
        decoded = decode(source.data)
    except UnreadableError:
        if source.suffix:
            raise
        return None
    document = _document(source, decoded.text, decoded.note)
    if not decoded.damaged:
        return document
    reason = f"{document.reason} {decoded.damaged}".strip()
    return replace(document, status=ReadStatus.PARTIAL, reason=reason)


def _document(source: Source, text: str, note: str) -> Document:
    if source.suffix not in _MARKDOWN:
        return Document(name=source.name, text=text, blocks=plain_blocks(text), reason=note)
    from .markdown import read_markdown  # loaded with the first such file

    return read_markdown(source.name, text, note)
