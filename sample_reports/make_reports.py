"""
Makes the sample gap reports with the command line, as a user would.

Run `python sample_reports/make_reports.py [FOLDER]` after a change of documents, packs or reports.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
MAY_HAVE_GAPS = (0, 1)
# Ellanmere's library holds a file on purpose that cannot be read.
NOT_ALL_READ = 3


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A council whose reports are made: with which options, in which formats, and how the run may end."""

    council: str
    options: tuple[str, ...]
    formats: tuple[str, ...]
    codes: tuple[int, ...] = MAY_HAVE_GAPS


SAMPLES = (
    Sample(
        council="thornbridge",
        options=("--as-of", "2026-11-22", "--statement", "partnerships-and-communities"),
        formats=(
            *("html", "json", "markdown", "passages", "docx", "xlsx", "csv"),
            *("sarif", "junit", "oscal", "oscal-poam"),
        ),
    ),
    Sample(
        council="ellanmere",
        options=(
            *("--as-of", "2026-03-31", "--register", "documents/register.xlsx"),
            *("--self-assessment", "documents/self-assessment.docx"),
        ),
        formats=("html", "docx", "xlsx"),
        codes=(*MAY_HAVE_GAPS, NOT_ALL_READ),
    ),
)


def make(sample: Sample, folder: Path) -> None:
    """Write the gap reports of a council into `folder`; ends with an error if the run ended otherwise than it may."""
    for old in folder.glob("gap-report.*"):
        old.unlink()
    command = [sys.executable, "-m", "checker", "assess", "documents", *sample.options, "--quiet"]
    command += ["--format", ",".join(sample.formats), "--out", str(folder.resolve())]
    without_others = {**os.environ, "CHECKER_PLUGINS_AUTOLOAD": "0"}
    code = subprocess.run(command, cwd=HERE / sample.council, check=False, env=without_others).returncode
    # Python itself ends with 1 after a crash, so a report must be there as well.
    if code not in sample.codes or not (folder / "gap-report.html").is_file():
        sys.exit(f"{sample.council}: checker assess ended with exit code {code}")


def main(folder: Path | None) -> None:
    """Write the reports of every council: beside its documents, or below `folder`."""
    for sample in SAMPLES:
        make(sample, folder / sample.council if folder else HERE / sample.council / "reports")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
