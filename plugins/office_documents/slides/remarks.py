"""Comments on slides, in the older and the newer form. Their authors are left out: reports do not name people."""

from __future__ import annotations

from ..xml_stream import Attributes, Handlers


class Remarks:
    """Handlers for a part with comments: words stand in `text` in the older form, in `t` in the newer one."""

    def __init__(self) -> None:
        self._texts: list[list[str]] = []
        self._takes = False

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        return Handlers(
            start={
                **dict.fromkeys(("cm", "reply"), lambda _: self._texts.append([])),
                **dict.fromkeys(("text", "t"), self._begin),
            },
            end=dict.fromkeys(("text", "t"), self._end),
            text=self._say,
        )

    def texts(self) -> list[str]:
        """Return the comments in the order of the file."""
        return ["".join(words) for words in self._texts]

    def _begin(self, _: Attributes) -> None:
        self._takes = True

    def _end(self) -> None:
        self._takes = False

    def _say(self, words: str) -> None:
        if self._takes and self._texts:
            self._texts[-1].append(words)
