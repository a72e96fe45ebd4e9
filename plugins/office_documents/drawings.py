"""The words and figures of charts and diagrams (SmartArt), which stand in parts of their own."""

from __future__ import annotations

from collections.abc import Callable

from checker import BlockKind, dataclass, field

from .pieces import Piece
from .xml_stream import Attributes, Handlers

_MOST_POINTS = 500
_DIGITS = 10


@dataclass(kw_only=True, slots=True)
class _Series:
    name: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    format: str = ""

    def line(self) -> str:
        """`Waiting: March 12; April 15`: the name, and each label with its figure."""
        labels = self.labels + [""] * (len(self.values) - len(self.labels))
        figures = (_figure(value, self.format) for value in self.values)
        points = [" ".join(filter(None, pair)) for pair in zip(labels, figures, strict=False)]
        name = " ".join(self.name)
        return ": ".join(filter(None, (name, "; ".join(points) or "; ".join(self.labels))))


class Chart:
    """
    Handlers for a chart. Titles become paragraphs, each series a line of labels and figures: as the file keeps them
    for showing, without asking the sheet they come from.
    """

    def __init__(self) -> None:
        self._titles: list[str] = []
        self._series: list[_Series] = []
        self._role = ""
        self._in_title = False
        self._words: list[str] | None = None

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        return Handlers(
            start={
                "title": self._begin_title,
                "ser": lambda _: self._series.append(_Series()),
                **{name: self._take_role(role) for name, role in _ROLES.items()},
                **dict.fromkeys(("v", "t", "formatCode"), self._begin_words),
            },
            end={
                "title": self._end_title,
                **dict.fromkeys(_ROLES, self._end_role),
                "v": self._end_value,
                "t": self._end_title_words,
                "formatCode": self._end_format,
            },
            text=self._text,
            skipped=frozenset({"Fallback"}),
        )

    def pieces(self) -> list[Piece]:
        """Return what the chart says."""
        titles, lines = (" ".join(title.split()) for title in self._titles), (one.line() for one in self._series)
        return [Piece(text=text, kind=BlockKind.PARAGRAPH) for text in titles if text] + [
            Piece(text=line, kind=BlockKind.TABLE_CELL) for line in lines if line
        ]

    def _begin_title(self, _: Attributes) -> None:
        self._in_title = True
        self._titles.append("")

    def _end_title(self) -> None:
        self._in_title = False

    def _take_role(self, role: str) -> Callable[[Attributes], None]:
        def start(_: Attributes) -> None:
            self._role = role

        return start

    def _end_role(self) -> None:
        self._role = ""

    def _begin_words(self, _: Attributes) -> None:
        self._words = []

    def _taken(self) -> str:
        words, self._words = "".join(self._words or ()), None
        return words

    def _end_value(self) -> None:
        value = self._taken()
        if self._series and self._role and not self._in_title:
            values: list[str] = getattr(self._series[-1], self._role)
            if len(values) < _MOST_POINTS:
                values.append(value)

    def _end_title_words(self) -> None:
        words = self._taken()
        if self._in_title:
            self._titles[-1] += words

    def _end_format(self) -> None:
        code = self._taken()
        if self._series and self._role == "values":
            self._series[-1].format = code

    def _text(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)


_ROLES = {"tx": "name", "cat": "labels", "xVal": "labels", "val": "values", "yVal": "values"}


class Diagram:
    """Handlers for a diagram: each paragraph of a shape is a line, in the order in which the shapes were made."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = []
        self._takes = False

    def handlers(self) -> Handlers:
        """Return the handlers for streaming."""
        return Handlers(
            start={"p": lambda _: self._lines.append([]), "t": self._begin_words, "br": lambda _: self._text(" ")},
            end={"t": self._end_words},
            text=self._text,
        )

    def pieces(self) -> list[Piece]:
        """Return what the diagram says."""
        texts = (" ".join("".join(line).split()) for line in self._lines)
        return [Piece(text=text, kind=BlockKind.PARAGRAPH) for text in texts if text]

    def _begin_words(self, _: Attributes) -> None:
        self._takes = True

    def _end_words(self) -> None:
        self._takes = False

    def _text(self, words: str) -> None:
        if self._takes and self._lines:
            self._lines[-1].append(words)


def _figure(value: str, code: str) -> str:
    """Return a figure as it is shown: `61%` for 0.61 with a format of per cent."""
    try:
        number = float(value)
    except ValueError:
        return value
    return f"{number * 100:.{_DIGITS}g}%" if "%" in code else f"{number:.{_DIGITS}g}"
