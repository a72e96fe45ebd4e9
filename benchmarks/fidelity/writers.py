"""Who writes the files. None of them is ours: a reader that misreads cannot hide behind a writer that miswrites."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .by_html import write_html
from .by_odfpy import write_odt
from .by_openpyxl import write_xlsx
from .by_python_docx import write_docx
from .by_python_pptx import write_pptx
from .by_reportlab import write_pdf
from .by_standard_library import csv_in, write_eml, write_md, write_zip
from .content import Content

Write = Callable[[Content, Path], None]
_TEXT = frozenset({"paragraphs", "headings", "items", "cells"})
_SECONDS = 180


class WriterError(Exception):
    """A program did not write what it was asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Writer:
    """
    A way to make a file: `suffix` is the format, `name` who writes it. `writes` are the parts that come out as such.
    `program` must be installed: a command, or a part of LibreOffice (`simpress`), which stands where `soffice` does.
    """

    suffix: str
    name: str
    write: Write
    writes: frozenset[str] = _TEXT
    program: str = ""

    @property
    def is_there(self) -> bool:
        """Whether the program is installed."""
        office = shutil.which("soffice")
        return (
            not self.program
            or shutil.which(self.program) is not None
            or (office is not None and Path(office).resolve().with_name(self.program).exists())
        )


def _converted(write: Write, suffix: str, to: str) -> Write:
    """Return a writer whose file LibreOffice turns into another format."""

    def convert(content: Content, path: Path) -> None:
        with TemporaryDirectory(prefix="fidelity-") as folder:
            source = Path(folder, f"{path.stem}.{suffix}")
            write(content, source)
            profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
            command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", folder, str(source)]
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            made = source.with_suffix(path.suffix)
            if not made.exists():
                msg = f"LibreOffice made no {to} file of {source.name}"
                raise WriterError(msg)
            shutil.move(made, path)

    return convert


def _printed(content: Content, path: Path) -> None:
    """Let Chromium print a web page."""
    with TemporaryDirectory(prefix="fidelity-") as folder:
        page = Path(folder, "page.html")
        write_html(content, page)
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={path}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)


_ALL = _TEXT | {"notes", "furniture", "places"}
_SLIDES = frozenset({"paragraphs", "headings", "cells", "places"})
_SHEETS = frozenset({"cells"})
_LINES = frozenset({"paragraphs", "headings", "items"})
_NO_NOTES = _ALL - {"notes"}

_NOTES_AND_MARGINS = _TEXT | {"notes", "furniture"}
_MARGINS = _TEXT | {"furniture"}


_OFFICE_PARTS = {"docx": "swriter", "odt": "swriter", "pptx": "simpress", "xlsx": "scalc"}


def _by_office(name: str, write: Write, suffix: str, to: str, writes: frozenset[str], *, as_filter: str = "") -> Writer:
    """
    Return LibreOffice as a writer of the format `to`; the part that opens the first format must be there. `as_filter`
    is how LibreOffice calls the format where the suffix does not tell.
    """
    return Writer(
        suffix=to,
        name=f"LibreOffice, {name}",
        write=_converted(write, suffix, f"{to}:{as_filter}" if as_filter else to),
        writes=writes,
        program=_OFFICE_PARTS[suffix],
    )


WRITERS = (
    _by_office("from Word", write_docx, "docx", "pdf", _NO_NOTES),
    _by_office("from odt", write_odt, "odt", "pdf", _ALL),
    Writer(suffix="pdf", name="ReportLab", write=write_pdf, writes=_NO_NOTES),
    Writer(suffix="pdf", name="Chromium", write=_printed, writes=_TEXT | {"places"}, program="chromium"),
    Writer(suffix="docx", name="python-docx", write=write_docx, writes=_MARGINS),
    _by_office("from odt", write_odt, "odt", "docx", _NOTES_AND_MARGINS),
    Writer(suffix="odt", name="odfpy", write=write_odt, writes=_NOTES_AND_MARGINS),
    _by_office("from Word", write_docx, "docx", "odt", _MARGINS),
    Writer(suffix="html", name="by hand", write=write_html, writes=_TEXT),
    _by_office("from Word", write_docx, "docx", "html", _TEXT),
    Writer(suffix="pptx", name="python-pptx", write=write_pptx, writes=_SLIDES),
    _by_office("from pptx", write_pptx, "pptx", "odp", _SLIDES),
    Writer(suffix="xlsx", name="openpyxl", write=write_xlsx, writes=_SHEETS),
    _by_office("from xlsx", write_xlsx, "xlsx", "ods", _SHEETS),
    _by_office("from xlsx", write_xlsx, "xlsx", "xls", _SHEETS),
    Writer(suffix="csv", name="Python, UTF-8", write=csv_in("utf-8"), writes=_SHEETS),
    Writer(suffix="csv", name="Python, UTF-16", write=csv_in("utf-16"), writes=_SHEETS),
    Writer(suffix="csv", name="Python, Windows-1252", write=csv_in("cp1252"), writes=_SHEETS),
    _by_office("from Word", write_docx, "docx", "txt", _LINES, as_filter="Text (encoded):UTF8"),
    Writer(suffix="md", name="by hand", write=write_md, writes=_TEXT | {"notes"}),
    Writer(suffix="eml", name="Python", write=write_eml, writes=frozenset({"paragraphs"})),
    Writer(suffix="zip", name="Python, of Word", write=write_zip, writes=_TEXT),
)
