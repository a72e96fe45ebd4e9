"""
Makes hostile files and reads each in a process of its own: how long, how much memory, what is said of it.

Fails if one takes longer than 10 seconds (for each document in it) or more than 512 MB, ends the process, or ends in a
way that is not honest.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .containers import CONTAINERS
from .hostile import Hostile
from .office import OFFICE
from .pages import printed, write_page
from .places import PLACES
from .texts import TEXTS

ROOT = Path(__file__).resolve().parents[2]
ALL: tuple[Hostile, ...] = (*TEXTS, *CONTAINERS, *OFFICE, *PLACES)
MOST_SECONDS, MOST_MEGABYTES = 10.0, 512
SHORT = 0.02
_PATIENCE = 600.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """What became of one hostile file. `wrong` says what is not as it should be; empty if all is well."""

    file: Hostile
    status: str
    reason: str
    seconds: float
    megabytes: int
    wrong: str


def read_all(files: Sequence[Hostile], size: float) -> Iterator[Ending]:
    """Make each file in a folder of its own, read it, and yield what became of it."""
    for file in files:
        with tempfile.TemporaryDirectory(prefix="checker-hostile-", ignore_cleanup_errors=True) as folder:
            file.make(Path(folder, file.name), size)
            yield _ending(file, folder)


def _ending(file: Hostile, folder: str) -> Ending:
    command = [sys.executable, "-m", "benchmarks.hostile.child", folder]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, cwd=ROOT, check=False)
    except subprocess.TimeoutExpired:
        return Ending(file=file, status="-", reason="", seconds=_PATIENCE, megabytes=0, wrong="hangs")
    if done.returncode:
        last = done.stderr.strip().rsplit("\n", 1)[-1]
        return Ending(
            file=file, status="-", reason=last, seconds=0.0, megabytes=0, wrong=f"ends with {done.returncode}"
        )
    found = json.loads(done.stdout)
    first = found["documents"][0] if found["documents"] else {"status": "-", "reason": ""}
    told = {"status": first["status"], "reason": first["reason"], "seconds": found["seconds"]}
    wrong = _wrong(file, found, first)
    return Ending(file=file, megabytes=found["megabytes"], wrong=wrong, **told)


def _wrong(file: Hostile, found: dict[str, Any], first: dict[str, str]) -> str:
    seconds, megabytes = float(found["seconds"]), int(found["megabytes"])
    says = not file.says or first["status"] == "ok" or any(words in first["reason"] for words in file.says)
    checks = {
        "lost": not found["documents"],
        f"over {MOST_SECONDS:g} s": seconds > MOST_SECONDS * max(1, len(found["documents"])),
        f"over {MOST_MEGABYTES} MB": megabytes > MOST_MEGABYTES,
        f"ends {first['status']}": first["status"] not in file.may_end,
        "no reason": first["status"] != "ok" and not first["reason"],
        "not the reason": not says and first["status"] in file.may_end,
    }
    return ", ".join(what for what, is_so in checks.items() if is_so)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the files, print the table, write the page if asked for. Returns 1 if anything is not as it should be."""
    chosen = _parser().parse_args(arguments)
    files = [file for file in ALL if not chosen.only or file.name in chosen.only]
    endings: list[Ending] = []
    for ending in read_all(files, SHORT if chosen.short else 1.0):
        endings.append(ending)
        print(printed(ending), flush=True)
    wrong = [ending for ending in endings if ending.wrong]
    print(f"{len(endings) - len(wrong)} of {len(endings)} end as they should.")
    if chosen.write_docs:
        path = write_page(endings, ROOT)
        print(f"Written: {path.relative_to(ROOT).as_posix()}")
    return 1 if wrong or not endings else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks/hostile/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these files alone")
    parser.add_argument("--short", action="store_true", help="small forms of the large files: a minute, not five")
    parser.add_argument("--write-docs", action="store_true", help="write docs/hostile-files.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
