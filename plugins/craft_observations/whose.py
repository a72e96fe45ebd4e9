"""Whose a figure is: ours, somebody else's, what it was before, what is planned, or a limit set to something."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker import Polarity

from .figure_forms import Figure
from .view import Line, Unit, View, cell_of

OURS, COMPARATOR, EARLIER, PLANNED, LIMIT = "ours", "comparator", "earlier", "planned", "limit"
_OTHERS = ("benchmark", "target")
_NEAR = 12
_ABOUT = frozenset(("", "about", "around", "over", "some", "the", "only", "just"))
_LINK_BEFORE = frozenset(
    ("", "of", "is", "was", "at", ":", "of:", "average", "average of", "figure of", "rate of", "stood at", "is that")
)
_LINK_AFTER = frozenset(
    (
        "",
        "for",
        "in",
        "across",
        "the",
        "for the",
        "in the",
        "recorded for",
        "recorded in",
        "found in",
        "figure for",
        "across the",
        "is the",
        "was the",
        "as the",
    )
)
_NAMED = re.compile(r"(?:for|on|of)\s[^,;:.\d]{1,60}\s(?:is|was|were|stood at|at|of)")
"""What may stand between "the target" and its figure: "for delays in leaving hospital was"."""
_TIMES = frozenset(("day", "week", "month", "hour", "minute", "year"))
# "within seven days", "for more than 60 days", "the last 12 months": how something is counted, and no result.
_LIMITED = re.compile(
    r"\b(?:within|under|inside|beyond|after|every|each|once\severy|last|past|previous|next|first|least|"
    r"(?:more|less|longer|fewer)\sthan|over|in\sthe|for\sup\sto|up\sto)\s(?:the\s)?$",
    re.IGNORECASE,
)


def whose(view: View, unit: Unit, line: Line, figure: Figure, found: Sequence[Figure]) -> str:
    """Return `ours`, `comparator` (somebody else's figure, or a target), `earlier`, `planned` or `limit`."""
    column = _of_column(view, unit, line)
    if column:
        return column
    before = view.text[max(line.start, figure.start - 24) : figure.start]
    if figure.unit in _TIMES and _LIMITED.search(before):
        return LIMIT
    if line.passage.polarity is Polarity.PLANNED:
        return PLANNED
    return _in_sentence(view.text, line, figure, found)


def _of_column(view: View, unit: Unit, line: Line) -> str:
    """Return what the label of a table's column says: "England", "Target", "A year earlier"; empty for any other."""
    label = unit.columns.get(cell_of(line.block)[1], "")
    roles = view.words.roles(label) if label else frozenset()
    if not roles.isdisjoint(_OTHERS):
        return COMPARATOR
    return EARLIER if "trend" in roles else ""


def _in_sentence(text: str, line: Line, figure: Figure, found: Sequence[Figure]) -> str:
    before_it = [cue for cue in line.of("earlier") if 0 <= figure.start - cue.end <= _NEAR]
    if any(text[cue.end : figure.start].strip(" £") in _ABOUT for cue in before_it):
        return EARLIER
    for cue in line.of(*_OTHERS):
        before = text[cue.end : figure.start].strip(" ,()").lower()
        if cue.end <= figure.start and before in _LINK_BEFORE:
            return COMPARATOR
        if cue.end <= figure.start and _NAMED.fullmatch(before):
            return COMPARATOR
        after = text[figure.end : cue.start].strip(" ,()").lower()
        following = next((one for one in found if one.start >= cue.end), None)
        belongs = following and text[cue.end : following.start].strip(" ,()").lower() in _LINK_BEFORE
        if figure.end <= cue.start and after in _LINK_AFTER and not belongs:
            return COMPARATOR
    return OURS
