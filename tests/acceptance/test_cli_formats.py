"""Every built-in format is offered under its name, written with its suffix and named in the help."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

AS_OF = ("--as-of", "2025-06-30")
FORMATS = {
    "csv": "csv",
    "docx": "docx",
    "html": "html",
    "json": "json",
    "junit": "junit.xml",
    "markdown": "md",
    "oscal": "oscal.json",
    "oscal-poam": "oscal-poam.json",
    "passages": "passages.jsonl",
    "sarif": "sarif",
    "terminal": "txt",
    "xlsx": "xlsx",
}
Checker = Any


def test_all_formats_are_written_in_one_run_with_their_suffixes(checker: Checker, library: Path) -> None:
    ended = checker("assess", library, *AS_OF, "--out", "out", "--format", ",".join(FORMATS))

    assert ended.code == 1
    assert "was not written" not in ended.err
    assert {path.name for path in Path("out").iterdir()} == {f"gap-report.{suffix}" for suffix in FORMATS.values()}


def test_no_other_format_is_built_in(checker: Checker, library: Path) -> None:
    ended = checker("assess", library, "--format", "none-such")

    known = re.search(r"known: ([^)]*)\)", ended.err)

    assert known
    assert set(known[1].split(", ")) == set(FORMATS)


@pytest.mark.parametrize("name", FORMATS)
def test_the_help_names_the_format(checker: Checker, name: str) -> None:
    told = " ".join(checker("assess", "--help").out.split())

    assert re.search(rf"Formats: [^\[]*\b{name}\b", told)


@pytest.mark.parametrize("name", FORMATS)
def test_the_page_about_formats_names_it_with_its_suffix(name: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")

    assert f"| `{name}` | `{FORMATS[name]}` |" in page


def test_own_reports_of_any_format_are_no_evidence(checker: Checker, library: Path) -> None:
    checker("assess", library, *AS_OF, "--out", library, "--format", ",".join(FORMATS))

    ended = checker("assess", library, *AS_OF, "--format", "json")

    assert [document["name"] for document in json.loads(ended.out)["documents"]] == ["narrative.md"]


def test_formats_to_the_screen_are_the_same_as_in_the_folder(checker: Checker, library: Path) -> None:
    checker("assess", library, *AS_OF, "--out", "out", "--format", "sarif,oscal")

    assert checker("assess", library, *AS_OF, "--format", "sarif").out == Path("out/gap-report.sarif").read_text(
        "utf-8"
    )
    assert checker("assess", library, *AS_OF, "--format", "oscal").out == Path("out/gap-report.oscal.json").read_text(
        "utf-8"
    )
