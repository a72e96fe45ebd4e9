"""Builds the libraries, runs the checker on them and prints what it found of what was planted."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from .alarms import Alarm, assess
from .documented import write_docs
from .make import CLEAN, build
from .plants import HELD_OUT, Phrasing, Plant, load_plants, of_phrasing
from .printed import details, table
from .scoring import RULES, RuleMap, Score, load_rules, score

DEVELOPMENT = tuple(phrasing for phrasing in Phrasing if phrasing not in HELD_OUT)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when the libraries could be assessed."""
    chosen = _arguments(arguments)
    rules, plants = load_rules(chosen.rules), load_plants()
    with tempfile.TemporaryDirectory(prefix="planted-") as temporary:
        root = chosen.out or Path(temporary)
        clean = assess(build(CLEAN, root / CLEAN))
        alarms = {phrasing: assess(build(phrasing, root / phrasing)) for phrasing in chosen.phrasing}
    scores = {phrasing: _scores(of_phrasing(plants, phrasing), alarms[phrasing], clean, rules) for phrasing in alarms}
    print("\n".join(table(plants, scores, clean, rules)))
    if chosen.write_docs:
        write_docs(plants, scores, clean, rules)
    for phrasing in chosen.details:
        print("\n".join(details(phrasing, scores[phrasing], rules)))
    return 0


def _scores(
    plants: Sequence[Plant], alarms: Sequence[Alarm], clean: Sequence[Alarm], rules: RuleMap
) -> Mapping[str, Score]:
    return {plant.rule: score(plant.rule, plants, alarms, clean, rules) for plant in plants}


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/planted/run", description=__doc__)
    parser.add_argument(
        "--phrasing",
        type=_phrasings,
        default=DEVELOPMENT,
        metavar="A,B",
        help="wordings to measure (default: all but those held out, which are only counted)",
    )
    parser.add_argument("--short", action="store_true", help="the first wording and the clean twin only")
    parser.add_argument("--details", action="store_true", help="print what was missed and each false alarm (not of c)")
    parser.add_argument("--write-docs", action="store_true", help="write the figures into docs/planted-library.md")
    parser.add_argument("--rules", type=Path, default=RULES, help="which rules look for which complaint")
    parser.add_argument("--out", type=Path, help="keep the libraries in this new folder")
    chosen = parser.parse_args(arguments)
    if chosen.short:
        chosen.phrasing = (Phrasing.A,)
    hidden = sorted(HELD_OUT.intersection(chosen.phrasing))
    if chosen.details and hidden:
        parser.error(f"phrasing {', '.join(hidden)} is held out: it is counted and never shown (leave out --details)")
    chosen.details = chosen.phrasing if chosen.details else ()
    return chosen


def _phrasings(text: str) -> tuple[Phrasing, ...]:
    return tuple(dict.fromkeys(_known(text)))


def _known(text: str) -> Iterator[Phrasing]:
    for part in text.split(","):
        try:
            yield Phrasing(part.strip())
        except ValueError as error:
            msg = f"there is no phrasing {part!r} ({', '.join(Phrasing)}, or several with commas)"
            raise argparse.ArgumentTypeError(msg) from error


if __name__ == "__main__":
    sys.exit(main())
