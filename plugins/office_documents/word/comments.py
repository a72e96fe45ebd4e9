"""The comments of a Word file. Their authors are left out: reports do not name people."""

from __future__ import annotations

from ..xml_stream import Attributes, Handlers


class Comments:
    """Handlers for the part with the comments."""

    def __init__(self) -> None:
        self._comments: list[list[str]] = []
        self._takes = False

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        return Handlers(
            start={"comment": lambda _: self._comments.append([]), "p": lambda _: self._say(" "), "t": self._begin},
            end={"t": self._end},
            text=lambda words: self._say(words) if self._takes else None,
        )

    def texts(self) -> list[str]:
        """Return the comments in the order of the file."""
        return ["".join(words) for words in self._comments]

    def _begin(self, _: Attributes) -> None:
        self._takes = True

    def _end(self) -> None:
        self._takes = False

    def _say(self, words: str) -> None:
        if self._comments:
            self._comments[-1].append(words)
