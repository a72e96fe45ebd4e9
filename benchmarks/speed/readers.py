"""Reading files: ours beside the usual library for the format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from checker.domain.document import Source
from checker.plugin_manager import PluginSetup
from checker.settings import Settings

from .timing import Compared, in_turn

_PARAGRAPHS = 600
_TEXT = "Partners told us that the council shared secure care records with the hospital since May 2025. "


def compare(folder: Path, times: int) -> Iterator[Compared | str]:
    """Yield the comparisons; a line of words for each library that is not installed."""
    folder.mkdir(parents=True)
    read = PluginSetup(settings=Settings()).load().read_document
    for suffix, than, goal, prepare in (
        ("docx", "python-docx", 15.0, _docx),
        ("xlsx", "openpyxl", 10.0, _xlsx),
        ("pdf", "bare pypdfium2", 0.7, _pdf),
        ("html", "bs4", 2.0, _html),
    ):
        path = folder / f"file.{suffix}"
        try:
            theirs = prepare(path)
        except ImportError as error:
            yield f"{error.name} is not installed: reading {suffix} is not compared."
            continue
        source = Source(name=path.name, data=path.read_bytes(), sha256="")
        ours = partial(read, source)
        ours()
        mine, other = in_turn([ours, theirs], times)
        yield Compared(what=f"reading {suffix}", ours=mine, theirs=other, than=than, goal=goal, faster=True)


def _docx(path: Path) -> Callable[[], object]:
    import docx

    document = docx.Document()
    for number in range(_PARAGRAPHS):
        document.add_paragraph(f"{number} {_TEXT * 2}")
    document.save(str(path))
    return lambda: [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def _xlsx(path: Path) -> Callable[[], object]:
    import openpyxl

    book = openpyxl.Workbook()
    for number in range(4000):
        book.active.append([number, _TEXT, "carers", number / 7])
    book.save(path)
    return lambda: [row for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(values_only=True)]


def _pdf(path: Path) -> Callable[[], object]:
    import pypdfium2
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    style = getSampleStyleSheet()["Normal"]
    SimpleDocTemplate(str(path)).build([Paragraph(f"{one} {_TEXT * 4}", style) for one in range(_PARAGRAPHS)])
    return lambda: [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def _html(path: Path) -> Callable[[], object]:
    path.write_text("<html><body>" + f"<h2>Care</h2><p>{_TEXT}</p>" * 2000 + "</body></html>", encoding="utf-8")
    import bs4

    return lambda: bs4.BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").get_text()
