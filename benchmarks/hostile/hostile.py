"""One hostile file: how it is made, and which endings are honest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAILED = frozenset({"failed"})
NOT_OK = frozenset({"partial", "failed"})
ANY = frozenset({"ok", "partial", "failed"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Hostile:
    """
    `make` writes the file `name` into a folder; `size` says how large: 1.0 is full size, less for a short run.

    `may_end` are the statuses that are honest for it, `says` words of which one must be in the reason if it is not read
    in full.
    """

    name: str
    what: str
    make: Callable[[Path, float], None]
    may_end: frozenset[str] = FAILED
    says: tuple[str, ...] = ()


def of_bytes(name: str, what: str, data: Callable[[float], bytes], **expected: Any) -> Hostile:
    """Return a hostile file whose bytes `data` gives for a size."""

    def make(path: Path, size: float) -> None:
        path.write_bytes(data(size))

    return Hostile(name=name, what=what, make=make, **expected)
