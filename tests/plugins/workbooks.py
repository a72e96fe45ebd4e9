"""The workbook of a report, opened again."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from checker_plugins.reports import checker_reporters
from openpyxl.worksheet.worksheet import Worksheet

from checker import GapReport

HEAD = 4
"""The row of the headings."""


def rendered(report: GapReport) -> bytes:
    (xlsx,) = [one for one in checker_reporters() if one.name == "xlsx"]
    return b"".join(xlsx.render(report))


def opened(report: GapReport) -> Any:
    return openpyxl.load_workbook(io.BytesIO(rendered(report)))


def table(sheet: Worksheet) -> list[dict[str, Any]]:
    """Return the rows of a sheet by heading; empty rows are left out."""
    heads = [cell.value for cell in sheet[HEAD]]
    rows = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD + 1))
    return [dict(zip(heads, row, strict=True)) for row in rows if any(value is not None for value in row)]
