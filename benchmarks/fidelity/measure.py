"""Writes files with independent programs, reads them with our readers, and shows how much came through."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from checker import Document, ReadStatus, Source
from checker.plugin_manager import Plugins
from checker.settings import Settings

from .content import Content, contents
from .pages import GOALS, table_lines, write_page
from .scoring import Count, missed, score
from .writers import WRITERS, Writer, WriterError


@dataclass(kw_only=True, slots=True)
class Result:
    """What came through of one writer's files; `problem` says why there are no counts."""

    writer: Writer
    counts: dict[str, Count] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    problem: str = ""

    @property
    def falls_short(self) -> bool:
        """Whether fewer paragraphs came through than are aimed at."""
        goal = GOALS.get(self.writer.suffix, 1.0)
        part = "paragraphs" if "paragraphs" in self.writer.writes else "cells"
        return bool(self.counts) and self.counts[part].share < goal


def main(arguments: Sequence[str] | None = None) -> int:
    """Return 1 if a format falls short of what is aimed at, else 0."""
    options = _parser().parse_args(arguments)
    plugins = Plugins.load(Settings())
    texts = contents(short=options.short)
    writers = [writer for writer in WRITERS if not options.format or writer.suffix in options.format]
    results = []
    for writer in writers:
        results.append(_measured(writer, texts, plugins, options.keep))
        print("\n".join(table_lines(results[-1:], head=len(results) == 1)), flush=True)
        for text in results[-1].missed if options.missed else ():
            print(f"    missed: {text}")
    if options.write_docs:
        if options.short or options.format or any(one.problem == "not installed" for one in results):
            print("docs/fidelity.md is written only from a whole run with every program there.", file=sys.stderr)
            return 2
        write_page(results, Path(__file__).resolve().parents[2] / "docs" / "fidelity.md")
    return int(any(result.falls_short for result in results))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks/fidelity/run", description=__doc__)
    parser.add_argument("--short", action="store_true", help="small files, for continuous integration")
    parser.add_argument("--format", action="append", help="only this format; may be repeated", metavar="SUFFIX")
    parser.add_argument("--missed", action="store_true", help="show the paragraphs that did not come through")
    parser.add_argument("--keep", type=Path, help="keep the files in this folder", metavar="DIR")
    parser.add_argument("--write-docs", action="store_true", help="write docs/fidelity.md")
    return parser


def _measured(writer: Writer, texts: Sequence[Content], plugins: Plugins, keep: Path | None) -> Result:
    result = Result(writer=writer)
    if not writer.is_there:
        result.problem = "not installed"
        return result
    try:
        _compare(result, texts, plugins, keep)
    except WriterError as error:
        result.problem = str(error)
    return result


def _compare(result: Result, texts: Sequence[Content], plugins: Plugins, keep: Path | None) -> None:
    writer = result.writer
    for content, path in _files(writer, texts, keep):
        data = path.read_bytes()
        document = _read(path.name, data, plugins)
        if document is None:
            result.problem = "no reader"
            return
        if document.status is not ReadStatus.OK:
            result.problem = f"{document.status.value}: {document.reason}"
        for part, count in score(content, document, writer.writes).items():
            result.counts[part] = result.counts.get(part, Count()) + count
        result.missed += missed(content, document) if "paragraphs" in writer.writes else []


def _read(name: str, data: bytes, plugins: Plugins) -> Document | None:
    """Read a file; of an archive, the only file in it."""
    document = plugins.read_document(Source(name=name, data=data, sha256=sha256(data).hexdigest()))
    if document is None or document.text or len(document.members) != 1:
        return document
    (inside,) = document.members
    return _read(inside.name, inside.data, plugins)


def _files(writer: Writer, texts: Sequence[Content], keep: Path | None) -> Iterator[tuple[Content, Path]]:
    with TemporaryDirectory(prefix="fidelity-") as folder:
        for content in texts:
            place = keep or Path(folder)
            place.mkdir(parents=True, exist_ok=True)
            path = place / f"{content.name}-{writer.name.lower().replace(', ', '-').replace(' ', '-')}.{writer.suffix}"
            writer.write(content, path)
            yield content, path


if __name__ == "__main__":
    sys.exit(main())
