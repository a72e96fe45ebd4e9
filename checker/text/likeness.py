"""Whether two short texts say the same but for their figures, or are only alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\s\d]*\d\S*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIGURE = "#"
_WEIGHTY = 4
"""Letters of a word that carries meaning of its own."""
_DENYING = frozenset("no not never none nobody nothing without cannot".split())
_EVERYDAY = frozenset(
    "about after also been before being both could does done each from have having here into just made make more most "
    "much must only other over people same should some such than that their them then there these they this those "
    "through until very want were what when where which while will with would your".split()
)
_CUT = "…"
_KEPT = 2
"""So many words of meaning must stay where a text changes."""
_OF_KEPT = 3
"""One in so many of those that stay may be added or left out beside them."""
_ALIKE = 0.7


def say_the_same(one: str, other: str) -> bool:
    """
    Return whether two texts say the same, figures and a few added or dropped words aside.

    A word of meaning in the place of another makes another subject, and so does a denial that comes or goes. A text
    that was cut short (it ends with `…`) may lack words at its end.
    """
    first, second = _words(one), _words(other)
    matched = SequenceMatcher(None, first, second, autojunk=False)
    is_cut = one.endswith(_CUT) or other.endswith(_CUT)
    kept = extra = 0
    for kind, start, end, begin, stop in matched.get_opcodes():
        gone, come = _meaning(first[start:end]), _meaning(second[begin:stop])
        at_end = end == len(first) and stop == len(second)
        if kind == "equal":
            kept += len(gone)
        elif (gone and come) or _DENYING & {*gone, *come}:
            return False
        elif not (is_cut and at_end):
            extra += len(gone) + len(come)
    return kept >= _KEPT and extra <= kept // _OF_KEPT


def are_alike(one: str, other: str) -> bool:
    """Return whether two texts look much the same, so that a person may have meant either."""
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= _ALIKE


def _words(text: str) -> list[str]:
    found = (word.casefold() for word in _WORD.findall(text))
    return [_FIGURE if any(sign.isdigit() for sign in word) else word for word in found]


def _meaning(words: Sequence[str]) -> list[str]:
    return [word for word in words if _carries(word)]


def _carries(word: str) -> bool:
    return word in _DENYING or (len(word) >= _WEIGHTY and word not in _EVERYDAY) or word.endswith(("n't", "n’t"))
