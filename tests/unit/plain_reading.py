"""Reads files with plain libraries and nothing of ours: what somebody would see who opens them."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
from docx import Document
from odf import teletype
from odf.opendocument import load
from openpyxl import load_workbook
from pptx import Presentation


def words_in(path: Path) -> str:
    """Return all text of a file with single blanks between words."""
    return " ".join(_READERS.get(path.suffix, _decoded)(path).split())


def _decoded(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _word(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    comments = [comment.text for comment in document.comments]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells, *comments])


def _pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _sheets(path: Path) -> str:
    book = load_workbook(path)
    return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


def _slides(path: Path) -> str:
    shapes = [shape for slide in Presentation(str(path)).slides for shape in slide.shapes]
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def _open_document(path: Path) -> str:
    return "\n".join(teletype.extractText(element) for element in load(str(path)).text.childNodes)


def _mail(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return f"{message['Subject']}\n{message.get_content()}"


def _page(path: Path) -> str:
    return "\n".join(_Texts(path.read_text(encoding="utf-8")).found())


class _Texts(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self._found: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self._found.append(data)

    def found(self) -> Iterator[str]:
        yield from self._found


_READERS: dict[str, Callable[[Path], str]] = {
    ".docx": _word,
    ".eml": _mail,
    ".html": _page,
    ".odt": _open_document,
    ".pdf": _pdf,
    ".pptx": _slides,
    ".xlsx": _sheets,
}
