"""
An invented evidence library of any size: every format that can be read, and one file in twenty broken, of every sort.

Each file says how it and what lies in it must end, so that a run over the library has exact counts to meet.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from checker.plugin_manager import Plugins
from checker.run.document_work import text_source
from checker.run.reading import read_source
from checker.settings import Settings

BROKEN_EVERY = 20
Statuses = tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sort:
    """A sort of file: its suffix, its bytes for a text, and how it (first) and the files in it end."""

    suffix: str
    data: Callable[[str], bytes]
    ends: Statuses = ("ok",)


def text_of(number: int) -> str:
    """Return a text that no other file of the library has."""
    return (
        f"In meeting {number} the partners said that they share information well with the council.\n\n"
        f"Carer {number} told us that support came late, and {number + 3} people waited.\n\n"
        f"We will open hub number {number} next year.\n"
    )


def page(text: str) -> bytes:
    """Return the text as a web page."""
    paragraphs = "".join(f"<p>{one}</p>" for one in text.split("\n") if one)
    return f"<!doctype html><html><body>{paragraphs}</body></html>".encode()


def word(text: str) -> bytes:
    """Return the text as a Word file, written by python-docx."""
    import docx

    document = docx.Document()
    for one in filter(None, text.split("\n")):
        document.add_paragraph(one)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def letter(text: str) -> bytes:
    """Return the text as a letter with a text file attached."""
    message = EmailMessage()
    message["From"], message["Subject"] = "a@partner.example", "How we work together"
    message.set_content(text)
    message.add_attachment(f"Notes: {text}".encode(), maintype="text", subtype="plain", filename="notes.txt")
    message.set_boundary("_-" * 20)  # else it is of random figures, and what is left of it in a cut letter is content
    return message.as_bytes()


def archive(text: str) -> bytes:
    """Return an archive with the text twice, in different words, and a file that cannot be read."""
    return zipped(("a.txt", f"First: {text}".encode()), ("b/c.md", f"Second: {text}".encode()), ("d.docx", b"no Word"))


def zipped(*files: tuple[str, bytes]) -> bytes:
    """Return an archive of these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files:
            opened.writestr(name, content)
    return data.getvalue()


def sheet(text: str) -> bytes:
    """Return the text as an Excel file, a paragraph a row, written by XlsxWriter."""
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        written = book.add_worksheet("Feedback")
        for row, one in enumerate(["What was said", *filter(None, text.split("\n"))]):
            written.write_string(row, 0, one)
    return data.getvalue()


def pdf(text: str) -> bytes:
    """Return the text as a PDF, written by reportlab."""
    from reportlab.pdfgen.canvas import Canvas

    data = io.BytesIO()
    canvas = Canvas(data, pagesize=(800, 600), invariant=1)
    for row, one in enumerate(filter(None, text.split("\n"))):
        canvas.drawString(50, 500 - 40 * row, one)
    canvas.save()
    return data.getvalue()


SOUND = (
    Sort(suffix=".txt", data=str.encode),
    Sort(suffix=".md", data=lambda text: f"# Notes\n\n{text}".encode()),
    Sort(suffix=".html", data=page),
    Sort(suffix=".docx", data=word),
    Sort(suffix=".eml", data=letter, ends=("ok", "ok")),
    Sort(suffix=".zip", data=archive, ends=("ok", "ok", "ok", "failed")),
    Sort(suffix=".xlsx", data=sheet),
    Sort(suffix=".pdf", data=pdf),
)
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(2_000)
BROKEN = (
    Sort(suffix=".docx", data=lambda _: _LOCKED, ends=("failed",)),
    Sort(suffix=".docx", data=lambda text: word(text)[:9_000], ends=("partial",)),
    Sort(suffix=".zip", data=lambda _: zipped(("bomb.txt", bytes(20_000_000))), ends=("failed", "failed")),
    Sort(suffix=".txt", data=lambda _: b"", ends=("failed",)),
    Sort(suffix=".docx", data=lambda _: bytes(30_000), ends=("failed",)),
    Sort(suffix=".doc", data=page, ends=("ok",)),
    Sort(suffix=".docx", data=str.encode, ends=("failed",)),
    Sort(suffix=".html", data=lambda _: b"<div>" * 6_000, ends=("failed",)),
    Sort(suffix=".xyz", data=str.encode, ends=("failed",)),
    Sort(suffix=".txt", data=lambda text: f"{text}\0{text}".encode(), ends=("partial",)),
    Sort(suffix=".eml", data=lambda text: letter(text)[:-20], ends=("partial", "ok")),
)
"""Password, cut off, bomb, empty, placeholder, wrong suffix twice, nested, unknown, damaged text, letter cut off."""


def write(folder: Path, count: int) -> Counter[str]:
    """Write `count` files into folders; return how many documents must end in each way."""
    sound = tuple(sort for sort in SOUND if _has_reader(sort))
    expected: Counter[str] = Counter()
    for number, sort in enumerate(_sorts(sound, count)):
        path = folder / f"area {number % 7} & more" / f"Evidence v{number} FINAL ({number % 3}){sort.suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sort.data(text_of(number)))
        expected.update(sort.ends)
    return expected


def _sorts(sound: tuple[Sort, ...], count: int) -> Iterator[Sort]:
    for number in range(count):
        turn, is_broken = divmod(number, BROKEN_EVERY)[0], number % BROKEN_EVERY == BROKEN_EVERY - 1
        yield BROKEN[turn % len(BROKEN)] if is_broken else sound[number % len(sound)]


def _has_reader(sort: Sort) -> bool:
    source = text_source(f"probe{sort.suffix}", "")
    return "No reader knows" not in read_source(source, Plugins.load(Settings()).read_document).reason
