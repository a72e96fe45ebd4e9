"""
PDF files with a tree of headings, paragraphs and tables, so that a reader can tell that they are tagged.

The tree names the parts of each page in reading order. It has no parent tree, which reportlab cannot write: enough
for a program that asks whether a file is tagged, less than an accessibility checker wants.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from ..source_text import Block, BlockType, SourceText, blocks_of
from .fixed import COUNCIL

_STYLES = getSampleStyleSheet()
_TAGS = {"Title": "H1", "Heading2": "H2", "Heading3": "H3"}
_HEADINGS = {1: "Title", 2: "Heading2", 3: "Heading3"}
_GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def write_pdf(source: SourceText, *, tagged: bool = True) -> bytes:
    """Return a PDF; `tagged` off leaves out its structure, as many programs do."""
    file = BytesIO()
    template = SimpleDocTemplate(
        file, pagesize=A4, title=source.title, author=COUNCIL, lang="en-GB", invariant=1, margin=2 * cm
    )
    flowables = [flowable for block in blocks_of(source.body) for flowable in _flowables(block)]
    template.build(flowables, canvasmaker=_TaggedCanvas if tagged else Canvas)
    return file.getvalue()


def _flowables(block: Block) -> Sequence[Flowable]:
    if block.type is BlockType.HEADING:
        return (_TaggedParagraph(escape(block.text), _STYLES[_HEADINGS[block.level]]),)
    if block.type is BlockType.TABLE:
        return (_table(block.rows), Spacer(1, 0.3 * cm))
    bullet = "•" if block.type is BlockType.BULLET else None
    return (_TaggedParagraph(escape(block.text), _body_style(), bulletText=bullet),)


def _body_style() -> ParagraphStyle:
    return ParagraphStyle("Body", parent=_STYLES["BodyText"], spaceAfter=6)


def _table(rows: tuple[tuple[str, ...], ...]) -> Flowable:
    width = (A4[0] - 5 * cm) / len(rows[0])
    cells = [[Paragraph(escape(cell), _STYLES["BodyText"]) for cell in row] for row in rows]
    return _TaggedTable(cells, colWidths=[width] * len(rows[0]), style=_GRID, repeatRows=1)


class _TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that remembers which marked part stands on which page, and writes the tree when it is saved."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._parts: list[tuple[str, Any, int]] = []
        self._on_page = 0

    def begin(self, tag: str) -> None:
        """Begin a marked part on this page."""
        self._doc.inPage()
        self._code.append(f"/{tag} <</MCID {self._on_page}>> BDC")
        self._parts.append((tag, self._doc.thisPageRef(), self._on_page))
        self._on_page += 1

    def end(self) -> None:
        """End the part that was begun last."""
        self._code.append("EMC")

    def showPage(self) -> None:
        """Finish a page; parts are numbered anew on each."""
        super().showPage()
        self._on_page = 0

    def save(self) -> None:
        """Write the tree, then the file."""
        root, whole = PDFDictionary({"Type": PDFName("StructTreeRoot")}), PDFDictionary(_element("Document"))
        reference, inner = self._doc.Reference(root), self._doc.Reference(whole)
        root["K"], whole["P"] = inner, reference
        whole["K"] = PDFArray([self._doc.Reference(_part(part, inner)) for part in self._parts])
        self._doc.Catalog.StructTreeRoot = reference
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self._doc.Catalog.Lang = PDFString("en-GB")
        super().save()


def _element(tag: str) -> dict[str, Any]:
    return {"Type": PDFName("StructElem"), "S": PDFName(tag)}


def _part(part: tuple[str, Any, int], parent: Any) -> PDFDictionary:
    tag, page, number = part
    return PDFDictionary({**_element(tag), "P": parent, "Pg": page, "K": number})


class _TaggedParagraph(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that marks itself on the page by its style."""

    def draw(self) -> None:
        """Draw the paragraph as a marked part, where the canvas keeps such."""
        if not isinstance(self.canv, _TaggedCanvas):
            super().draw()
            return
        self.canv.begin(_TAGS.get(self.style.name, "P"))
        super().draw()
        self.canv.end()


class _TaggedTable(Table):  # type: ignore[misc]  # reportlab has no types
    """A table that marks itself on the page, as one part."""

    def draw(self) -> None:
        """Draw the table as a marked part, where the canvas keeps such."""
        if not isinstance(self.canv, _TaggedCanvas):
            super().draw()
            return
        self.canv.begin("Table")
        super().draw()
        self.canv.end()
