"""The file around the text: properties without a clock, and a zip archive that is the same each time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from ..safe_text import one_line, shortened

_LONGEST: Final = 200
"""Characters in a property; Word allows 255."""

_FIRST: Final = "[Content_Types].xml"
_TIME: Final = (1980, 1, 1, 0, 0, 0)


def with_properties(document: Document, title: str, as_of: str, version: str = "") -> None:
    """Fill in the properties of the file. All its times are the date of the assessment."""
    known = document.core_properties
    moment = datetime.fromisoformat(as_of)
    known.title = shortened(one_line(title), _LONGEST)
    known.subject = "What is evidenced, what is missing, what to do. Not a rating."
    known.author = known.last_modified_by = f"checker {version}".strip()
    known.comments = known.keywords = known.category = ""
    known.language = "en-GB"
    known.created = known.modified = moment
    known.revision = 1


def packed(document: Document) -> bytes:
    """Return the file. The picture of the template's first page is left out."""
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[name]
    written = io.BytesIO()
    document.save(written)
    return _same_each_time(written)


def _same_each_time(written: io.BytesIO) -> bytes:
    again = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(again, "w") as target:
        for name in sorted(source.namelist(), key=lambda one: (one != _FIRST, one)):
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name), compresslevel=6)
    return again.getvalue()
