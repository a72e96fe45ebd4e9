"""What the words of a sentence weigh for an answer: learnt from labelled sentences, kept in a pack as plain text."""

from __future__ import annotations

from collections.abc import Mapping

from checker.values import dataclass

SHORTFALL = "shortfall"
"""The answer that a sentence reports a shortfall."""
IMPACT = "impact"
"""The answer that a sentence states a result for people."""
OF_ANY_SENTENCE = frozenset({SHORTFALL, IMPACT})
"""What is asked of every sentence, whatever it is about; all other answers are ids of expectations."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WeighedAnswer:
    """
    One answer that words speak for or against, and when they outweigh the phrases of packs.

    `bias` is what stands on the scale before any word. A chance (0 to 1) under `below` takes the answer away where cues
    or phrases gave it; one over `above` gives it where they did not. In between they decide alone. For a shortfall and
    a result for people it is the chance of the words, for an expectation that of words, phrases and the sentences
    around together; where nothing else is known of a sentence, half of `above` is enough for its likeliest expectation.
    `line` is where it stands in its file.
    """

    id: str
    bias: float
    below: float
    above: float
    line: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class WordWeights:
    """
    The weights of one file of a pack.

    `file` is its name as packs carry it. `words` has single words, and pairs that follow each other, with a line of
    text each: the number of their line in the file, their rarity, and the weight for each answer as `place:weight`. The
    lines are taken apart when a sentence first holds the words.
    """

    file: str
    answers: tuple[WeighedAnswer, ...]
    words: Mapping[str, str]
