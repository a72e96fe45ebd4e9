"""Parts that every OpenDocument file has: common styles, page headers, charts, properties."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from posixpath import normpath

from checker import BlockKind

from ..accessibility import Accessibility
from ..package import OfficePackage
from ..pieces import TOO_MUCH, Gathered, Piece
from ..properties import properties
from ..xml_stream import Attributes, BrokenPartError, Handlers, TooMuchError
from .flow import Flow
from .styles import Styles

CONTENT = "content.xml"
_HEADERS = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_STYLES = "styles.xml"
_META = "meta.xml"
CUT_OFF = "The file is cut off: what could be saved of it was read."
BROKEN_TEXT = "It is damaged: the text breaks off, and the rest was not read."


class Parts:
    """One OpenDocument file, with what is gathered of it."""

    def __init__(self, package: OfficePackage) -> None:
        self.gathered, self.accessibility, self.styles = Gathered(), Accessibility(), Styles()
        self._package = package
        self._headers = Gathered()
        if package.is_cut_off:
            self.gathered.trouble(CUT_OFF)
        self._read_common()

    def flow(self) -> Flow:
        """Return handlers for the text."""
        return Flow(self.gathered, self.styles, self.accessibility, self._drawing)

    def read(self, handlers: Handlers, finish: Callable[[], None]) -> None:
        """Stream the content. What is broken or too much ends it; `finish` takes what hangs in the air."""
        try:
            self._package.parse(CONTENT, handlers)
        except TooMuchError:
            self.gathered.trouble(TOO_MUCH)
        except BrokenPartError:
            self.gathered.trouble(BROKEN_TEXT)
        with suppress(TooMuchError):  # told already
            finish()

    def add_page_headers(self) -> None:
        """Put page headers and footers at the end of the text, each text once."""
        said: dict[str, Piece] = {}
        for piece in self._headers.pieces:
            said.setdefault(piece.text, piece)
        with suppress(TooMuchError):  # told already
            self.gathered.add(said.values())

    def metadata(self) -> dict[str, str]:
        """Return what the file says of itself; a paragraph in the style "Title" says the title better."""
        title = next((piece.text for piece in self.gathered.pieces if piece.title), "")
        found = properties(self._package, _META)
        return {**found, **({"title": title} if title else {}), **self.accessibility.metadata()}

    def _read_common(self) -> None:
        inner = Flow(self._headers, self.styles, Accessibility(), lambda _: [], BlockKind.FURNITURE)
        flow = _PageHeaders(inner, self.styles)
        try:
            if _STYLES in self._package:
                self._package.parse(_STYLES, flow.handlers())
        except BrokenPartError:
            self.gathered.trouble("It is damaged: styles and page headers could not be read whole.")

    def _drawing(self, address: str) -> list[Piece]:
        part = f"{normpath(address)}/{CONTENT}"
        if part not in self._package:
            return []
        inner = Gathered()
        flow = Flow(inner, Styles(), Accessibility(), lambda _: [], BlockKind.TABLE_CELL)
        try:
            self._package.parse(part, flow.handlers())
        except BrokenPartError:
            self.gathered.trouble("It is damaged: a chart could not be read whole.")
        return inner.pieces


class _PageHeaders:
    """Lets through styles, and what stands in page headers and footers; other text of the common part is of no use."""

    def __init__(self, flow: Flow, styles: Styles) -> None:
        self._inner, self._styles = flow.handlers(), styles
        self._depth = 0

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        starts = {name: self._only_inside(action) for name, action in self._inner.start.items()}
        return Handlers(
            start={**starts, **self._styles.starts(), **dict.fromkeys(_HEADERS, self._enter)},
            end={**self._inner.end, **dict.fromkeys(_HEADERS, self._leave)},
            text=self._inner.text,
            skipped=self._inner.skipped,
        )

    def _only_inside(self, action: Callable[[Attributes], None]) -> Callable[[Attributes], None]:
        def start(raw: Attributes) -> None:
            if self._depth:
                action(raw)

        return start

    def _enter(self, _: Attributes) -> None:
        self._depth += 1

    def _leave(self) -> None:
        self._depth -= 1
