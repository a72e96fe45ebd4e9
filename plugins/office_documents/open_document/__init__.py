"""OpenDocument files (.odt, .odp, .ods)."""

from __future__ import annotations

from .presentation import read_presentation
from .spreadsheet import read_spreadsheet
from .text import read_text

__all__ = ["read_presentation", "read_spreadsheet", "read_text"]
