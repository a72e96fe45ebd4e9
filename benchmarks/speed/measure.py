"""Measures the checker's speed beside others and prints ratios. No limit is enforced: computers differ."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from . import marking, matching, readers, starting, whole
from .corpus import write_documents
from .timing import Compared

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "speed.md"
_HEAD = "| what | ours | theirs | than | ratio | goal | |\n| --- | ---: | ---: | --- | ---: | ---: | --- |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and, if asked, write the page."""
    chosen = _parser().parse_args(arguments)
    times, documents = (1, 60) if chosen.short else (5, chosen.documents)
    lines: list[str] = [_HEAD]
    print(_HEAD)
    for one in _all(times, documents, chosen.bench):
        lines.append(_row(one) if isinstance(one, Compared) else f"\n{one}\n\n{_HEAD}")
        print(_row(one) if isinstance(one, Compared) else f"({one})", flush=True)
    if chosen.write_docs:
        _PAGE.write_text(_page(lines, times, documents), encoding="utf-8")
    return 0


def _all(times: int, documents: int, bench: Path | None) -> Iterator[Compared | str]:
    with TemporaryDirectory(prefix="checker-speed-") as name:
        texts = write_documents(Path(name, "texts"), min(documents, 200))
        yield from starting.compare(texts[0], times)
        yield from matching.compare(texts, times, rules=1000)
        yield from marking.compare(texts, times)
        yield from readers.compare(Path(name, "files"), times)
        yield from whole.compare(Path(name), min(times, 3), documents=documents, bench=bench)


def _row(one: Compared) -> str:
    kind = "≥" if one.faster else "≤"
    cells = (one.what, f"{one.ours:.3f}", f"{one.theirs:.3f}", one.than, f"{one.ratio:.2f}", f"{kind} {one.goal:g}")
    return f"| {' | '.join(cells)} | {'reached' if one.reached else 'not reached'} |"


def _page(lines: Sequence[str], times: int, documents: int) -> str:
    notes = [line.split("\n")[1] for line in lines[1:] if line.startswith("\n")]
    rows = [line for line in lines if not line.startswith("\n")]
    machine = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return (
        "# Speed\n\nWritten by `benchmarks/speed/run --write-docs`; the machine decides the seconds, and a "
        f"busy one the ratios too.\n\n{machine}; medians of {times}, {documents:,} documents of 12 KB. Seconds, unless "
        "the line says otherwise. A ratio says how many times longer ours takes; where the goal is a least (≥), how "
        "many times faster it is.\n\n" + "\n".join(rows) + "\n\n" + "\n".join(f"- {note}" for note in notes) + "\n"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks/speed/run", description=__doc__)
    parser.add_argument("--short", action="store_true", help="once, and few documents: whether it runs at all")
    parser.add_argument("--documents", type=int, default=1000, metavar="N", help="of the whole checks")
    parser.add_argument("--bench", type=Path, metavar="DIR", help="a folder with a pipeline_ref.py to stand beside")
    parser.add_argument("--write-docs", action="store_true", help="write docs/speed.md")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
