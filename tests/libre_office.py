"""LibreOffice as tests call it: one profile for all calls of a process, since making one takes longest."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice")
NEEDS_LIBRE_OFFICE = pytest.mark.skipif(not PROGRAM, reason="LibreOffice is not installed: its files are left out")

_PART_IS_MISSING = ("could not be loaded", "no export filter")


def saved_as(file: Path, suffix: str, *, filter_options: str = "") -> Path:
    """Return a file as LibreOffice saves it in another format, beside it; skip the test where LibreOffice cannot."""
    if not PROGRAM:
        pytest.skip("LibreOffice is not installed: its files are left out")
    made = file.parent / "saved" / f"{file.stem}.{suffix}"
    profile = f"-env:UserInstallation={(Path(_profile().name) / 'profile').as_uri()}"
    target = f"{suffix}:{filter_options}" if filter_options else suffix
    command = [PROGRAM, profile, "--headless", "--convert-to", target, "--outdir", str(made.parent), str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=240)
    if any(words in done.stderr for words in _PART_IS_MISSING):
        pytest.skip(f"LibreOffice cannot make {suffix} from {file.name} here: {done.stderr.strip()}")
    assert made.is_file(), done.stderr
    return made


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="checker-libre-office-")
