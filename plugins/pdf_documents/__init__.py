"""Reader for PDF files, by PDFium in a guarded child: a file can hang, balloon or crash it without harming the run."""

from __future__ import annotations

from checker import Document, Source, UnreadableError, hookimpl, reads

SECONDS = 10.0
MEGABYTES = 768
_HEAD = 1024
_OTHERS = ((b"PK", "a Word file or another zip archive"), (b"\xd0\xcf\x11\xe0", "an old Office file"))


@hookimpl
@reads(".pdf")
def checker_read_document(source: Source) -> Document | None:
    """Read PDF files."""
    if source.suffix != ".pdf":
        return None
    if b"%PDF-" not in source.data[:_HEAD]:
        what = next((name for start, name in _OTHERS if source.data.startswith(start)), "something else")
        msg = f"It is not a PDF file: it seems to be {what}. Give it the suffix that fits, or save it as PDF."
        raise UnreadableError(msg)
    from checker import guarded  # with PDFium it costs time, and many runs have no PDF file

    from .reading import read_pdf

    return guarded(read_pdf, source.data, seconds=SECONDS, megabytes=MEGABYTES).document(source.name)
