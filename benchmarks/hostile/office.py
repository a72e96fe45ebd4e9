"""Hostile Office files and PDF: bombs, entities, one far cell, passwords, halves, wrong suffixes."""

from __future__ import annotations

import zlib

from .containers import swelling, zipped
from .hostile import ANY, NOT_OK, Hostile, of_bytes

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BODY = f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_ENTITIES = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "We met. ">{_LAUGHS}]>'
_OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
_BOOK = f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
_SHEET = f'<worksheet xmlns="{_S}"><sheetData>{{}}</sheetData></worksheet>'
_WORDS = "We share information with our partners well."


def word(document: str) -> bytes:
    """Return a Word file whose main part is `document`."""
    return zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.encode()))


def book(sheet: str) -> bytes:
    """Return an Excel file with one sheet."""
    kinds = "http://schemas.openxmlformats.org/package/2006"
    types = (
        f'<Types xmlns="{kinds}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/></Types>'
    )
    to_sheet = f'<Relationship Id="rId1" Type="{_R}/worksheet" Target="worksheets/sheet1.xml"/>'
    to_book = f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="xl/workbook.xml"/>'
    relations = f'<Relationships xmlns="{kinds}/relationships">{{}}</Relationships>'
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations.format(to_book),
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": relations.format(to_sheet),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped(*((name, text.encode()) for name, text in parts.items()))


def _cell(place: str, text: str) -> str:
    row = "".join(filter(str.isdigit, place))
    return f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def pdf(content: bytes, *, packed: bool = True, extra: bytes = b"") -> bytes:
    """Return a PDF of one page with this content; `extra` goes into the trailer."""
    stream = zlib.compress(content, 9) if packed else content
    filters = b"/Filter /FlateDecode " if packed else b""
    font = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font %s >> >>" % font,
        b"<< %s/Length %d >>\nstream\n%s\nendstream" % (filters, len(stream), stream),
    ]
    body = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 5\n0000000000 65535 f \n" + table
    return body + head + b"trailer << /Size 5 /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (extra, len(body))


_TEXT_OF_PAGE = b"BT /F1 12 Tf 50 700 Td (We share information with our partners well.) Tj ET\n"
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4_000) + "EncryptedPackage".encode("utf-16-le") + bytes(4_000)

OFFICE: tuple[Hostile, ...] = (
    of_bytes(
        "bomb.docx", "1 MB that unpacks to 1 GB", lambda size: swelling("word/document.xml", int(1_000 * size) + 20)
    ),
    of_bytes("laughs.docx", "entities that grow a billionfold", lambda _: word(_ENTITIES + _BODY.format("&l9;"))),
    of_bytes(
        "outside.docx", "an entity that is a file of this computer", lambda _: word(_OUTSIDE + _BODY.format("&out;"))
    ),
    of_bytes("nested.docx", "20,000 nested elements", lambda _: word(_BODY.format("<w:t>" * 20_000)), may_end=NOT_OK),
    of_bytes(
        "cut-off.docx", "the first half of a Word file", lambda _: word(_BODY.format(_WORDS * 99))[:300], may_end=ANY
    ),
    of_bytes("locked.docx", "a password", lambda _: _LOCKED, says=("password",)),
    of_bytes("pdf-in-truth.docx", "a PDF called .docx", lambda _: pdf(_TEXT_OF_PAGE), may_end=ANY, says=("PDF",)),
    of_bytes(
        "old.doc",
        "the old Word format",
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9_000),
        says=("old", "save"),
    ),
    of_bytes(
        "two-in-one.docx",
        "a PDF with a Word file behind it",
        lambda _: pdf(_TEXT_OF_PAGE) + word(_BODY.format(_WORDS)),
        may_end=ANY,
    ),
    of_bytes(
        "bomb.xlsx",
        "1 MB that unpacks to 1 GB",
        lambda size: swelling("xl/worksheets/sheet1.xml", int(1_000 * size) + 20),
    ),
    of_bytes(
        "far-cell.xlsx",
        "one cell at the far corner, XFD1048576",
        lambda _: book(_SHEET.format(_cell("A1", _WORDS) + _cell("XFD1048576", _WORDS))),
        may_end=ANY,
    ),
    of_bytes(
        "laughs.xlsx",
        "entities that grow a billionfold",
        lambda _: book(_ENTITIES + _SHEET.format(_cell("A1", "&l9;"))),
    ),
    of_bytes(
        "cut-off.xlsx", "the first half of an Excel file", lambda _: book(_SHEET.format(_cell("A1", _WORDS)))[:400]
    ),
    of_bytes(
        "bomb.pdf",
        "1 MB that unpacks to 1 GB",
        lambda size: pdf(_TEXT_OF_PAGE + bytes(int(1_000_000_000 * size))),
        may_end=ANY,
    ),
    of_bytes(
        "cut-off.pdf", "the first half of a PDF", lambda _: pdf(_TEXT_OF_PAGE * 40, packed=False)[:900], may_end=ANY
    ),
    of_bytes("no-text.pdf", "a page without text", lambda _: pdf(b"0 0 m 9 9 l S")),
    of_bytes(
        "loop.pdf",
        "a page that is its own parent",
        lambda _: pdf(_TEXT_OF_PAGE).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
        may_end=ANY,
    ),
    of_bytes(
        "locked.pdf",
        "a password",
        lambda _: pdf(
            _TEXT_OF_PAGE,
            extra=b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
            + b"00" * 32
            + b"> /U <"
            + b"11" * 32
            + b"> >> ",
        ),
    ),
    of_bytes("noise.pdf", "a head and noise", lambda _: b"%PDF-1.7\n" + bytes(range(256)) * 999),
)
