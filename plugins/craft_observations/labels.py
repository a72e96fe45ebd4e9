"""Which label a stretch of text stands under: strengths, what is to improve, next steps, evidence."""

from __future__ import annotations

from collections.abc import Iterator

from checker import BlockKind, Observation

from .view import Line, Unit, View, cell_of

_TEXTS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


class Labels:
    """
    The labels of a document, by block.

    A heading labels what follows up to the next heading of its level or above; a short paragraph ("What we are proud
    of:") up to the next heading or label; a cell of a table's first row its column.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._of_line: dict[int, str] = {}
        self.found: list[tuple[Line, str]] = []
        self._walk()

    def of(self, line: Line) -> str:
        """Return the label that a sentence stands under; empty for none."""
        return self._of_line.get(line.start, "")

    def _walk(self) -> None:
        heading, level, lead = "", 0, ""
        for unit in self._view.units:
            first = unit.lines[0]
            value = self._value(unit)
            if unit.kind is BlockKind.HEADING:
                lead = ""
                if value or first.block.level <= level:
                    heading, level = value, first.block.level
            elif value:
                lead = value
                if _says_no_more(first.passage.text):
                    continue
            columns = {column: self._view.words.label(text) for column, text in unit.columns.items()}
            for line in unit.lines:
                own = columns.get(cell_of(line.block)[1], "")
                self._of_line[line.start] = own or lead or heading

    def _value(self, unit: Unit) -> str:
        """Return the label that a heading or a short paragraph is; remember it."""
        first = unit.lines[0]
        short = unit.kind is BlockKind.HEADING or (unit.kind is BlockKind.PARAGRAPH and len(unit.lines) == 1)
        value = self._view.words.label(first.passage.text) if short else ""
        if value and (unit.kind is BlockKind.HEADING or _is_lead_in(first.passage.text)):
            self.found.append((first, value))
            return value
        return ""


def _is_lead_in(text: str) -> bool:
    return text.rstrip("*_ ").endswith(":") or text.strip().startswith("**") or text.rstrip()[-1:].isalpha()


def _says_no_more(text: str) -> bool:
    """Whether a lead-in ("What we find hard:") is a label alone, so no item of its own."""
    last = text.rstrip("*_ ")[-1:]
    return last == ":" or last.isalpha()


def observe_labels(view: View, labels: Labels) -> Iterator[Observation]:
    """Yield the labels, and each item that stands under one: `value` is the label."""
    for line, value in labels.found:
        yield Observation(kind="label", start=line.start, end=line.end, value=value)
    for unit in view.units:
        if unit.kind in _TEXTS:
            for line in _items(unit):
                if value := labels.of(line):
                    end = unit.end if line is unit.lines[0] and not cell_of(line.block)[0] else line.end
                    yield Observation(kind="labelled-item", start=line.start, end=end, value=value)


def _items(unit: Unit) -> list[Line]:
    """Return the first sentence of each block of a unit: a row of a table has an item in each cell."""
    return [
        line for number, line in enumerate(unit.lines) if number == 0 or line.block is not unit.lines[number - 1].block
    ]
