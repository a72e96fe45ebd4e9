"""PDF files for tests, written by ReportLab, and some by hand to be hostile."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, ListFlowable, Paragraph, SimpleDocTemplate, Table

STYLES = getSampleStyleSheet()
SENTENCE = "The council and its partners meet every month to look at how information reaches people who draw on care. "


def drawn(*pages: Callable[[Canvas], None], **options: Any) -> bytes:
    """Return a file with a page for each function, which draws it."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(
    *texts: str, x: float = 60, top: float = 760, pitch: float = 14, size: float = 11
) -> Callable[[Canvas], None]:
    """Return a function that draws lines below each other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for number, text in enumerate(texts):
            canvas.drawString(x, top - number * pitch, text)

    return draw


def all_of(*parts: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    """Return a function that draws several parts on one page."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def picture(canvas: Canvas) -> None:
    """Draw what a scan is to a reader of text: no letters."""
    canvas.rect(50, 50, 400, 700, fill=1)


def blank(canvas: Canvas) -> None:
    """Draw nothing."""


def flowing(story: Sequence[Flowable], **options: Any) -> bytes:
    """Return a file that ReportLab's own layout made of paragraphs, lists and tables."""
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, **options).build(list(story))
    return file.getvalue()


def paragraph(text: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(text, STYLES[style])


def bullets(*texts: str) -> ListFlowable:
    return ListFlowable([paragraph(text) for text in texts], bulletType="bullet")


def table(*rows: Sequence[str]) -> Table:
    return Table([[paragraph(cell) for cell in row] for row in rows], colWidths=[150, 200, 60])


def bomb(megabytes: int) -> bytes:
    """Return a small file whose one page unpacks to a stream of blanks of so many megabytes."""
    packer = zlib.compressobj(9)
    stream = b"".join(packer.compress(b" " * 1_000_000) for _ in range(megabytes)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    """Return a file of these objects, the first of which is the catalogue."""
    parts, places = [b"%PDF-1.7\n"], []
    for number, body in enumerate(objects, 1):
        places.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, entries))
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start))
    return b"".join(parts)


def with_attachment(name: str, data: bytes) -> bytes:
    """Return a file of one page with words, to which another file is attached."""
    words = b"BT /F 12 Tf 60 700 Td (See the letter.) Tj ET"
    return assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(%s) 6 0 R]>>>>>>" % name.encode(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(words), words),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Type/Filespec/F(%s)/UF(%s)/EF<</F 7 0 R>>>>" % (name.encode(), name.encode()),
            b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream" % (len(data), data),
        ]
    )
