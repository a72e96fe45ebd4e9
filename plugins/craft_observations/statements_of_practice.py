"""Observes what needs something beside it: co-production, topics, review dates; and what drafts leave over."""

from __future__ import annotations

from collections.abc import Iterator

from checker import BlockKind, DocumentKind, Observation, Polarity, find_periods, late_pattern

from .figure_forms import figures_in
from .labels import Labels
from .view import Line, Unit, View, cell_of

_REACH = 90
_RESIDUE = late_pattern(
    r"(?=[\[<Xx£?TtClLD_])(?:\[\s?(?:DN|NB|drafting\snote|insert|add|to\sbe\s(?:added|confirmed|inserted|completed)|name|date|figure|number|x{1,4}|tbc|tbd|placeholder|council)\b[^\]\n]{0,80}\]"
    r"|<\s?(?:insert|add|name|date|figure|council|tbc)\b[^>\n]{0,80}>"
    r"|\b[Xx]{2,4}\s?%|(?<![\w£])[£]?X{2,5}(?![\w-])|(?<!\?)\?{3,8}(?!\?)|\b(?:TBC|TBD|TBA|tbc|tbd)\b|\bCommented\s\[[A-Z]{1,4}\d{1,4}\]"
    r"|\b[Ll]orem\sipsum\b|\bDRAFT\b|\[\s?(?:\.{3}|…|_{2,20})\s?\]|_{5,60})"
)
_FREE_OF_RESIDUE = frozenset({DocumentKind.MINUTES, DocumentKind.FEEDBACK, DocumentKind.INSPECTION_REPORT})
_LAID_OUT = frozenset({BlockKind.HEADING, BlockKind.FURNITURE})


def observe_residue(view: View) -> Iterator[Observation]:
    """Yield what was left over of a draft: "TBC", "XX%", "[insert figure]", a note to the author."""
    if view.recognised.kind in _FREE_OF_RESIDUE:
        return
    for line in view.lines:
        shapes = [(found.start(), found.end()) for found in _RESIDUE.finditer(view.text, line.start, line.end)]
        for start, end in [*shapes, *((cue.start, cue.end) for cue in line.of("residue"))]:
            yield Observation(kind="residue", start=start, end=end, value=view.text[start:end].lower())
            break


def observe_review_dates(view: View) -> Iterator[Observation]:
    """Yield days on which a document was to be looked at again, or ends: `value` is the last such day, in ISO form."""
    for unit in view.units:
        for cue in unit.of("review-due"):
            stop = min(len(view.text), cue.end + _REACH, max(unit.end, cue.end))
            periods = find_periods(view.text, cue.end, stop)
            if periods:
                yield Observation(kind="review-date", start=cue.start, end=cue.end, value=periods[0].end)
                break


def observe_co_production(view: View) -> Iterator[Observation]:
    """Yield claims of co-production: who took part, when, and what changed, where the paragraph says so."""
    for unit in view.units:
        if unit.kind in _LAID_OUT:
            continue
        claims = [line for line in unit.lines if line.has("co-production") and _is_claim(line)]
        if claims:
            shown = {
                "who": unit.has("co-producers") or _counts_people(view, unit),
                "when": _has_date(view, unit),
                "changed": unit.has("changed") or any(line.passage.impact for line in unit.lines),
            }
            attributes = {name: "yes" for name, there in shown.items() if there}
            cue = claims[0].of("co-production")[0]
            yield Observation(
                kind="co-production", start=cue.start, end=cue.end, value=str(len(attributes)), attributes=attributes
            )


def _counts_people(view: View, unit: Unit) -> bool:
    """Whether a unit says of how many people it tells: "14 members worked with us"."""
    behind = {figure.end for line in unit.lines for figure in figures_in(view.text, line.start, line.end)}
    return any(cue.start - 1 in behind for cue in unit.of("counted"))


def _is_claim(line: Line) -> bool:
    polarity = line.passage.polarity
    return line.passage.countable and polarity not in (Polarity.PLANNED, Polarity.SHORTFALL)


def _has_date(view: View, unit: Unit) -> bool:
    return bool(find_periods(view.text, unit.start, unit.end)) or unit.has("relative-period")


def observe_topics(view: View, labels: Labels) -> Iterator[Observation]:
    """
    Yield places that speak of topics a self-assessment is read for, with whether a figure and a date stand there, and
    whether it is only planned.
    """
    for unit in view.units:
        if unit.kind in _LAID_OUT:
            continue
        first = {(line.start, cue.family.id): cue for line in unit.lines for cue in reversed(line.of("topic"))}
        for cue in first.values():
            planned = labels.of(unit.lines[0]) == "next" or all(
                line.passage.polarity is Polarity.PLANNED for line in unit.lines
            )
            kept = {**_told_beside(view, unit, cue.start), "planned": planned}
            attributes = {name: "yes" for name, there in kept.items() if there}
            yield Observation(kind="topic", start=cue.start, end=cue.end, value=cue.family.id, attributes=attributes)


def _told_beside(view: View, unit: Unit, at: int) -> dict[str, bool]:
    """Return whether a figure and a date stand in the sentence at a place or the one behind it; in a row, anywhere."""
    lines = [line for line in unit.lines if at < line.end][:2]
    if cell_of(unit.lines[0].block)[0]:
        lines = unit.lines
    return {
        "figure": any(next(figures_in(view.text, line.start, line.end), None) is not None for line in lines),
        "date": any(
            line.has("relative-period") or bool(find_periods(view.text, line.start, line.end)) for line in lines
        ),
    }


def observe_jargon(view: View) -> Iterator[Observation]:
    """Yield words that few readers outside know, with plain ones (`plain`) to put in their place."""
    for line in view.lines:
        if line.passage.countable:
            for cue in line.of("jargon"):
                yield Observation(
                    kind="jargon",
                    start=cue.start,
                    end=cue.end,
                    value=view.text[cue.start : cue.end].lower(),
                    attributes={"plain": cue.setting("plain")},
                )
