"""Word reports as python-docx and LibreOffice open them."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdfium2
from checker_plugins.reports.word import Docx
from docx.document import Document

from checker.domain.report import GapReport

from ..libre_office import saved_as


def written(report: GapReport) -> bytes:
    return b"".join(Docx().render(report))


def opened(report: GapReport) -> Document:
    return docx.Document(io.BytesIO(written(report)))


def headings(report: GapReport) -> list[tuple[int, str]]:
    found = []
    for paragraph in opened(report).paragraphs:
        name = paragraph.style.name if paragraph.style else ""
        if name and name.startswith("Heading"):
            found.append((int(name.rsplit(" ", 1)[1]), paragraph.text))
    return found


def pages(report: GapReport, folder: Path) -> list[str]:
    (folder / "report.docx").write_bytes(written(report))
    with pypdfium2.PdfDocument(saved_as(folder / "report.docx", "pdf")) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]
