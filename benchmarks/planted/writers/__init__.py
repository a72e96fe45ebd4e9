"""Makes files from source texts, in the formats that councils keep. The same text gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from ..source_text import SourceText
from .mail import write_eml
from .open_document import write_odt
from .pdf import write_pdf
from .plain import write_csv, write_markdown, write_text
from .sheets import write_xlsx
from .slides import write_pptx
from .web import write_html
from .word import write_docx

_WRITERS: dict[str, Callable[[SourceText], bytes]] = {
    ".csv": write_csv,
    ".docx": write_docx,
    ".eml": write_eml,
    ".html": write_html,
    ".md": write_markdown,
    ".odt": write_odt,
    ".pdf": write_pdf,
    ".pptx": write_pptx,
    ".txt": write_text,
    ".xlsx": write_xlsx,
}


def write_file(name: str, source: SourceText) -> bytes:
    """Return the file of this name. `ValueError` if no writer makes files of its suffix."""
    suffix = PurePosixPath(name).suffix
    if suffix not in _WRITERS:
        msg = f"{name}: nothing writes {suffix!r} (one of {', '.join(sorted(_WRITERS))})"
        raise ValueError(msg)
    return _WRITERS[suffix](source)
