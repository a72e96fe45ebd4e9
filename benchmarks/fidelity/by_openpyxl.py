"""Writes a workbook with openpyxl, a sheet for each section that has a table."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from .content import Content


def write_xlsx(content: Content, path: Path) -> None:
    """Write the tables as sheets."""
    book = Workbook()
    book.remove(book.active)
    for section in content.sections:
        if section.rows:
            sheet = book.create_sheet(f"Section {section.heading.split()[0]}")
            for row in section.rows:
                sheet.append(row)
    book.save(path)
