"""Cuts a sentence into clauses: the reach of a cue ends where its clause ends."""

from __future__ import annotations

import re

from checker import dataclass

from .cues import SentenceCues

# Punctuation that ends a clause; a comma does only before a word that opens one, and not before a further verb of the
# same subject ("disputes go to the leads, and are settled").
_CUT = re.compile(
    r";|:\s|\s[\u2013\u2014-]\s|[()]|,\s(?=nor\b)"
    r"|,\s+(?=(?:and(?!\s(?:is|are|was|were|(?:has|have|had)\sbeen)\b)|with|as|where|when|leaving|making|meaning)\b)"
)
# "About who pays": a question inside a sentence tells of nobody.
_ASKS = re.compile(r"\b(?:about|over|on|know|knew|clear|decide|decided|agree|agreed|say)\s$", re.IGNORECASE)


# "Although the forum met, few came": what is granted ends at the comma, and what counts stands behind it.
_GRANTS = re.compile(r"(?:although|though|while|whilst|whereas|even though)\b[^,;:]+,\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """
    A stretch of a sentence, `start` to `end` in the document's text. `turns` is true behind "but", "however" and their
    like, `relative` behind "who".
    """

    start: int
    end: int
    turns: bool
    relative: bool = False


def clauses_of(cues: SentenceCues) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, in order; together they cover it."""
    cuts: dict[int, bool] = {cues.start: False}
    relatives = set()
    for match in _CUT.finditer(cues.text, cues.start, cues.end):
        cuts.setdefault(match.end(), False)
    if (grants := _GRANTS.match(cues.text, cues.start, cues.end)) is not None:
        cuts[grants.end()] = True
    for cue in cues.of("boundary"):
        relative = cue.family.settings.get("relative") is True
        if relative and _ASKS.search(cues.text, cues.start, cue.start) is not None:
            continue
        turning = cue.family.settings.get("turns") is True
        cuts[cue.start] = turning or cuts.get(cue.start, False)
        if relative:
            relatives.add(cue.start)
    places = sorted(place for place in cuts if place < cues.end)
    ends = [*places[1:], cues.end]
    return tuple(Clause(start, end, cuts[start], start in relatives) for start, end in zip(places, ends, strict=True))
