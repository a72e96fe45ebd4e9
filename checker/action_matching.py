"""
Which action of a plan may answer something: by the words that both share. It proposes; a person confirms.

Public: criteria use `likely_action` and `shared_words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from checker.domain.actions import ActionRow
from checker.values import dataclass

AT_LEAST = 2
"""So many words must be shared before a match is worth a look."""

_WORD = re.compile(r"[a-z]{4,}")
_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ness|ies|ied|ions?|ers?|ed|es|ly|s|y|e)$")
_SHORTEST_STEM = 4
_EVERYDAY = frozenset(
    "about after again also among because been before being between both could does done each from have here into just "
    "less like made make many more most much must need never only other over people said same says should some such "
    "than that their them then there these they this those through under until very want what when where which while "
    "will with work would year your evidence evidenced stated given found action actions plan plans".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class LikelyAction:
    """A row that may answer something: the words that both share, of how many that it has."""

    row: ActionRow
    shared: tuple[str, ...]
    words: int

    @property
    def told(self) -> str:
        """The match in words, with its score."""
        return (
            f"‘{shortened(self.row.said('action'))}’ ({self.row.place}) shares {len(self.shared)} of {self.words} "
            f"words: {', '.join(self.shared)}"
        )


def likely_action(text: str, rows: Iterable[ActionRow]) -> LikelyAction | None:
    """
    Return the row whose action shares most words with a text; of equals the first; `None` below two words.

    Words of fewer than four letters and everyday words do not count; endings are left aside.
    """
    wanted = _stems(text)
    best: LikelyAction | None = None
    for row in rows:
        theirs = _stems(f"{row.said('action')} {row.said('measure')}")
        shared = wanted.keys() & theirs.keys()
        if len(shared) >= AT_LEAST and (best is None or len(shared) > len(best.shared)):
            best = LikelyAction(row=row, shared=tuple(sorted(wanted[stem] for stem in shared)), words=len(wanted))
    return best


def shared_words(text: str, other: str) -> tuple[str, ...]:
    """Return the words of `text` that `other` has as well, whatever their endings; everyday and short ones left out."""
    wanted = _stems(text)
    return tuple(sorted(wanted[stem] for stem in wanted.keys() & _stems(other).keys()))


def shortened(text: str, at_most: int = 60) -> str:
    """Return the first words of a text on one line, without signs that cannot be seen: they name things in sheets."""
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    return line if len(line) <= at_most else line[:at_most].rsplit(" ", 1)[0] + " …"


@lru_cache(maxsize=4096)
def _stems(text: str) -> dict[str, str]:
    """Return the words of a text by what remains of them without their ending."""
    stems: dict[str, str] = {}
    for word in _WORD.findall(text.lower()):
        if word not in _EVERYDAY:
            stem = _ENDINGS.sub("", word)
            stems.setdefault(stem if len(stem) >= _SHORTEST_STEM else word, word)
    return stems
