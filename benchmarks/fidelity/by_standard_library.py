"""Writes what Python's standard library writes: CSV in three encodings, letters, archives; and Markdown by hand."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from .by_python_docx import write_docx
from .content import Content, Section


def csv_in(encoding: str) -> Callable[[Content, Path], None]:
    """Return what writes the tables one below the other in this encoding."""

    def write(content: Content, path: Path) -> None:
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.writer(file)
            for section in content.sections:
                writer.writerows([*section.rows, ()] if section.rows else ())

    return write


def write_eml(content: Content, path: Path) -> None:
    """Write headings, paragraphs and items as a letter."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "a@council.example", "b@partner.example", content.header
    letter["Date"] = "Mon, 03 Mar 2025 10:00:00 +0000"
    parts = ("\n\n".join((section.heading, *section.paragraphs)) for section in content.sections)
    letter.set_content("\n\n".join(parts))
    path.write_bytes(letter.as_bytes())


def write_zip(content: Content, path: Path) -> None:
    """Write a Word file by python-docx into an archive."""
    with TemporaryDirectory(prefix="fidelity-") as folder, ZipFile(path, "w", ZIP_DEFLATED) as archive:
        inside = Path(folder, f"{path.stem}.docx")
        write_docx(content, inside)
        archive.write(inside, f"Evidence & more/{inside.name}")


def write_md(content: Content, path: Path) -> None:
    """Write the content as Markdown with tables and footnotes."""
    lines = (line for number, section in enumerate(content.sections) for line in _markdown(section, number))
    path.write_text("\n".join(lines), encoding="utf-8")


def _markdown(section: Section, number: int) -> Iterator[str]:
    first, *others = section.paragraphs
    yield f"{'#' * section.level} {section.heading}\n"
    yield f"{first}\n"
    yield from (f"{text}\n" for text in others)
    if section.note:
        yield f"See the note.[^{number}]\n\n[^{number}]: {section.note}\n"
    yield from (f"- {item}" for item in section.items)
    yield ""
    if section.rows:
        names, *rows = section.rows if section.named else (("",) * len(section.rows[0]), *section.rows)
        yield f"| {' | '.join(names)} |\n|{' --- |' * len(names)}"
        yield from (f"| {' | '.join(row)} |" for row in rows)
        yield ""
