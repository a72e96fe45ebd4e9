"""Observes what is claimed: strong claims and their citations, absolute words, plans among strengths, bare activity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker import BlockKind, Certainty, Observation, Polarity

from .labels import Labels
from .view import Line, Unit, View

_PARAGRAPHS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
_FEWEST_WORDS = 18
_QUOTED = re.compile(r"“[^“”]{1,600}”|(?<!\w)\"[^\"]{1,600}\"")


def observe_claims(view: View, labels: Labels, cited: Sequence[tuple[int, int]]) -> Iterator[Observation]:
    """Yield claims of a self-assessment. `cited` are the places of citations."""
    for unit in view.units:
        if unit.kind not in _PARAGRAPHS:
            continue
        own = [place for place in cited if unit.start <= place[0] < unit.end]
        for line in unit.lines:
            if line.passage.countable and labels.of(line) not in ("improve", "next"):
                yield from _claim(view, line, cited=bool(own) or unit.has("source"))
                yield from _absolute(line)
                yield from _future(line, labels)
        yield from _activity(view, unit, labels)


def _claim(view: View, line: Line, *, cited: bool) -> Iterator[Observation]:
    """
    Yield a strength in strong words that the council tells of itself, with whether its paragraph cites anything. A
    sentence that names no other source is the council's: "Leadership is strong and visible".
    """
    cues = line.of("strong-claim")
    own = line.has("own-voice") or line.passage.voice == view.recognised.default_voice
    praised = line.passage.polarity is Polarity.STRENGTH or any(
        cue.family.settings.get("praises") is True for cue in cues
    )
    if cues and own and praised:
        yield Observation(
            kind="claim",
            start=cues[0].start,
            end=cues[0].end,
            value="cited" if cited else "not cited",
        )


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
