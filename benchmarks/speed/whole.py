"""Whole checks of many documents: beside a reference, with more documents, more workers, and again."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from .corpus import phrases, write_documents
from .timing import Act, Compared, command, in_turn, peak_megabytes

_DAY = ("--as-of", "2026-01-01", "--format", "json", "--quiet")


def compare(folder: Path, times: int, *, documents: int, bench: Path | None) -> Iterator[Compared | str]:
    """Yield the comparisons; `bench` is a folder with a `pipeline_ref.py` to stand beside."""
    library, out = folder / "library", folder / "out"
    write_documents(library, documents)
    whole = _assess(library, out, "--no-cache")
    yield from _beside_others(folder, library, whole, times, documents, bench)
    yield from _again(folder, library, times)
    yield from _more(folder, library, times, documents)


def _assess(library: Path, out: Path, *options: str | Path) -> Act:
    return command(sys.executable, "-m", "checker", "assess", library, "--out", out, *_DAY, *options)


def _beside_others(
    folder: Path, library: Path, whole: Act, times: int, documents: int, bench: Path | None
) -> Iterator[Compared | str]:
    rules = phrases(1000)
    words = folder / "words"
    words.write_text("\n".join(form for each in rules for form in each) + "\n")
    ours, grep = in_turn([whole, command("grep", "-r", "-F", "-i", "-w", "-o", "-f", words, library)], times)
    what = f"whole check of {documents:,} texts"
    yield Compared(what=what, ours=ours, theirs=grep, than="grep -F -i -w -o -f", goal=12)
    if bench is None:
        yield "No --bench DIR: the whole check is not compared with its pipeline_ref.py."
        return
    corpus = folder / "corpus"
    corpus.mkdir()
    os.symlink(library, corpus / "docs")
    (corpus / "pat_1000.json").write_text(json.dumps([{"forms": each} for each in rules]))
    os.environ["CORPUS"] = str(corpus)
    reference = command(sys.executable, bench / "pipeline_ref.py", "1000", str(documents), "1")
    (theirs,) = in_turn([reference], times)
    yield Compared(what=what, ours=ours, theirs=theirs, than="pipeline_ref.py", goal=6)


def _again(folder: Path, library: Path, times: int) -> Iterator[Compared]:
    cache, changed = folder / "cache", library / "00000.txt"
    cold = _assess(library, folder / "out", "--cache", cache)

    def from_nothing() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        cold()

    def after_a_change() -> None:
        changed.write_text(changed.read_text() + "Partners told us more.\n")
        cold()

    first, again = in_turn([from_nothing, after_a_change], times)
    yield Compared(what="again, one document changed", ours=again, theirs=first, than="the first run", goal=0.15)


def _more(folder: Path, library: Path, times: int, documents: int) -> Iterator[Compared | str]:
    tenth = folder / "tenth"
    write_documents(tenth, max(1, documents // 10))
    few, many = _assess(tenth, folder / "few", "--no-cache"), _assess(library, folder / "one", "--no-cache")
    two = _assess(library, folder / "two", "--no-cache", "--workers", "2")
    seconds = in_turn([few, many, two], times)
    yield Compared(what="ten times the documents", ours=seconds[1], theirs=seconds[0], than="a tenth", goal=12)
    yield Compared(what="two workers", ours=seconds[2], theirs=seconds[1], than="one worker", goal=1.6, faster=True)
    same = (folder / "one/gap-report.json").read_bytes() == (folder / "two/gap-report.json").read_bytes()
    yield f"The reports of one and of two workers are {'the same, byte for byte' if same else 'DIFFERENT'}."
    base = [sys.executable, "-m", "checker", "assess"]
    small, large = (
        peak_megabytes(*base, str(one), "--out", str(folder / "peak"), *_DAY, "--no-cache") for one in (tenth, library)
    )
    yield Compared(what="peak memory (MB), ten times the documents", ours=large, theirs=small, than="a tenth", goal=1.2)
