"""Reader for HTML pages. The document's text is extracted: one line for each block."""

from __future__ import annotations

from checker import Document, Source, hookimpl, reads

_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


@hookimpl
@reads(*_SUFFIXES)
def checker_read_document(source: Source) -> Document | None:
    """Read `.html`, `.htm` and `.xhtml` files."""
    if source.suffix not in _SUFFIXES:
        return None
    from .decoding import decode, without_pictures  # imported with the first page: it costs time
    from .page import read_page

    markup, note = decode(without_pictures(source.data))
    return read_page(source.name, markup, note)
