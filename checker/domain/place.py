"""Where something stands in a file of a pack, as messages and explanations show it."""

from __future__ import annotations


def place_of(file: str, line: int) -> str:
    """Return `file:line`; the file alone where the line is not known (0)."""
    return f"{file}:{line}" if line else file
