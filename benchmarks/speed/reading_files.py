"""Files to read, of the size that documents of a library have, made by the libraries that others write them with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

_SENTENCE = "Partners told us that the council shared secure care records with the hospital since May 2025. "
_SECTIONS = 50
_ROWS = 12_000


def write_docx(path: Path, *, sections: int = _SECTIONS) -> None:
    """Write a Word file of some 129,000 characters: headings, paragraphs, bullets, tables, page header and footer."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Adult social care: what we know of ourselves"
    document.sections[0].footer.paragraphs[0].text = "Draft for the board"
    for number in range(sections):
        document.add_heading(f"{number + 1} Care and support", level=1 + number % 3)
        for part in range(4):
            words = document.add_paragraph(f"{number}.{part} {_SENTENCE * 2}")
            words.add_run("Unpaid carers ").bold = True
            words.add_run(_SENTENCE * 2)
        for part in range(4):
            document.add_paragraph(f"{number}.{part} {_SENTENCE}", style="List Bullet")
        table = document.add_table(rows=4, cols=3)
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells.cells):
                cell.text = f"{number} {row} {column} agreed with the NHS"
    document.save(str(path))


def docx_text(path: Path) -> object:
    """Return the words of the paragraphs and cells of a Word file, as one walks through it with python-docx."""
    import docx

    document = docx.Document(str(path))
    words = [paragraph.text for paragraph in document.paragraphs]
    return words, [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def write_xlsx(path: Path, *, rows: int = _ROWS) -> None:
    """Write a workbook with 5 cells a row: texts, a fraction, a day."""
    from datetime import date, timedelta

    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Register")
    sheet.append(["Reference", "Statement", "Owner", "Share", "Date"])
    day = date(2025, 5, 1)
    for number in range(rows - 1):
        day_of_row = day + timedelta(days=number % 300)
        sheet.append([f"EV-{number}", f"{number} carers say care goes on", "carers team", number / 7, day_of_row])
    book.save(path)


def xlsx_cells(path: Path) -> object:
    """Return the rows of a workbook, as one walks through it with openpyxl."""
    import openpyxl

    return [row for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(values_only=True)]


def write_pdf(path: Path) -> None:
    """Write a PDF file of some 50 pages."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    styles = getSampleStyleSheet()
    flow: list[Any] = []
    for number in range(_SECTIONS):
        flow.append(Paragraph(f"{number + 1} Care and support", styles["Heading1"]))
        flow += [Paragraph(f"{number}.{part} {_SENTENCE * 4}", styles["Normal"]) for part in range(12)]
    SimpleDocTemplate(str(path)).build(flow)


def pdf_text(path: Path) -> object:
    """Return the text of the pages of a PDF file, as one walks through it with pypdfium2."""
    import pypdfium2

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def write_html(path: Path, *, sections: int = _SECTIONS) -> None:
    """Write a page of some 202 KB: headings, paragraphs with links and bold words, lists, tables, navigation."""
    parts = ['<!doctype html><html><head><meta charset="utf-8"><title>Care and support</title></head><body>']
    parts.append("<nav><ul>" + "".join(f'<li><a href="#s{n}">{n}</a></li>' for n in range(20)) + "</ul></nav><main>")
    for number in range(sections):
        parts.append(f'<h2 id="s{number}">{number + 1} Care &amp; support</h2>')
        parts += [
            f'<p class="body">{number}.{part} {_SENTENCE * 4}<strong>Unpaid carers</strong> &ndash; '
            f'<a href="https://example.org/{part}">see {part}</a> {_SENTENCE}</p>'
            for part in range(5)
        ]
        parts.append("<ul>" + "".join(f"<li>{_SENTENCE}</li>" for _ in range(6)) + "</ul>")
        row = "".join(f"<td>{number} agreed with the NHS</td>" for _ in range(3))
        parts.append("<table>" + f"<tr>{row}</tr>" * 4 + "</table>")
    path.write_text("\n".join(parts) + "</main><footer>Draft</footer></body></html>", encoding="utf-8")


def html_text(path: Path, parser: str) -> object:
    """Return the text of a page, as Beautiful Soup gives it with one of its parsers."""
    import bs4

    return bs4.BeautifulSoup(path.read_text(encoding="utf-8"), parser).get_text()


DOCX: dict[str, Callable[[Path], object]] = {"python-docx": docx_text}
XLSX: dict[str, Callable[[Path], object]] = {"openpyxl": xlsx_cells}
PDF: dict[str, Callable[[Path], object]] = {"bare pypdfium2": pdf_text}

write_small_docx = partial(write_docx, sections=1)
write_small_html = partial(write_html, sections=1)
write_small_xlsx = partial(write_xlsx, rows=40)
write_large_xlsx = partial(write_xlsx, rows=20_000)
