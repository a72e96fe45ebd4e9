"""From the bytes of a PDF file to what a `Document` is made of. Runs in the guarded child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium

from checker import (
    TEXT_LIMIT,
    Block,
    BlockKind,
    Document,
    HiddenMatter,
    Link,
    Member,
    ReadStatus,
    UnreadableError,
    dataclass,
    field,
)

from .annotations import Anchor, Overlay, read_overlay
from .fonts import bold_lines
from .gaps import with_strokes_read
from .layout import laid_out
from .lines import Page, read_lines
from .links import links_of
from .opening import Handle, is_cut_off, opened, opened_page
from .properties import read_members, read_metadata, read_outline
from .troubles import no_text, troubles_of
from .white import white_words

_MOST_HIDDEN = 1_000
_ENOUGH = 2 * TEXT_LIMIT
"""In characters as they were drawn: far more than the engine takes of one document."""

Row = tuple[int, int, str, int, int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """
    What was read, in a form that goes quickly between processes.

    `rows` are the blocks: start, end, kind, level, page, cell.
    """

    text: str
    rows: tuple[Row, ...]
    metadata: dict[str, str]
    hidden: tuple[HiddenMatter, ...] = ()
    links: tuple[Link, ...] = ()
    members: tuple[Member, ...] = ()
    troubles: str = ""

    def document(self, name: str) -> Document:
        """Return it as a document."""
        return Document(
            name=name,
            text=self.text,
            blocks=tuple(
                Block(start=start, end=end, kind=BlockKind(kind), level=level, page=page, cell=cell or None)
                for start, end, kind, level, page, cell in self.rows
            ),
            metadata=self.metadata,
            hidden=self.hidden,
            links=self.links,
            members=self.members,
            status=ReadStatus.PARTIAL if self.troubles else ReadStatus.OK,
            reason=self.troubles,
        )


@dataclass(kw_only=True, slots=True)
class Pages:
    """The pages of a file as they were drawn; `damaged` and `left_out` are the numbers of those that were not read."""

    pages: list[Page] = field(default_factory=list)
    overlays: list[Overlay] = field(default_factory=list)
    bold: dict[int, frozenset[int]] = field(default_factory=dict)
    white: list[HiddenMatter] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    left_out: range = range(0)

    @property
    def anchors(self) -> list[Anchor]:
        """The links of all pages."""
        return [anchor for overlay in self.overlays for anchor in overlay.anchors]


def read_pdf(data: bytes) -> Reading:
    """Read a PDF file. `UnreadableError` where there is no text at all."""
    with opened(data) as document:
        read = _read_pages(document)
        outline = read_outline(document)
        metadata, members = read_metadata(document), read_members(document)
    laid = laid_out(read.pages, outline, read.bold)
    troubles = troubles_of(
        read.pages, read.damaged, laid.pages_with_text, left_out=read.left_out, cut_off=is_cut_off(data)
    )
    if not laid.pages_with_text:
        raise UnreadableError(no_text(read.pages, read.damaged))
    hidden = [*(matter for overlay in read.overlays for matter in overlay.hidden), *read.white, *_attached(members)]
    return Reading(
        text=laid.text,
        rows=laid.rows,
        metadata=metadata,
        hidden=tuple(hidden[:_MOST_HIDDEN]),
        links=links_of(read.anchors, laid.text, laid.rows),
        members=members,
        troubles=" ".join(troubles),
    )


def _read_pages(document: Handle) -> Pages:
    read, characters = Pages(), 0
    count = pdfium.FPDF_GetPageCount(document)
    for index in range(count):
        if characters > _ENOUGH:
            read.left_out = range(index + 1, count + 1)
            break
        with opened_page(document, index) as handles:
            if handles is None:
                read.damaged.append(index + 1)
                continue
            page, text_page = handles
            found = read_lines(page, text_page, index + 1)
            with_strokes_read(found, text_page)
            found.is_drawn_on = pdfium.FPDFPage_CountObjects(page) > 0
            read.bold[index + 1] = bold_lines(found, text_page)
            read.pages.append(found)
            characters += sum(len(line.text) for line in found.lines)
            read.overlays.append(read_overlay(document, page, text_page, index + 1))
            read.white += white_words(found, page, text_page)
    return read


def _attached(members: Sequence[Member]) -> Iterator[HiddenMatter]:
    return (HiddenMatter(kind="embedded file", place=member.name) for member in members)
