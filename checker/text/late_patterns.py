"""
Patterns that are compiled when they are first asked.

Compiling all patterns of the checker takes as long as starting Python twice, and most runs ask only some of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _LatePattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._given), name)
        setattr(self, name, value)  # from now on it is found without this method
        return value


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what behaves as the compiled pattern. A mistake in it shows at the first use."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
