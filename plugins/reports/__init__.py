"""Output formats: one file or folder for each. The human ones share what `content` says."""

from __future__ import annotations

from collections.abc import Iterable

from checker import Reporter, hookimpl

from .html import Html
from .json_report import Json
from .markdown import Markdown
from .passages import Passages
from .terminal import Terminal
from .workbook import Xlsx


@hookimpl
def checker_reporters() -> Iterable[Reporter]:
    """Return the built-in output formats."""
    return (Html(), Json(), Markdown(), Passages(), Terminal(), Xlsx())
