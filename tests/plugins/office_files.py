"""Office files for the tests of their reader: made by independent writers, and changed by hand where these cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from checker_plugins.office_documents import checker_read_document
from docx.document import Document as WordDocument

from checker import BlockKind, Document, Source

from ..libre_office import saved_as

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        *(("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("draw", "drawing")),
        *(("presentation", "presentation"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible")),
    )
)


def read(data: bytes, name: str = "report.docx") -> Document:
    """Read a file as the engine would hand it over."""
    document = checker_read_document(Source(name=name, data=data, sha256=sha256(data).hexdigest()))
    assert document is not None
    return document


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    """Return kind and text of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    """Return the texts of the blocks of some kinds, or of all."""
    return [text for kind, text in blocks(document) if not kinds or kind in kinds]


def hidden(document: Document) -> list[tuple[str, str, str]]:
    """Return kind, place and text of the hidden matter."""
    return [(matter.kind, matter.place, matter.text) for matter in document.hidden]


def links(document: Document) -> list[tuple[str, str]]:
    """Return the words and the target of each link."""
    return [(document.text[link.start : link.end], link.target) for link in document.links]


def a_word_file(write: Callable[[WordDocument], object]) -> bytes:
    """Return a Word file that python-docx has made."""
    document = docx.Document()
    write(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]], more: Mapping[str, str | bytes]) -> bytes:
    """Return a zip with some parts changed and others added."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, changes[name](content) if name in changes else content)
        for name, text in more.items():
            new.writestr(name, text)
    return stream.getvalue()


def with_body(xml: str, more: Mapping[str, str | bytes] | None = None, relations: str = "") -> bytes:
    """Return a Word file whose body begins with `xml`, with further parts and relations of the body."""
    return changed(
        a_word_file(lambda _: None),
        {
            "word/document.xml": lambda old: old.replace(b"<w:body>", b"<w:body>" + xml.encode()),
            "word/_rels/document.xml.rels": lambda old: old.replace(b"</Rel", relations.encode() + b"</Rel", 1),
        },
        more or {},
    )


def a_relation(id_: str, kind: str, target: str, *, external: bool = False) -> str:
    """Return a relation to another part or to an address."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id_}" Type="http://x/{kind}" Target="{target}"{mode}/>'


def a_paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of one run in the XML of Word."""
    return f"<w:p><w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def an_open_file(kind: str, body: str, styles: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """Return an OpenDocument file of a kind (`text` …) with the XML of its body and of its own styles."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr(
            "content.xml",
            f"<office:document-content {OPEN_NAMESPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        )
        for name, text in (more or {}).items():
            archive.writestr(name, text)
    return stream.getvalue()


def converted(data: bytes, name: str, suffix: str, folder: Path) -> bytes:
    """Return a file as LibreOffice saves it in another format; skip the test where LibreOffice cannot."""
    (folder / name).write_bytes(data)
    return saved_as(folder / name, suffix).read_bytes()
