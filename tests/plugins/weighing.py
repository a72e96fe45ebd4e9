"""Rule books in which a few words are weighed."""

from __future__ import annotations

from checker import RuleBook, WeighedAnswer, WordWeights
from checker.values import replace

SURE, UNSURE, AGAINST = "0:40", "0:2", "0:-2"


RARE = 25.0
"""One word of this rarity is enough for a sentence of many words; it takes three of the others."""


def with_weights(book: RuleBook, answer: str, words: dict[str, str], root: str = "", rarity: float = 10.0) -> RuleBook:
    """Return the book with one file of weights, of its own pack with the framework; all words are equally rare."""
    lines = {word: f"{number} {rarity} {weight}" for number, (word, weight) in enumerate(words.items(), 3)}
    answers = (WeighedAnswer(id=answer, bias=0.0, below=0.1, above=0.9),)
    first, *others = sorted(
        (replace(pack, word_weights=()) for pack in book.packs), key=lambda pack: not pack.framework
    )
    weights = WordWeights(file=f"{root or first.root}/word-weights.txt", answers=answers, words=lines)
    return replace(book, packs=(replace(first, word_weights=(weights,)), *others))
