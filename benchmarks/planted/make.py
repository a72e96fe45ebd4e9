"""Builds the clean twin and the planted libraries into a folder."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import yaml

from .editing import plant_all
from .library import COLUMNS, SELF_ASSESSMENT, Library
from .plants import Phrasing, Plant, load_plants, of_phrasing
from .source_text import SourceText
from .spoiling import spoilt_file
from .writers import write_file
from .writers.plain import csv_bytes
from .writers.sheets import workbook

AS_OF = "2026-03-31"
CLEAN = "clean"
FORMATS = ("docx", "html", "pdf")


def library_of(which: str) -> Library:
    """Return the source texts of a library: `clean`, or those with the plants of a phrasing."""
    clean = Library.clean()
    return clean if which == CLEAN else plant_all(clean, of_phrasing(load_plants(), Phrasing(which)))


def build(which: str, out: Path) -> Path:
    """
    Write a library into `out`, a new folder, and return it.

    `evidence/` and the self-assessment in three formats are what the checker reads; `register.xlsx` and `.csv` lie
    beside them, and so does `key.yaml` of what was planted.
    """
    library = library_of(which)
    evidence = out / "evidence"
    for name, source in library.evidence.items():
        target = evidence / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_file(name, source, library))
    for suffix in FORMATS:
        name = f"{SELF_ASSESSMENT}.{suffix}"
        (out / name).write_bytes(_file(name, library.self_assessment, library))
    rows = [COLUMNS, *(tuple(row[column] for column in COLUMNS) for row in library.register)]
    (out / "register.csv").write_bytes(csv_bytes(rows))
    (out / "register.xlsx").write_bytes(workbook([("Evidence register", rows)], title="Evidence register"))
    (out / "key.yaml").write_text(key_of(which), encoding="utf-8")
    return out


def key_of(which: str) -> str:
    """Return the answer key of a library as YAML: an empty list for the clean twin."""
    plants = [] if which == CLEAN else of_phrasing(load_plants(), Phrasing(which))
    return yaml.safe_dump([_entry(plant) for plant in plants], sort_keys=False, allow_unicode=True, width=120)


def _entry(plant: Plant) -> dict[str, object]:
    fields = asdict(plant)
    fields.pop("edits")
    return {key: list(value) if isinstance(value, tuple) else str(value) for key, value in fields.items()}


def _file(name: str, source: SourceText, library: Library) -> bytes:
    how = library.spoilt.get(name)
    return spoilt_file(name, source, how) if how else write_file(name, source)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build what is asked for and print where it is."""
    parser = argparse.ArgumentParser(prog="benchmarks/planted/make-libraries", description=__doc__)
    parser.add_argument("--out", type=Path, help="folder to write into (default: a new temporary one)")
    choices = [CLEAN, *Phrasing]
    parser.add_argument(
        "which", nargs="*", default=choices, help=f"{CLEAN}, {', '.join(Phrasing)} (default: all)", metavar="LIBRARY"
    )
    chosen = parser.parse_args(arguments)
    unknown = sorted(set(chosen.which) - set(choices))
    if unknown:
        parser.error(f"there is no library {unknown[0]!r} (one of {', '.join(choices)})")
    root = chosen.out or Path(tempfile.mkdtemp(prefix="planted-"))
    for which in chosen.which:
        print(build(which, root / which))


if __name__ == "__main__":
    main()
