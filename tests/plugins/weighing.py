"""Rule books in which a few words are weighed."""

from __future__ import annotations

from functools import lru_cache

from checker_plugins.evidence_context import checker_qualify_evidence

from checker import Block, Document, Qualifiers, Recognised, RuleBook, Sentence, WeighedAnswer, WordWeights
from checker.pipeline import load_book
from checker.plugin_manager import Plugins
from checker.settings import Settings
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


@lru_cache(maxsize=1)
def ours() -> RuleBook:
    """Return the packs of this project; loaded once."""
    return load_book(Plugins.load(Settings()))


def qualified_by(book: RuleBook, text: str) -> Qualifiers:
    """Return what a sentence of an inspection report says by the lexicons and weights of a book."""
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=len(text)),))
    recognised = Recognised(default_voice="inspector", default_category="processes")
    sentences = [Sentence(start=0, end=len(text), block=0)]
    return next(iter(checker_qualify_evidence(document, sentences, recognised, book)))
