"""The report as an editable Word document."""

from __future__ import annotations

from .report import Docx as Docx
