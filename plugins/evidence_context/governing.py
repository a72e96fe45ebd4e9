"""Which word governs a noun: one that hangs on a preposition, or on a verb of helping, is no subject."""

from __future__ import annotations

import re

from .cues import Cue, SentenceCues

_MOST_ADJECTIVES = 3
# Words that make the noun behind them an object or an attribute, not the subject of the sentence.
_PREPOSITIONS = frozenset(
    """of with from in by to for at on between across about using through within among into over under towards against
    and or as via supporting representing helping serving advising involving supported represented helped served advised
    addressed attended chaired joined visited ran led""".split()
)
_ARTICLES = frozenset("the a an our their its these those this his her".split())
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


def hangs_on_preposition(cues: SentenceCues, noun: Cue) -> bool:
    """
    Whether a preposition stands before a noun, past its article and adjectives: "staff in the integrated team".

    A comma ends what can govern it, and ", and partners said" begins anew.
    """
    comma = cues.text.rfind(",", cues.start, noun.start)
    words = [match.group().lower() for match in _WORD.finditer(cues.text, max(comma, cues.start), noun.start)]
    if comma >= 0 and words[:1] == ["and"]:
        words = words[1:]
    for adjectives, word in enumerate(reversed(words[-_MOST_ADJECTIVES - 1 :])):
        if word in _PREPOSITIONS:
            return adjectives <= 1
        if word in _ARTICLES or word.endswith(("'s", "\u2019s")):
            return _governed(words[: len(words) - adjectives - 1])
    return False


def _governed(before: list[str]) -> bool:
    """Whether the last of the words before an article is a preposition."""
    rest = [word for word in before if word not in _ARTICLES]
    return bool(rest) and rest[-1] in _PREPOSITIONS
