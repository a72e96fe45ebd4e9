"""Spreadsheets (.ods)."""

from __future__ import annotations

from checker import Document

from ..package import OfficePackage
from ..pieces import document_of
from .parts import Parts
from .sheets import Sheets


def read_spreadsheet(name: str, package: OfficePackage, *, every_cell: bool = False) -> Document:
    """
    Read an opened OpenDocument spreadsheet: a line for each row, a block for each cell, with the texts that the cells
    show. Hidden sheets and rows are hidden matter; their text is kept, but never evidence. Unless
    `every_cell` is wanted, cells far down in a large sheet that say nothing new are in the text alone.
    """
    parts = Parts(package)
    sheets = Sheets(parts.gathered, parts.styles, every_cell=every_cell)
    parts.read(sheets.handlers(), sheets.finish)
    return document_of(name, parts.gathered, parts.metadata())
