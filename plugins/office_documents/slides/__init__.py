"""PowerPoint files (.pptx and its kin)."""

from __future__ import annotations

from .reading import MAIN, read_slides

__all__ = ["MAIN", "read_slides"]
