"""
Makes the sample gap reports with the command line, as a user would.

Run `python sample_reports/make_reports.py [FOLDER]` after a change of documents, packs or reports.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

COUNCIL = Path(__file__).parent / "thornbridge"
AS_OF = "2026-11-22"
STATEMENT = "partnerships-and-communities"
FORMATS = ("html", "json", "markdown", "passages")
MAY_HAVE_GAPS = (0, 1)


def main(folder: Path) -> None:
    """Write the gap reports into `folder`; ends with an error if the run could not assess everything."""
    for old in folder.glob("gap-report.*"):
        old.unlink()
    command = [sys.executable, "-m", "checker", "assess", "documents"]
    options = ["--as-of", AS_OF, "--statement", STATEMENT, "--format", ",".join(FORMATS)]
    options += ["--out", str(folder.resolve())]
    without_others = {**os.environ, "CHECKER_PLUGINS_AUTOLOAD": "0"}
    code = subprocess.run([*command, *options], cwd=COUNCIL, check=False, env=without_others).returncode
    # Python itself ends with 1 after a crash, so a report must be there as well.
    if code not in MAY_HAVE_GAPS or not (folder / "gap-report.json").is_file():
        sys.exit(f"checker assess ended with exit code {code}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else COUNCIL / "reports")
