"""The sample council's documents and reports are what their makers make today."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from checker.text.masking import find_personal_data

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_reports"
DOCUMENTS = SAMPLES / "thornbridge" / "documents"
CONTENT = ("word/document.xml", "word/footnotes.xml")


def make(script: str, folder: Path) -> None:
    command = [sys.executable, SAMPLES / script, folder]
    subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")


def content_of(file: Path) -> list[bytes]:
    with zipfile.ZipFile(file) as archive:
        return [archive.read(name) for name in CONTENT]


def files_below(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_word_document_has_the_content_that_its_maker_makes(tmp_path: Path) -> None:
    make("make_documents.py", tmp_path)

    for name, made in files_below(tmp_path).items():
        assert content_of(made) == content_of(DOCUMENTS / name), f"{name}: run sample_reports/make_documents.py"


@pytest.mark.slow
def test_the_sample_reports_are_those_that_the_checker_makes(tmp_path: Path) -> None:
    make("make_reports.py", tmp_path)

    for council in ("thornbridge", "ellanmere"):
        made, kept = files_below(tmp_path / council), files_below(SAMPLES / council / "reports")
        assert "gap-report.html" in made
        assert list(made) == list(kept)
        for name, path in made.items():
            assert parts_of(path) == parts_of(kept[name]), f"{council}/{name}: run sample_reports/make_reports.py"


def parts_of(file: Path) -> dict[str, bytes]:
    """Return what a file holds: the parts of a zipped one, whose compression may differ between machines."""
    if not zipfile.is_zipfile(file):
        return {"": file.read_bytes()}
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", [name for name in files_below(DOCUMENTS) if not name.endswith(".docx")])
def test_sample_documents_hold_no_personal_data(name: str) -> None:
    text = (DOCUMENTS / name).read_text(encoding="utf-8")

    assert find_personal_data(text) == ()
