"""What makes a file the same each time: one date, sorted entries."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

COUNCIL = "Ellanmere Borough Council"
WRITTEN = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
_FIRST = ("mimetype", "[Content_Types].xml")
"""Programs that look at the first bytes to tell the kind of an archive expect these entries first."""


def _as_it_is(_name: str, data: bytes) -> bytes:
    return data


def fixed_zip(data: bytes, *, rewrite: Callable[[str, bytes], bytes] = _as_it_is) -> bytes:
    """Return the same archive with sorted entries and one date for all; `rewrite` may change an entry by its name."""
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name not in _FIRST, name)):
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, wherever it is made
            new.writestr(entry, rewrite(name, old.read(name)))
    return result.getvalue()
