"""
Levels told plainly, of things of which more is worse: "turnover is 31%", "we received 71 complaints".

Without a comparator, a trend or a word of praise nobody can tell whether such a figure is good: it is no strength.
"""

from __future__ import annotations

import re

from checker import Because, late_pattern, replace

from .cues import Cue, SentenceCues
from .figures import Figure, figures_in

_FAMILY = "figure-without-comparator"
_LINKED = late_pattern(
    r"[^,;:.]{0,60}?\s(?:is|are|was|were|at|of|has been|have been|stands? at|stood at|averages?|averaged"
    r"|reached|fills?|filled|makes? up|made up)\s(?:now |currently |about |around |nearly |almost |over |some |"
    r"an average of )*£?"
)
"""What stands between a measure and its level."""
_COUNTED = late_pattern(r"(?:\s(?!(?:in|on|about|for|against|from|after|before|to|into|by|at|how)\s)[\w’'-]+){0,5}\s")
"""What stands between a number and what it counts: "61 residents had a fall", and not "140 staff in falls"."""
_PART_OF_A_NAME = late_pattern(
    r"\s(?:prevention|reduction|clinic|service|team|lead|policy|procedure|plan|protocol|pathway|panel|board|group|"
    r"training|workshop|report|survey|audit|review|response)s?\b"
)
_DONE_WITH = late_pattern(
    r"\bwe\s(?!had|have|received|upheld|recorded|saw|lost|got)\w+\s(?:the |our )?$", re.IGNORECASE
)
"""What somebody does with so many is no level: "we audit 20 incidents a month"."""
_TAKES_OTHER = re.compile(r"\s(?:place|part|up|on|over|into|account|steps)\b")
_NEAR = 24
"""In characters: how far the time stands behind what takes it."""
_TIME = frozenset({"day", "week", "month", "hour"})
_BOUNDED = late_pattern(
    r"\b(?:only|just|under|below|within|inside|fewer than|less than|no more than|no longer than|at most|up to|"
    r"as few as|longer than|beyond|after|every|last|past|next|first)\s$",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|a dozen|half|a third|"
    r"a quarter)\b(?:\s(day|week|month|hour)s?\b)?",
    re.IGNORECASE,
)


def plain_level(cues: SentenceCues) -> Because | None:
    """Return the words that tell of such a level; `None` if there is none. Asked where no other cue decides."""
    measures, takes = cues.of("measure-bad"), cues.of("takes-time")
    if not (measures or takes) or cues.of("negator", "versus", "measure-good"):
        return None
    figures = [one for one in _figures(cues) if not _BOUNDED.search(cues.text, cues.start, one.start)]
    for cue in measures:
        if any(_is_level(cues.text, cue, figure) for figure in figures):
            return _told(cue, cues.text)
    for cue in takes:
        if not _TAKES_OTHER.match(cues.text, cue.end) and any(
            figure.unit in _TIME and 0 <= figure.start - cue.end <= _NEAR for figure in figures
        ):
            return _told(cue, cues.text)
    return None


def _told(cue: Cue, text: str) -> Because:
    return replace(cue.because("polarity", text), family=_FAMILY)


def _is_level(text: str, cue: Cue, figure: Figure) -> bool:
    if cue.end <= figure.start:
        return _LINKED.fullmatch(text, cue.end, figure.start) is not None
    counts = figure.end <= cue.start and _COUNTED.fullmatch(text, figure.end, cue.start) is not None
    done = _DONE_WITH.search(text, max(0, figure.start - _NEAR), figure.start)
    return counts and not done and _PART_OF_A_NAME.match(text, cue.end) is None


def _figures(cues: SentenceCues) -> list[Figure]:
    spelt = [
        Figure(found.start(), found.end(), 0.0, (found[1] or "").lower())
        for found in _SPELT.finditer(cues.text, cues.start, cues.end)
    ]
    return [*figures_in(cues.text, cues.start, cues.end), *spelt]
