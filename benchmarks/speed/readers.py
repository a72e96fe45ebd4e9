"""Reading files to blocks, as a run does: beside the usual library for the format, walked through for its text."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checker import Document
from checker.domain.document import Source
from checker.garbage import search_rarely
from checker.plugin_manager import PluginSetup
from checker.settings import Settings

from . import reading_files as files
from .timing import Compared, in_turn

Read = Callable[[Source], Document | None]
_PYTHONS_OWN = (700, 10, 10)
"""How often Python looks for garbage unless it is told otherwise, as programs are run that use the other libraries."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _File:
    """A file of a size, who writes it, and the walks through the same text, by the libraries that do them."""

    name: str
    size: str
    write: Callable[[Path], None]
    walks: Mapping[str, Callable[[Path], object]]
    goal: float


_BS4 = {
    "bs4, html.parser": partial(files.html_text, parser="html.parser"),
    "bs4, lxml": partial(files.html_text, parser="lxml"),
}
_FILES = (
    _File(name="a.docx", size="117,000 characters", write=files.write_docx, walks=files.DOCX, goal=15),
    _File(name="b.docx", size="2,300 characters", write=files.write_small_docx, walks=files.DOCX, goal=15),
    _File(name="a.xlsx", size="12,000 rows of 5", write=files.write_xlsx, walks=files.XLSX, goal=10),
    _File(name="b.xlsx", size="20,000 rows of 5", write=files.write_large_xlsx, walks=files.XLSX, goal=10),
    _File(name="c.xlsx", size="40 rows of 5", write=files.write_small_xlsx, walks=files.XLSX, goal=10),
    _File(name="a.pdf", size="47 pages", write=files.write_pdf, walks=files.PDF, goal=0.7),
    _File(name="a.html", size="201 KB", write=files.write_html, walks=_BS4, goal=2),
    _File(name="b.html", size="4 KB", write=files.write_small_html, walks=_BS4, goal=2),
)


def compare(folder: Path, times: int) -> Iterator[Compared | str]:
    """Yield the comparisons; a line of words for each library that is not installed."""
    folder.mkdir(parents=True)
    gc.freeze()  # what was measured before is nobody's garbage here
    read = PluginSetup(settings=Settings()).load().read_document
    for one in _FILES:
        path = folder / one.name
        try:
            one.write(path)
            yield from _beside(one, path, read, times)
        except ImportError as error:
            yield f"{error.name} is not installed: reading {one.name.rpartition('.')[2]} is not compared."
    yield (
        "Reading is from a file's bytes to its blocks. Of a sheet of more than 20,000 cells every row is read, and "
        "what says something new becomes a block (docs/reading-speed.md). The guarded process is there already, as in "
        "any run from the second workbook or PDF file on, and so are styles that Word files of one template share. The "
        "other libraries are run with Python's own settings for garbage, as programs that use them are."
    )


def _beside(one: _File, path: Path, read: Read, times: int) -> Iterator[Compared]:
    ours = partial(_read, read, path)
    ours()
    seconds = in_turn([ours, *(partial(_as_usual, walk, path) for walk in one.walks.values())], times)
    what = f"reading {path.suffix[1:]}, {one.size}"
    for than, theirs in zip(one.walks, seconds[1:], strict=True):
        yield Compared(what=what, ours=seconds[0], theirs=theirs, than=than, goal=one.goal, faster=True)


def _as_usual(walk: Callable[[Path], object], path: Path) -> object:
    gc.set_threshold(*_PYTHONS_OWN)
    return walk(path)


def _read(read: Read, path: Path) -> Document | None:
    search_rarely()  # as the command itself does
    return read(Source(name=path.name, data=path.read_bytes(), sha256=""))
