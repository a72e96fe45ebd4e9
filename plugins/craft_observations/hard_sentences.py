"""Observes single sentences that few people can read at once: very long, and full of long words."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Observation

from .sections import LONG_WORD, WORD
from .view import View

VERY_LONG_SENTENCE = 40
"""Words from which on a sentence is very long."""
MANY_LONG_WORDS = 0.25
"""Share of its words that are long, from which on it is full of them."""
FAR_TOO_LONG_SENTENCE = 60
SOME_LONG_WORDS = 0.15
"""A sentence so long is hard with fewer long words; a list of short ones in it is not."""


def observe_hard_sentences(view: View) -> Iterator[Observation]:
    """Yield sentences that are both very long and full of long words: `value` is the number of words."""
    for line in view.lines:
        words = WORD.findall(line.passage.text) if line.passage.countable else []
        long_words = sum(len(word) >= LONG_WORD for word in words)
        if _is_hard(len(words), long_words):
            yield Observation(
                kind="hard-sentence",
                start=line.start,
                end=line.end,
                value=str(len(words)),
                attributes={"long_words": str(long_words)},
            )


def _is_hard(words: int, long_words: int) -> bool:
    least = SOME_LONG_WORDS if words >= FAR_TOO_LONG_SENTENCE else MANY_LONG_WORDS
    return words >= VERY_LONG_SENTENCE and long_words >= least * words
