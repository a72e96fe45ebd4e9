"""Whether two short texts say the same but for a quantity, or how alike they look."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from checker.text.quantities import as_quantities, is_name_with_figure

_WORD = re.compile(r"[^\s\d]*\d\S*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_WEIGHTY = 4
"""Letters of a word that carries meaning of its own."""
_DENYING = frozenset("no not never none nobody nothing without cannot".split())
_LIGHT = frozenset(
    "a an and are as at be by far for he if in is it its of on or our she so the to too up us we".split()
)
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
_PUSHED_OUT = 1
"""Words at the end of a text that was cut short, for which a longer figure leaves no room."""
ALIKE = 0.7
"""What looks as much alike as this may be meant."""
_LONGEST = 300
"""So many letters are compared: an item is seldom longer."""


def say_the_same(one: str, other: str) -> bool:
    """
    Return whether two texts say the same, quantities of one unit and a few added or dropped words aside.

    A word in the place of another makes another subject, however short it is; so do another figure that names
    something (`Section 42`, `aged 65`) and a denial that comes or goes. A text that was cut short (it ends with `…`)
    may lack as many words at its end as were added before it, and one that a longer figure has pushed out.
    """
    first, second = _words(one), _words(other)
    is_cut = one.endswith(_CUT) or other.endswith(_CUT)
    lost, won = Counter(first) - Counter(second), Counter(second) - Counter(first)
    if lost and won and not is_cut:
        return False
    gone, come, ends = _differences(first, second, is_cut)
    if (gone and come) or any(_DENYING & {word} or is_name_with_figure(word) for word in (*gone, *come)):
        return False
    if len(ends) > len(gone) + len(come) + _PUSHED_OUT:
        return False
    kept = sum(map(_is_weighty, (Counter(first) & Counter(second)).elements()))
    extra = sum(map(_carries, (*gone, *come)))
    return kept >= _KEPT and extra <= kept // _OF_KEPT


def likeness(one: str, other: str) -> float:
    """Return how alike two texts look (0 to 1), so that a person may have meant either; 0 below `ALIKE`."""
    first, second = one.casefold()[:_LONGEST], other.casefold()[:_LONGEST]
    if 2 * min(len(first), len(second)) < ALIKE * (len(first) + len(second)):
        return 0.0
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def _differences(first: Sequence[str], second: Sequence[str], is_cut: bool) -> tuple[list[str], list[str], list[str]]:
    """Return the words that are gone, those that have come, and those that one of two cut texts has at its end."""
    gone: list[str] = []
    come: list[str] = []
    ends: list[str] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        at_end = end == len(first) and stop == len(second)
        if kind in ("delete", "insert") and is_cut and at_end:
            ends += [*first[start:end], *second[begin:stop]]
        elif kind != "equal":
            gone += first[start:end]
            come += second[begin:stop]
    return gone, come, ends


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    return as_quantities([word.casefold().strip("(),.;:") for word in _WORD.findall(text)])


def _is_weighty(word: str) -> bool:
    return word in _DENYING or (len(word) >= _WEIGHTY and word not in _EVERYDAY)


def _carries(word: str) -> bool:
    """Whether a word that is added or left out may matter: all do, but for the commonest."""
    return word not in _EVERYDAY and word not in _LIGHT
