"""
Measures the checker on labelled narratives: every set, side by side, beside plain keywords.

Sets: the project's own narratives, and two that are kept outside it because their texts or facts are about real
councils. Those are used when they lie in ../shared/gold and ../shared/cases beside the checkout, or where --gold and
--cases say.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from checker import CheckerError

from .datasets import own_sets
from .errors import list_errors, refuse_held_out
from .figures_json import as_json
from .labels import LabelError, LabelledSet
from .outside_sets import cases_set, gold_set
from .pages import write_pages
from .printed import whole_report
from .results import measure

ROOT = Path(__file__).resolve().parents[2]
_SHARED = ROOT.parent / "shared"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write what was asked for. Returns 0, or 2 with one plain line when something is wrong."""
    chosen = _parser().parse_args(arguments)
    try:
        sets, missing = find_sets(chosen.gold, chosen.cases)
        if chosen.errors:
            _print_errors(sets, chosen.errors)
        else:
            _check_whole(missing, chosen)
            _measure_all(sets, missing, chosen)
    except (LabelError, CheckerError) as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever reads the list (head, less) has seen enough; nothing more can be written there, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _measure_all(sets: Sequence[LabelledSet], missing: Sequence[str], chosen: argparse.Namespace) -> None:
    results = measure(sets)
    for part in whole_report(results, missing):
        print(part)
    if chosen.json:
        chosen.json.write_text(json.dumps(as_json(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if chosen.write_docs:
        for path in write_pages(results, ROOT):
            print(f"Written: {path.relative_to(ROOT).as_posix()}")


def _check_whole(missing: Sequence[str], chosen: argparse.Namespace) -> None:
    if missing and chosen.write_docs:
        msg = f"--write-docs needs every set, else figures would silently go from the pages. {' '.join(missing)}"
        raise LabelError(msg)


def _print_errors(sets: Sequence[LabelledSet], name: str) -> None:
    found = [one for one in sets if one.id == name]
    if not found:
        msg = f"there is no set {name!r} (known: {', '.join(one.id for one in sets)})"
        raise LabelError(msg)
    refuse_held_out(found[0])
    results = measure(found)
    for line in list_errors(found[0], results.sets[0].readings, results.expectations):
        print(line)


def find_sets(gold: Path | None, cases: Path | None) -> tuple[list[LabelledSet], list[str]]:
    """Return the sets that are there, and a line for each that is not. `LabelError` if one asked for is not."""
    sets: list[LabelledSet] = []
    missing: list[str] = []
    outside: list[tuple[str, Path | None, Callable[[Path], LabelledSet]]] = [
        ("gold", gold, gold_set),
        ("cases", cases, cases_set),
    ]
    for name, asked, load in outside:
        folder = asked or _SHARED / name
        if asked or folder.is_dir():
            sets.append(load(folder))
        else:
            missing.append(f"Not measured: {name}. It is kept outside this project (say where with --{name} DIR).")
    return [*sets, *own_sets()], missing


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks/accuracy/run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, metavar="DIR", help="folder of the labelled published narratives")
    parser.add_argument("--cases", type=Path, metavar="DIR", help="folder of the labelled cases")
    parser.add_argument("--errors", metavar="NAME", help="list what is wrong in one set, and why, instead of measuring")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures of every set as JSON too")
    parser.add_argument("--write-docs", action="store_true", help="write docs/accuracy.md and benchmarks/README.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
