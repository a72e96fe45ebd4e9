"""The workbook: sheets to work with, one of which people fill in and give back."""

from .report import Xlsx

__all__ = ["Xlsx"]
