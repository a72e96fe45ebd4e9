"""
How often Python looks for garbage. A run makes hundreds of thousands of small values that live as long as it does;
with Python's own settings a fifth of the time goes into looking at them again and again.

For processes of the checker's own: who uses the checker as a library decides for their process themselves.
"""

from __future__ import annotations

import gc

_NEW_VALUES = 100_000
"""So many new values before the search: rings of values, the only garbage it finds, are few here and small."""


def search_rarely() -> None:
    """Let Python look for garbage rarely, and at what lives long hardly ever."""
    gc.set_threshold(_NEW_VALUES, 20, 50)


def leave_alone() -> None:
    """Never again look at what is there now: it lives as long as the process."""
    gc.freeze()
