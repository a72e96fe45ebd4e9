"""Reader for office files: Word, PowerPoint and OpenDocument, straight from the zip with a streaming parser."""

from __future__ import annotations

from checker import Document, Source, hookimpl, reads

from .suffixes import SUFFIXES


@hookimpl
@reads(*SUFFIXES)
def checker_read_document(source: Source) -> Document | None:
    """Read office files by what they hold, whatever suffix of the family they have."""
    if source.suffix not in SUFFIXES:
        return None
    from .formats import reader_of, refuse_other_formats  # imported with the first such file: they cost time
    from .package import OfficePackage

    refuse_other_formats(source)
    with OfficePackage(source.data) as package:
        return reader_of(package, source.suffix)(source.name, package)
