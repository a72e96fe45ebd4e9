"""A working folder to start from: settings with comments, and where to put what. Never overwrites anything."""

from __future__ import annotations

from pathlib import Path

from checker.errors import UsageError, shown_path
from checker.scaffolding.decision_files import DECISION_FILES
from checker.settings import FILE_NAME

_SETTINGS = """\
# Settings of the checker for this folder. Take the # away in front of a line to use it.
# An option on the command line wins over a setting here.

# council: Name of your council
# title: What the report is called

# The day of the assessment (year-month-day): what is recent is judged by it. Without it: today.
# as_of: "2026-03-31"

# Assess only these quality statements. Without it: those that the documents state, else all that have a rule pack.
# statements: [partnerships-and-communities]

# The register of evidence: the sheet that lists it. What its columns are is found out; see: checker library map FILE
# register: register.csv

# Folders with further rule packs, e.g. your region's, as seen from here.
# packs: [our_region]

# The lightest weight whose open gaps give exit code 1: essential, expected, helpful or never.
fail_on: essential

# Gaps that somebody accepts for a time, and what persons attest: one file each, with an example in it.
waivers: waivers.yaml
attestations: attestations.yaml

# The action plan that people filled in: gap-report.xlsx of an earlier run, or a sheet of your own.
# actions: action-plan.xlsx

# How many files are read at the same time.
# workers: 2

# plugins:
#   block: [name-of-a-plugin]   # never loaded
#   allow: []                   # no plugin of others is loaded
"""
_ALL = "# statements: [partnerships-and-communities]\n"
_README = """\
# Working folder

- `self-assessment/`: the council's own self-assessment, in one file or several.
- `evidence/`: everything else: strategies and policies, agreements, minutes, feedback, data, published reports.
  Sub-folders are welcome; the names of files and folders help to tell what kind of document something is.
- `register.csv`: a template for the register of evidence, one row for each item. Use the sheet that you already have
  if there is one. See what to put right in the files and the register, without assessing anything:
  `checker library check evidence --register register.csv`
- `checker.yaml`: settings, with a comment on each.
- `waivers.yaml`, `attestations.yaml`: what persons decided about gaps, with an example in each.

Write the gap report into `out/`:

    checker assess self-assessment evidence --out out

Open `out/gap-report.html` in a web browser. Nothing in the folders is changed, and nothing leaves this computer.

Let people fill in actions, owners and dates, and give the sheet back to the next run:

    checker assess self-assessment evidence --out out --format html,json,xlsx
    checker assess self-assessment evidence --out next --format html,json,xlsx --actions out/gap-report.xlsx

See what was read of one file, or why a sentence counts as it does:

    checker inspect evidence/FILE
    checker explain evidence/FILE:LINE

Keep an older report beside a newer one and compare them:

    checker diff older/gap-report.json out/gap-report.json
"""
_REGISTER = "Ref,Title,File,Owner,Sign-off,Quality statement,Evidence category,Kind,Date,Next review,Link,Status\n"
_FILES = {FILE_NAME: _SETTINGS, "README.md": _README, "register.csv": _REGISTER, **DECISION_FILES}
_FOLDERS = ("self-assessment", "evidence")


def prepare(folder: Path, statements: tuple[str, ...] = ()) -> dict[Path, bool]:
    """
    Make the folder ready and return each path with whether it is new. `UsageError` if it cannot be written.

    New settings are limited to these quality statements, if any are given.
    """
    files = {**_FILES, FILE_NAME: _settings(statements)}
    try:
        made = {folder / name: _made(folder / name) for name in _FOLDERS}
        return {**made, **{folder / name: _written(folder / name, text) for name, text in files.items()}}
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(f"{shown_path(folder)} cannot be prepared: {reason}.") from error


def _settings(statements: tuple[str, ...]) -> str:
    return _SETTINGS.replace(_ALL, f"statements: [{', '.join(statements)}]\n") if statements else _SETTINGS


def _made(folder: Path) -> bool:
    new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    return new


def _written(file: Path, text: str) -> bool:
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        return False
    return True
