"""How much the words of a sentence, its phrases and the sentences around it count together for an expectation."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log
from typing import NamedTuple

from .paragraphs import Around


class Signs(NamedTuple):
    """
    What speaks for one expectation in one sentence.

    `words`: the chance by its words as a logarithm of odds, -7 to 7. `phrase`, `best`, `no_phrase`: 1 if a phrase names
    it, if the best phrase does, if none names any expectation of the pack. `score`: how much its phrases say, 0 and
    more. `before`, `behind`, `others`: how much the sentence before, the one behind and all others of the paragraph on
    average speak to it, 0 to 1.5. `about`: by how much the share of sentences near it that speak first of all of the
    pack's quality statements is less than that of a text on them, -0.45 to 0.
    """

    words: float
    phrase: float
    best: float
    no_phrase: float
    score: float
    before: float
    behind: float
    others: float
    about: float


BIAS = -2.43
WEIGHTS = Signs(
    words=1.16, phrase=0.87, best=1.00, no_phrase=0.79, score=0.21, before=1.79, behind=0.69, others=1.90, about=10.0
)
"""
What `benchmarks/learning/run --together` learnt from narratives for which no phrase was ever written, their words
weighed by what other narratives teach. All of those are about one statement, so that they cannot teach `about`: it is
set so that a text on the other statements is given no more of its expectations than phrases alone would give it.
"""
_LEAST, _MOST = 0.001, 0.999


def odds(chance: float) -> float:
    """Return the logarithm of the odds of a chance from 0 to 1; what is all but sure counts as 0.999."""
    sure = _LEAST if chance < _LEAST else _MOST if chance > _MOST else chance
    return log(sure / (1 - sure))


def chance_of(signs: Signs) -> float:
    """Return the chance that a sentence speaks to an expectation, 0 to 1."""
    words, phrase, best, no_phrase, score, before, behind, others, about = signs
    own = BIAS + words * WEIGHTS.words + phrase * WEIGHTS.phrase + best * WEIGHTS.best + no_phrase * WEIGHTS.no_phrase
    own += score * WEIGHTS.score + about * WEIGHTS.about
    total = own + before * WEIGHTS.before + behind * WEIGHTS.behind + others * WEIGHTS.others
    return 1 / (1 + exp(-total))


def chances_without_phrases(words: Iterable[float], around: Around, *, no_phrase: bool, about: float) -> list[float]:
    """Return the same as `chance_of` for each expectation of a scale, as if no phrase named it; `words` are odds."""
    of_words, of_before, of_behind, of_others = WEIGHTS.words, WEIGHTS.before, WEIGHTS.behind, WEIGHTS.others
    of_phrases, about = (WEIGHTS.no_phrase if no_phrase else 0.0), about * WEIGHTS.about
    totals = [
        BIAS + one * of_words + of_phrases + about + before * of_before + behind * of_behind + others * of_others
        for one, before, behind, others in zip(words, *around, strict=True)
    ]
    return [1 / (1 + exp(-total)) for total in totals]
