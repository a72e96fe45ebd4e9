"""What stands beside the text of an OpenDocument file: notes, comments, what tracked changes took out or put in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker import BlockKind

from ..pieces import Gathered, Piece
from ..xml_stream import Attributes, plain
from .lines import Line

Sink = Callable[[Line], None]


class Asides:
    """
    Says where a paragraph goes that is finished: `sink` is `None` for the text itself. `inserted`: the words at this
    place were put in by a tracked change.
    """

    def __init__(self, gathered: Gathered, open_: Callable[[], None], close: Callable[[], None]) -> None:
        self.notes: list[Piece] = []
        self.inserted = False
        self._gathered, self._open, self._close = gathered, open_, close
        self._sinks: list[Sink] = []
        self._said: list[str] = []
        self._insertions: set[str] = set()
        self._region = ""
        self._comments = self._deletions = 0

    @property
    def sink(self) -> Sink | None:
        """Where a finished paragraph goes, if not into the text."""
        return self._sinks[-1] if self._sinks else None

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Handlers for starts of elements."""
        return {
            "note": lambda _: self.begin(self._to_notes),
            "annotation": lambda _: self.begin(self.to_said),
            "deletion": lambda _: self.begin(self.to_said),
            "changed-region": self._begin_region,
            "insertion": lambda _: self._insertions.add(self._region),
            "change-start": self._begin_change,
            "change-end": self._end_change,
        }

    def ends(self) -> Mapping[str, Callable[[], None]]:
        """Handlers for ends of elements."""
        return {"note": self._end_note, "annotation": self._end_comment, "deletion": self._end_deletion}

    def begin(self, sink: Sink) -> None:
        """Send what follows elsewhere."""
        self._sinks.append(sink)
        self._open()

    def end(self) -> str:
        """Go back to what was before; return what was said to `to_said`."""
        if self._sinks:
            self._sinks.pop()
            self._close()
        said, self._said = " ".join(self._said), []
        return said

    def to_said(self, line: Line) -> None:
        """Take a paragraph that is no part of the text."""
        self._said += line.texts()

    def _to_notes(self, line: Line) -> None:
        line.kind, line.level = BlockKind.FOOTNOTE, 0
        self.notes += line.pieces()

    def _end_note(self) -> None:
        self.end()

    def _end_comment(self) -> None:
        self._comments += 1
        self._gathered.hide("comment", f"comment {self._comments}", self.end())

    def _end_deletion(self) -> None:
        self._deletions += 1
        said = self.end()
        if said:
            self._gathered.hide("tracked change", f"change {self._deletions}, deleted", said)

    def _begin_region(self, raw: Attributes) -> None:
        self._region = plain(raw).get("id", "")

    def _begin_change(self, raw: Attributes) -> None:
        self.inserted = plain(raw).get("change-id", "") in self._insertions

    def _end_change(self, _: Attributes) -> None:
        self.inserted = False
