"""The sheet of actions that a run writes, and what a person types into it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from .conftest import Checker, Ended

HEAD = 4
TYPED = {
    "Action": "Ask carers\nin spring",
    "Owner": "Ida Marsh",
    "Due date": date(2026, 6, 30),
    "Measure": "'+5% more answers",
    "Status": "in progress",
    "Comment": "Agreed – see “minutes” & more <soon>",
    "Not applicable because": "–",
    "Answers": "other/gap",
    "Our ref": 17,
}
"""What people type into one row; the last column is their own."""


def assess(checker: Checker, library: Path, out: str, *options: str | Path) -> Ended:
    return checker("assess", library, "--as-of", "2026-03-31", "--out", out, "--format", "xlsx,json", *options)


def columns(sheet: Worksheet) -> dict[str, int]:
    heads = {str(cell.value): cell.column for cell in sheet[HEAD]}
    for own in ("Our ref",):
        if own not in heads:
            heads[own] = sheet.max_column + 1
            sheet.cell(HEAD, heads[own]).value = own
    return heads


def type_into(file: Path, row: int, typed: dict[str, Any], *, saved_as: Path | None = None) -> str:
    """Type into a row of the sheet Actions, as a person does; return the row's gap id."""
    book = openpyxl.load_workbook(file)
    sheet = book["Actions"]
    heads = columns(sheet)
    for heading, value in typed.items():
        sheet.cell(row, heads[heading]).value = value
    gap_id = str(sheet.cell(row, heads["Gap id"]).value or "")
    book.save(saved_as or file)
    return gap_id
