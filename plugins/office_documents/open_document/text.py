"""Texts (.odt)."""

from __future__ import annotations

from checker import Document

from ..package import OfficePackage
from ..pieces import document_of
from .parts import Parts


def read_text(name: str, package: OfficePackage) -> Document:
    """
    Read an opened OpenDocument text: as it would read with all tracked changes accepted. Footnotes stand after the
    text, page headers and footers at the end.
    """
    parts = Parts(package)
    flow = parts.flow()
    parts.read(flow.handlers(), flow.finish)
    parts.add_page_headers()
    return document_of(name, parts.gathered, parts.metadata())
