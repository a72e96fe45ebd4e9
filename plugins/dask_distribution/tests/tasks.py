"""Tasks that workers can import: stand-ins for the work on documents."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubling:
    """Doubles a number; `fatal` ends its process, `slow` takes a while."""

    fatal: int = -1
    slow: int = -1

    def __call__(self, item: object) -> object:
        """Return the double."""
        assert isinstance(item, int)
        if item == self.fatal:
            os._exit(9)
        if item == self.slow:
            time.sleep(0.5)
        return 2 * item

    def lost(self, item: object) -> object:
        """Say that nothing came of it."""
        return f"{item} is lost"
