"""Output formats: one file or folder for each. The human ones share what `content` says."""

from __future__ import annotations

from collections.abc import Iterable

from checker import Reporter, hookimpl

from .csv_findings import Csv
from .html import Html
from .json_report import Json
from .junit import Junit
from .markdown import Markdown
from .oscal import Oscal, OscalPoam
from .passages import Passages
from .sarif import Sarif
from .terminal import Terminal
from .word import Docx
from .workbook import Xlsx


@hookimpl
def checker_reporters() -> Iterable[Reporter]:
    """Return the built-in output formats."""
    human = (Docx(), Html(), Markdown(), Terminal(), Xlsx())
    return (*human, Csv(), Json(), Junit(), Oscal(), OscalPoam(), Passages(), Sarif())
