"""Files that are damaged or carry more than their text: what a plant's `spoil` does to the file as built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO

from docx.shared import Cm
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .source_text import BlockType, SourceText, blocks_of
from .writers import write_file
from .writers.fixed import COUNCIL, WRITTEN
from .writers.pdf import write_pdf
from .writers.sheets import write_xlsx
from .writers.word import saved, word_document


def spoilt_file(name: str, source: SourceText, how: Mapping[str, str]) -> bytes:
    """Return a file as it is built with this defect; `how` has the kind of damage and what that kind needs."""
    return _KINDS[how["kind"]](name, source, how)


def _empty(_name: str, _source: SourceText, _how: Mapping[str, str]) -> bytes:
    return b""


def _cut_short(name: str, source: SourceText, _how: Mapping[str, str]) -> bytes:
    """Half of the file, as a synchronised folder leaves it when the lid is closed."""
    whole = write_file(name, source)
    return whole[: len(whole) // 2]


def _scanned(_name: str, source: SourceText, _how: Mapping[str, str]) -> bytes:
    """A page that is a picture of its text and holds no text."""
    page = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(page)
    for number, block in enumerate(blocks_of(source.body)[:40]):
        pen.text((90, 90 + 40 * number), block.text[:150], fill=0)
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(page), 0, 0, *A4)
    canvas.save()
    return file.getvalue()


def _untagged(_name: str, source: SourceText, _how: Mapping[str, str]) -> bytes:
    return write_pdf(source, tagged=False)


def _bold_headings(_name: str, source: SourceText, _how: Mapping[str, str]) -> bytes:
    """Headings are bold paragraphs without a style, so that nobody can jump to them."""
    document = word_document(SourceText(head=source.head, body=""))
    for block in blocks_of(source.body):
        run = document.add_paragraph().add_run(block.text)
        run.bold = block.type is BlockType.HEADING
    return saved(document)


def _picture(_name: str, source: SourceText, _how: Mapping[str, str]) -> bytes:
    """A picture that nobody has described."""
    file = BytesIO()
    Image.new("RGB", (320, 180), (30, 90, 140)).save(file, "PNG")
    file.seek(0)
    document = word_document(source)
    document.add_picture(file, width=Cm(8))
    return saved(document)


def _comment(_name: str, source: SourceText, how: Mapping[str, str]) -> bytes:
    """A reviewer's comment on the paragraph that holds `at`."""
    document = word_document(source)
    paragraph = next(paragraph for paragraph in document.paragraphs if how["at"] in paragraph.text)
    comment = document.add_comment(paragraph.runs, text=how["text"], author=COUNCIL, initials="AS")
    # python-docx dates a comment by the clock.
    comment._comment_elm.date = WRITTEN
    return saved(document)


def _hidden_sheet(_name: str, source: SourceText, how: Mapping[str, str]) -> bytes:
    return write_xlsx(source, hidden=[how["sheet"]])


_KINDS: dict[str, Callable[[str, SourceText, Mapping[str, str]], bytes]] = {
    "empty": _empty,
    "cut-short": _cut_short,
    "scanned": _scanned,
    "untagged": _untagged,
    "bold-headings": _bold_headings,
    "picture": _picture,
    "comment": _comment,
    "hidden-sheet": _hidden_sheet,
}
