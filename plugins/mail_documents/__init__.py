"""Reader for letters saved from a mail program (.eml); attachments become documents of their own."""

from __future__ import annotations

from checker import Document, Source, UnreadableError, hookimpl, reads

_OUTLOOK = frozenset({".msg", ".oft", ".pst", ".ost", ".mbox", ".olm"})


@hookimpl
@reads(".eml", *_OUTLOOK)
def checker_read_document(source: Source) -> Document | None:
    """Read `.eml` files; for the formats of mail programs say what to do."""
    if source.suffix in _OUTLOOK:
        msg = (
            "It is in a format of Outlook or another mail program. Open it there and save each letter as .eml or PDF, "
            "and its attachments as files."
        )
        raise UnreadableError(msg)
    if source.suffix != ".eml":
        return None
    from .letter import read_letter  # imported with the first letter: it costs time

    return read_letter(source)
