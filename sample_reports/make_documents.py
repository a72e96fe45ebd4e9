"""
Makes the sample council's Word document from `fuller-text.txt`: headings, paragraphs, lists, a table and a footnote.

Run `python sample_reports/make_documents.py [FOLDER]` after a change of that text. The same python-docx gives the same
bytes: dates inside the file are fixed. All other sample documents are plain text and are edited as they stand.
"""

from __future__ import annotations

import sys
import zipfile
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

COUNCIL = Path(__file__).parent / "thornbridge"
TEXT = COUNCIL / "fuller-text.txt"
NAME = "self-assessment/partnerships-and-communities-fuller-text.docx"
TITLE = "Adult social care self-assessment 2026: Partnerships and communities, fuller text"
WRITTEN = datetime(2026, 9, 30, 9, 0, tzinfo=UTC)
STYLES = {"# ": "Title", "## ": "Heading 1", "### ": "Heading 2", "- ": "List Bullet"}
FOOTNOTE_MARK = "[^1]"

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SUPERSCRIPT = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FOOTNOTES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def make_word_document(text: str) -> bytes:
    """Return the Word file for a text of one block a line, with headings, list items and rows marked as in Markdown."""
    document = Document()
    _describe(document)
    rows: list[list[str]] = []
    for line in (*filter(None, text.splitlines()), ""):
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            _add_table(document, rows)
            rows = []
        if line.startswith(FOOTNOTE_MARK):
            _add_footnotes_part(document, line.removeprefix(f"{FOOTNOTE_MARK}:").strip())
        elif line:
            _add_paragraph(document, line)
    file = BytesIO()
    document.save(file)
    return _with_fixed_dates(file.getvalue())


def _describe(document: WordDocument) -> None:
    properties = document.core_properties
    properties.title = TITLE
    properties.author = properties.last_modified_by = "Thornbridge Borough Council"
    properties.language = "en-GB"
    properties.comments = ""
    properties.created = properties.modified = WRITTEN


def _add_paragraph(document: WordDocument, line: str) -> None:
    mark = next((mark for mark in STYLES if line.startswith(mark)), "")
    before, footnote, after = line.removeprefix(mark).partition(FOOTNOTE_MARK)
    paragraph = document.add_paragraph(before, style=STYLES.get(mark, "Normal"))
    if footnote:
        reference = f'<w:r xmlns:w="{WORD}">{SUPERSCRIPT}<w:footnoteReference w:id="1"/></w:r>'
        paragraph._p.append(parse_xml(reference))
        paragraph.add_run(after)


def _add_table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    header = parse_xml(f'<w:trPr xmlns:w="{WORD}"><w:tblHeader/></w:trPr>')
    table.rows[0]._tr.insert(0, header)


def _add_footnotes_part(document: WordDocument, note: str) -> None:
    """Add the part that python-docx does not write: the two separators that Word expects, and our one note."""
    separators = "".join(
        f'<w:footnote w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:footnote>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{WORD}">{separators}'
        f'<w:footnote w:id="1"><w:p><w:r>{SUPERSCRIPT}<w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, FOOTNOTES_RELATION)


def _with_fixed_dates(data: bytes) -> bytes:
    """Return the same zip with entries sorted by name and one date for all: a second run gives the same bytes."""
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        # Programs that look at the first bytes to tell a Word file expect the list of content types first.
        for name in sorted(old.namelist(), key=lambda entry: (entry != "[Content_Types].xml", entry)):
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, wherever it is made
            new.writestr(entry, old.read(name))
    return result.getvalue()


def main(folder: Path) -> None:
    """Write the Word file below `folder`."""
    target = folder / NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(make_word_document(TEXT.read_text(encoding="utf-8")))
    print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else COUNCIL / "documents")
