"""Reader for office files: Word, PowerPoint and OpenDocument, straight from the zip with a streaming parser."""

from __future__ import annotations

from checker import Document, Source, hookimpl, reads

from .suffixes import SHEETS, SUFFIXES


@hookimpl
@reads(*SUFFIXES)
def checker_read_document(source: Source) -> Document | None:
    """Read office files by what they hold, whatever suffix of the family they have."""
    if source.suffix not in SUFFIXES:
        return None
    from .formats import reader_of, refuse_other_formats  # imported with the first such file: they cost time
    from .package import SHEET_UNPACKED_LIMIT, UNPACKED_LIMIT, OfficePackage

    refuse_other_formats(source)
    limit = SHEET_UNPACKED_LIMIT if source.suffix in SHEETS else UNPACKED_LIMIT
    with OfficePackage(source.data, most_unpacked=limit) as package:
        return reader_of(package, source.suffix, every_cell=source.every_cell)(source.name, package)
