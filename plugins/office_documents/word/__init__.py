"""Word files (.docx and its kin)."""

from __future__ import annotations

from .reading import MAIN, read_word

__all__ = ["MAIN", "read_word"]
