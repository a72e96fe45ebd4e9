"""From the lines of all pages to one text with its blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import BlockKind, dataclass

from .flow import cleaned, goes_on, one_line
from .headings import OutlineEntry, body_size, mark_headings, may_be_heading
from .hyphens import Hyphens
from .lines import Line, Page
from .margins import Repeated, footnotes, furniture, note_marks, repeated_lines
from .pieces import Piece, Pitches, pieces_of, usual_pitches
from .runs import runs_of

Row = tuple[int, int, str, int, int, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class LaidOut:
    """The text and its blocks (start, end, kind, level, page, cell), and the numbers of the pages with text."""

    text: str
    rows: tuple[Row, ...]
    pages_with_text: frozenset[int]


@dataclass(kw_only=True, slots=True)
class _Parts:
    """The lines of a page by what they are."""

    flow: list[Line]
    notes: list[list[Line]]
    furniture: list[Line]


def laid_out(pages: Sequence[Page], outline: Sequence[OutlineEntry], bold: Mapping[int, frozenset[int]]) -> LaidOut:
    """Return the text of all pages in reading order; `bold` are the places of bold lines, by page."""
    body = body_size(page.lines for page in pages)
    repeated = repeated_lines(pages)
    parts = [_parts(page, body, repeated, len(pages)) for page in pages]
    pitches = usual_pitches(part.flow for part in parts)
    pieces: list[Piece] = []
    marks: dict[int, frozenset[str]] = {}
    tail: Piece | None = None
    for page, part in zip(pages, parts, strict=True):
        marks[page.number] = note_marks(part.notes)
        tail = _add_flow(pieces, part.flow, pitches, tail)
        pieces += [Piece(lines=note, kind=BlockKind.FOOTNOTE) for note in part.notes]
        pieces += [Piece(lines=[line], kind=BlockKind.FURNITURE) for line in part.furniture]
    mark_headings(pieces, body, outline, _bold_pieces(pieces, bold))
    text, rows = _written(pieces, marks)
    return LaidOut(text=text, rows=rows, pages_with_text=frozenset(line.page for part in parts for line in part.flow))


def _parts(page: Page, body: float, repeated: Repeated, pages: int) -> _Parts:
    edge = furniture(page, repeated, pages)
    taken = {id(line) for line in edge}
    rest = [line for line in page.lines if id(line) not in taken]
    notes = footnotes(rest, body)
    if notes:
        taken = {id(line) for note in notes for line in note}
        rest = [line for line in rest if id(line) not in taken]
    return _Parts(flow=rest, notes=notes, furniture=edge)


def _add_flow(pieces: list[Piece], lines: Sequence[Line], pitches: Pitches, tail: Piece | None) -> Piece | None:
    """Add the pieces of a page's flow; return the last of them, with which the next page may go on."""
    for run in runs_of(lines):
        found = pieces_of(run, pitches)
        if not run.is_cell and goes_on(tail, found[0]):
            assert tail is not None
            tail.lines += found.pop(0).lines
        pieces += found
        if found:
            tail = found[-1]
    return tail


def _bold_pieces(pieces: Sequence[Piece], bold: Mapping[int, frozenset[int]]) -> dict[int, bool]:
    """Return which pieces are bold in every line, of those that may be headings."""
    return {
        number: all(line.at in bold[line.page] for line in piece.lines)
        for number, piece in enumerate(pieces)
        if may_be_heading(piece)
    }


def _written(pieces: Sequence[Piece], marks: Mapping[int, frozenset[str]]) -> tuple[str, tuple[Row, ...]]:
    lines = [one_line(piece) for piece in pieces]
    hyphens = Hyphens(lines)
    texts: list[str] = []
    rows: list[Row] = []
    at = 0
    for piece, line in zip(pieces, lines, strict=True):
        page = piece.lines[0].page
        if text := cleaned(line, hyphens, _marks_on(piece, marks)):
            end = at + len(text)
            rows.append((at, end, piece.kind.value, piece.level, page, piece.cell))
            texts.append(text)
            at = end + 1
    return "\n".join(texts), tuple(rows)


def _marks_on(piece: Piece, marks: Mapping[int, frozenset[str]]) -> frozenset[str]:
    """Return the marks of the footnotes on the pages of a piece."""
    first, last = piece.lines[0].page, piece.lines[-1].page
    return marks[first] if first == last else marks[first] | marks[last]
