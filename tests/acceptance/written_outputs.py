"""Outputs as somebody who is given them could search them."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

AS_OF = ("--as-of", "2026-03-31")


def contents_of(file: Path) -> Iterator[bytes]:
    """Yield an output, and every part of it where it is a zipped one."""
    data = file.read_bytes()
    yield data
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            yield from (name.encode() + package.read(name) for name in package.namelist())


def words_in(data: bytes) -> str:
    """Return an output as text, without the marks that a format puts between words."""
    text = data.decode("utf-8", "replace")
    return re.sub(r"\\(?=[^\w\s])", "", re.sub(r"<[^>]*>", "", text)) + text


def report_in(folder: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(Path(folder, "gap-report.json").read_text("utf-8"))
    return report
