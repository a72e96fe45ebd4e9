"""Observes what is claimed: strong claims and their citations, absolute words, plans among strengths, bare activity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker import BlockKind, Certainty, Observation, Polarity, find_periods

from .labels import Labels
from .view import Line, Unit, View

_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
_FEWEST_WORDS = 18
_FEWEST_TOLD = 8
_QUOTED = re.compile(r"“[^“”]{1,600}”|(?<!\w)\"[^\"]{1,600}\"")


def observe_claims(view: View, labels: Labels, cited: Sequence[tuple[int, int]]) -> Iterator[Observation]:
    """Yield claims of a self-assessment. `cited` are the places of citations."""
    for unit in view.units:
        if unit.kind not in _PARAGRAPHS:
            continue
        backed = _backed(view, unit, cited)
        for line in unit.lines:
            if line.passage.countable and labels.of(line) not in ("improve", "next"):
                yield from _claim(view, line, backed)
                yield from _absolute(line)
                yield from _future(line, labels)
        yield from _strength(view, unit, labels, backed)
        yield from _activity(view, unit, labels)


def _backed(view: View, unit: Unit, cited: Sequence[tuple[int, int]]) -> str:
    """
    Return whether a paragraph says where its evidence is: `cited`; `named` where it only names a source of a time ("the
    survey of May 2025"); else `not cited`. "Our audits are robust" names none.
    """
    if any(unit.start <= start < unit.end for start, _ in cited):
        return "cited"
    dated = unit.has("source") and (unit.has("relative-period") or find_periods(view.text, unit.start, unit.end))
    return "named" if dated else "not cited"


def _claim(view: View, line: Line, backed: str) -> Iterator[Observation]:
    """Yield a strength in strong words that the council tells of itself, with whether its paragraph cites anything."""
    cues = line.of("strong-claim")
    praised = line.passage.polarity is Polarity.STRENGTH or any(
        cue.family.settings.get("praises") is True for cue in cues
    )
    if cues and praised and _is_own(view, line):
        yield Observation(kind="claim", start=cues[0].start, end=cues[0].end, value=backed)


def _is_own(view: View, line: Line) -> bool:
    """Whether the council says it. A sentence that names no other source is its own: "Leadership is visible"."""
    return line.has("own-voice") or line.passage.voice == view.recognised.default_voice


def _strength(view: View, unit: Unit, labels: Labels, backed: str) -> Iterator[Observation]:
    """
    Yield a paragraph or list item that tells of a strength of the council's, in whatever words, with whether it cites
    anything. Under a label for strengths all is told as one, but for plans and what is not good enough.
    """
    first, label = unit.lines[0], labels.of(unit.lines[0])
    if unit.kind is BlockKind.TABLE_CELL or label not in ("", "strengths") or first.passage.text.rstrip().endswith(":"):
        return
    told = (Polarity.STRENGTH, Polarity.NEUTRAL) if label else (Polarity.STRENGTH,)
    own = [line for line in unit.lines if line.passage.countable and (label or _is_own(view, line))]
    found = next((line for line in own if line.passage.polarity in told and not line.has("carrying-on")), None)
    if found and len(view.text[unit.start : unit.end].split()) >= _FEWEST_TOLD:
        yield Observation(kind="strength", start=found.start, end=found.end, value=backed)


def _absolute(line: Line) -> Iterator[Observation]:
    """
    Yield absolute words in a strength. A word behind "not" or in a plan claims nothing, nor does one in quotation
    marks: it is somebody else's. Words that praise by themselves ("exemplary") count whatever else the sentence says,
    as "no one ... without" does, which speaks of a shortfall in order to deny it.
    """
    if line.passage.polarity is Polarity.PLANNED:
        return
    quoted = [(line.start + found.start(), line.start + found.end()) for found in _QUOTED.finditer(line.passage.text)]
    for cue in line.of("absolute"):
        praises = line.passage.polarity is Polarity.STRENGTH or cue.family.settings.get("praises") is True
        if praises and not any(start <= cue.start < end for start, end in quoted):
            yield Observation(kind="absolute", start=cue.start, end=cue.end, value=cue.family.id)
            return


def _future(line: Line, labels: Labels) -> Iterator[Observation]:
    """Yield what is planned or only beginning and yet stands among strengths or is told as one."""
    planned = line.passage.polarity is Polarity.PLANNED or line.passage.certainty is Certainty.EARLY_STAGE
    cues = line.of("future")
    proud = labels.of(line) == "strengths" or line.has("pride")
    if proud and cues:
        yield Observation(kind="future-strength", start=cues[0].start, end=cues[0].end, value="future words")
    elif proud and planned:
        yield Observation(kind="future-strength", start=line.start, end=line.end, value="planned")


def _activity(view: View, unit: Unit, labels: Labels) -> Iterator[Observation]:
    """Yield a paragraph that tells mostly of activity, as a strength, and of no result for people."""
    strengths = [line for line in unit.lines if line.passage.polarity is Polarity.STRENGTH and line.passage.countable]
    words = len(view.text[unit.start : unit.end].split())
    if not strengths or words < _FEWEST_WORDS or labels.of(unit.lines[0]) in ("improve", "next", "evidence"):
        return
    result = unit.has("outcome") or any(line.passage.impact for line in unit.lines)
    active = sum(line.has("activity") for line in unit.lines)
    if active > len(unit.lines) / 2 and not result:
        yield Observation(kind="activity", start=unit.start, end=unit.end, value="no result")
