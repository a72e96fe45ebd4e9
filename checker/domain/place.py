"""Where something stands in a file of a pack, as messages and explanations show it."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def place_of(file: str, line: int) -> str:
    """Return `file:line`; the file alone where the line is not known (0). Explanations share what was asked lately."""
    return f"{file}:{line}" if line else file
