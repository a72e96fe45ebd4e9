"""Streams the text of an OpenDocument file: paragraphs, lists, tables, frames, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import BlockKind

from ..accessibility import Accessibility
from ..pieces import Gathered, Piece
from ..xml_stream import Attributes, Handlers, plain
from .asides import Asides
from .grid import Grids
from .lines import LINE_BREAK, Line
from .styles import Style, Styles

SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
_SKIPPED = frozenset({"note-citation", "ruby-text", "binary-data", "script", "event-listeners", "sequence-decls"})
_MOST_LINKS = 1_000
_DEEPEST_HEADING = 10


class Flow:
    """
    Handlers for one part; notes come after the text. `kind` is given for parts whose blocks are all of one kind.
    `drawing_of` returns the words of a chart by its folder. `page` counts pages where the file marks them.
    """

    def __init__(
        self,
        gathered: Gathered,
        styles: Styles,
        accessibility: Accessibility,
        drawing_of: Callable[[str], list[Piece]],
        kind: BlockKind | None = None,
    ) -> None:
        self.page: int | None = None
        self.asides = Asides(gathered, lambda: self._lines.append(None), self._close_aside)
        self._gathered, self._styles, self._accessibility = gathered, styles, accessibility
        self._drawing_of, self._kind = drawing_of, kind
        self._grids = Grids(styles, lambda place, colour: gathered.hide("colour only", place, colour))
        self._lines: list[Line | None] = []
        self._spans: list[Style] = []
        self._links: list[tuple[Line | None, int, str]] = []
        self._frames: list[_Frame] = []
        self._lists = self._contents = self._number = 0

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        parts = (self._styles, self._grids, self.asides)
        starts = {name: action for part in parts for name, action in part.starts().items()}
        ends = {**self._grids.ends(), **self.asides.ends(), **self._ends()}
        return Handlers(start={**starts, **self._starts()}, end=ends, text=self._text, skipped=_SKIPPED)

    def finish(self) -> None:
        """Take what hangs in the air where the text breaks off, then the notes."""
        while self._lines:
            self._end_line()
        self._gathered.add(self.asides.notes)

    def _starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        return {
            "p": self._begin_paragraph,
            "h": self._begin_heading,
            "s": lambda _: self._text(" "),
            "tab": lambda _: self._text(" "),
            "line-break": lambda _: self._text(LINE_BREAK),
            "span": lambda raw: self._spans.append(self._styles.of("text", plain(raw).get("style-name", ""))),
            "a": self._begin_link,
            "list": lambda _: self._count_list(1),
            "index-body": lambda _: self._count_contents(1),
            "soft-page-break": self._turn_page,
            "frame": lambda raw: self._frames.append(_Frame(plain(raw).get("class", ""))),
            "image": self._picture,
            f"{SVG} title": self._begin_description,
            f"{SVG} desc": self._begin_description,
            "object": self._draw,
        }

    def _ends(self) -> Mapping[str, Callable[[], None]]:
        return {
            "p": self._end_line,
            "h": self._end_line,
            "span": self._end_span,
            "a": self._end_link,
            "list": lambda: self._count_list(-1),
            "index-body": lambda: self._count_contents(-1),
            "frame": self._end_frame,
            f"{SVG} title": self._close_aside,
            f"{SVG} desc": self._close_aside,
        }

    def _text(self, words: str) -> None:
        line = self._lines[-1] if self._lines else None
        if line is None:
            return
        hidden = any(style.hidden for style in self._spans) or line.style.hidden
        if hidden or (self._is_white(line) and self._is_on_white(line)):
            line.set_apart("hidden text" if hidden else "white text", words)
            return
        if line.page is None:
            line.page = self.page
        line.words.append(words)
        if self.asides.inserted:
            line.set_apart("tracked change", words)
        if any(style.highlighted for style in self._spans):
            line.set_apart("highlight", words)

    def _is_white(self, line: Line) -> bool:
        said = [style.white for style in reversed(self._spans) if style.white is not None]
        return bool(said[0] if said else line.style.white)

    def _is_on_white(self, line: Line) -> bool:
        shaded = line.style.highlighted or any(style.highlighted for style in self._spans)
        return not (shaded or self._grids.present or self._frames)

    def _begin_paragraph(self, raw: Attributes) -> None:
        name = plain(raw).get("style-name", "")
        level = self._styles.heading_level(name)
        frame, grid = self._frames[-1] if self._frames else None, self._grids.present
        line = Line(style=self._styles.of("paragraph", name), cell=grid.cell if grid else None, page=self.page)
        if self._kind or self._contents:
            line.kind = self._kind or BlockKind.CONTENTS
        elif grid:
            line.kind = BlockKind.TABLE_CELL
        elif frame and frame.is_title:
            line.kind, line.level = BlockKind.HEADING, 2
        elif level:
            line.kind, line.level, line.is_title = BlockKind.HEADING, level, level == 1
        elif self._lists:
            line.kind = BlockKind.LIST_ITEM
        self._lines.append(line)
        self._number += self.asides.sink is None

    def _begin_heading(self, raw: Attributes) -> None:
        attributes = plain(raw)
        level = attributes.get("outline-level", "1")
        style = self._styles.of("paragraph", attributes.get("style-name", ""))
        depth = min(int(level), _DEEPEST_HEADING) if level.isdecimal() and len(level) < 3 else 1
        kind = self._kind or (BlockKind.CONTENTS if self._contents else BlockKind.HEADING)
        self._lines.append(
            Line(style=style, kind=kind, level=depth if kind is BlockKind.HEADING else 0, page=self.page)
        )
        self._accessibility.heading_styles += kind is BlockKind.HEADING
        self._number += 1

    def _end_line(self) -> None:
        line = self._lines.pop() if self._lines else None
        if line is None:
            return
        grid = self._grids.present
        if grid and grid.in_header:
            line.become_label()
        sink = self.asides.sink
        outer = next((one for one in reversed(self._lines) if one is not None), None)
        if sink:
            sink(line)
            return
        made = list(line.pieces())
        if made:
            self._grids.note_text()
        if outer:
            outer.inner += made
        else:
            self._gathered.add(made)
        self._hide(line)

    def _hide(self, line: Line) -> None:
        for kind, words in line.apart.items():
            text = "".join(words)
            if text.strip():
                tail = ", inserted" if kind == "tracked change" else ""
                self._gathered.hide(kind, f"paragraph {self._number}{tail}", text)

    def _close_aside(self) -> None:
        while self._lines and self._lines.pop() is not None:
            pass

    def _end_span(self) -> None:
        if self._spans:
            self._spans.pop()

    def _begin_link(self, raw: Attributes) -> None:
        line = self._lines[-1] if self._lines else None
        self._links.append((line, len(line.words) if line else 0, plain(raw).get("href", "")))

    def _end_link(self) -> None:
        line, begin, target = self._links.pop() if self._links else (None, 0, "")
        if line and target and len(line.links) < _MOST_LINKS:
            line.links.append(("".join(line.words[begin:]), target))

    def _count_list(self, step: int) -> None:
        self._lists += step

    def _count_contents(self, step: int) -> None:
        self._contents += step

    def _turn_page(self, _: Attributes) -> None:
        if self.page is None:
            self.page = 1
            for piece in self._gathered.pieces:
                piece.page = 1
        self.page += 1

    def _picture(self, _: Attributes) -> None:
        if self._frames:
            self._frames[-1].is_picture = True

    def _begin_description(self, _: Attributes) -> None:
        self._lines.append(None)
        if self._frames:
            self._frames[-1].is_described = True

    def _end_frame(self) -> None:
        if self._frames:
            frame = self._frames.pop()
            if frame.is_picture:
                self._accessibility.picture(described=frame.is_described)

    def _draw(self, raw: Attributes) -> None:
        pieces = self._drawing_of(plain(raw).get("href", ""))
        line = next((one for one in reversed(self._lines) if one is not None), None)
        for piece in pieces:
            piece.page = self.page
        if line:
            line.inner += pieces
        else:
            self._gathered.add(pieces)


class _Frame:
    """A frame: what it holds, and on a slide the class of its place."""

    def __init__(self, place: str) -> None:
        self.is_title = place == "title"
        self.is_picture = self.is_described = False
