"""What a figure measures: its metric, the groups of people it is about, and the words that tell it from others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker import late_pattern

from .figure_forms import Figure
from .places import places_of
from .view import Line, Unit, cell_of
from .words import Cue

_MEASURED = frozenset({"percent", "ratio", "pounds", "day", "week", "month", "hour", "minute", "count", "year"})
_OWN_NOUN = 28
_CLAUSE = late_pattern(r"[,;:()|]|\.\s|\b(?:compared|against|according|and|but|which|because)\b", re.IGNORECASE)
_CONTENT = re.compile(r"[A-Za-z][a-z]{2,}")
_SMALL_WORDS = frozenset(
    "the and for with from was were are has had have been our their its that this than who whom which when while into "
    "about only also some all under during per cent percent year years month months quarter march december september "
    "january february april may june july august october november of at by on in to as per rate number figure total "
    "according council stood there end".split()
)
_BEGINNING = 5
# A count is told of the noun behind it ("2,940 journeys"), unless what follows belongs to the sentence about it.
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s]|(?:in|at|on|by|to|from|for|of|over|under|during|since|between|as|and|or|but|compared|against|"
    r"last|this|each|every|a|per|was|were|is|are|had|have|has|waiting|people|adults|residents|cases|applications|requests|more|fewer|after|"
    r"before|up|down|open|new)\b)",
    re.IGNORECASE,
)


def metric_of(text: str, unit: Unit, line: Line, figure: Figure) -> Cue | None:
    """
    Return the nearest metric that suits the figure's unit: in its sentence, in a row of a table in any cell. A count of
    something else ("volunteer drivers made 2,940 journeys") measures none.
    """
    own = line.of("metric")
    in_table = bool(cell_of(line.block)[0])
    if not own and in_table:
        own = unit.of("metric")
    fitting = [cue for cue in own if figure.unit in _units_of(cue)]
    if in_table or figure.unit != "count":
        return _nearest(fitting, figure)
    counted = _nearest([cue for cue in fitting if _is_counted(cue, figure)], figure)
    return counted or (_nearest(fitting, figure) if _GOES_ON.match(text[figure.end : line.end]) else None)


def _nearest(cues: Sequence[Cue], figure: Figure) -> Cue | None:
    return min(cues, key=lambda cue: (_distance(cue, figure), cue.start - cue.end), default=None)


def _is_counted(cue: Cue, figure: Figure) -> bool:
    """Whether a metric's words follow a count closely, or stand around it: "supported 1,960 unpaid carers"."""
    return 0 <= cue.start - figure.end <= _OWN_NOUN or (cue.start < figure.start and figure.end < cue.end)


def population_of(unit: Unit, line: Line, metric: Cue | None) -> list[str]:
    """Return the groups of people that a figure is about, without those that its metric is about anyway."""
    implied = metric.family.settings.get("implies") if metric else None
    known = set(implied) if isinstance(implied, list | tuple) else set()
    cues = unit.of("population") if cell_of(line.block)[0] else line.of("population")
    return sorted({cue.family.id for cue in cues} - known)


def told_of(text: str, unit: Unit, line: Line, metric: Cue | None, figure: Figure) -> str:
    """
    Return the words that a figure stands with, shortened to their beginnings: those of its clause, in a table of its
    row's first cell. They tell "complaints about charging" from "complaints".
    """
    if cell_of(line.block)[0]:
        first = unit.lines[0]
        return _words(text[first.start : first.end])
    start, end = _clause(text, line, metric or figure, figure)
    return _words(text[start:end])


def place_of(text: str, unit: Unit, line: Line, metric: Cue | None, figure: Figure) -> str:
    """Return the places that its sentence names up to the end of its clause, or its row's first cell, or a heading."""
    first = unit.lines[0]
    if cell_of(line.block)[0]:
        return places_of(text[first.start : first.end], unit.around)
    return places_of(text[line.start : _clause(text, line, metric or figure, figure)[1]], unit.around)


def set_apart(text: str, unit: Unit, line: Line, metric: Cue | None, figure: Figure) -> str:
    """
    Return the words of its clause (in a table: of its row) that set one measure apart from another of the
    same name, as `GROUP=FAMILY`: gross from net, started from completed. One that ends with `!` does so even where the
    other has no word of its group ("among occupational therapists"); of one that ends with `~` a figure without any is
    taken to be meant as well.
    """
    if cell_of(line.block)[0]:
        cues = unit.of("contrast")
    else:
        start, end = _clause(text, line, metric or figure, figure)
        cues = [cue for cue in line.of("contrast") if start <= cue.start and cue.end <= end]
    fitting = [cue for cue in cues if figure.unit in _units_of(cue)]
    return " ".join(sorted({f"{cue.setting('group')}={cue.family.id}{_force(cue)}" for cue in fitting}))


def _force(cue: Cue) -> str:
    """Return `!` for words that set apart alone, `~` for those that say what is meant anyway ("opened")."""
    return "!" if cue.setting("alone") == "True" else "~" if cue.setting("usual") == "True" else ""


def _clause(text: str, line: Line, metric: Cue | Figure, figure: Figure) -> tuple[int, int]:
    """Return the place of the clause, or of the clauses, in which a figure and its metric stand."""
    start, end = min(metric.start, figure.start), max(metric.end, figure.end)
    opening = [found.end() for found in _CLAUSE.finditer(text, line.start, start)]
    closing = _CLAUSE.search(text, end, line.end)
    return (opening[-1] if opening else line.start), (closing.start() if closing else line.end)


def row_of(text: str, unit: Unit, line: Line) -> str:
    """Return the words of the first cell of a figure's row, shortened to their beginnings; empty outside a table."""
    first = unit.lines[0]
    return _words(text[first.start : first.end]) if cell_of(line.block)[0] and line is not first else ""


def sentence_of(text: str, line: Line) -> str:
    """Return the words of a figure's sentence, shortened to their beginnings; empty in a table."""
    return "" if cell_of(line.block)[0] else _words(text[line.start : line.end])


def _words(text: str) -> str:
    return " ".join(sorted({word[:_BEGINNING] for word in _CONTENT.findall(text.lower()) if word not in _SMALL_WORDS}))


def _units_of(metric: Cue) -> frozenset[str]:
    units = metric.family.settings.get("units")
    return frozenset(map(str, units)) if isinstance(units, list | tuple) else _MEASURED


def _distance(cue: Cue, figure: Figure) -> int:
    return max(cue.start - figure.end, figure.start - cue.end, 0)
