"""
Learns how much words, phrases and the sentences around a sentence count together.

Only from sets for whose expectations nobody wrote a phrase yet, else phrases would seem surer than they are for a new
text: who reads their errors takes newer sets. The words of such a set are weighed by what the other sets teach. What
is printed goes into `plugins/phrase_evidence/together.py` by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from benchmarks.accuracy.datasets import own_sets
from benchmarks.accuracy.labels import Narrative
from checker import Block, Document, RuleBook, Sentence, WeighedAnswer, WordWeights, replace
from checker.pipeline import load_book
from checker.plugin_manager import PluginSetup
from checker.settings import Settings

from .examples import examples
from .learn import Learnt, Vocabulary, expectations_learnt

WITHOUT_PHRASES = ("extra-8", "extra-10", "extra-12", "extra-14")
Row = tuple[tuple[float, ...], bool]


def print_together() -> int:
    """Print the bias and the weights of all signs; return the exit code."""
    from sklearn.linear_model import LogisticRegression

    book = load_book(PluginSetup(settings=Settings()).load())
    rows = [row for one in own_sets() if one.id in WITHOUT_PHRASES for row in _rows(one.id, one.narratives, book)]
    fitted = LogisticRegression(max_iter=3000)
    fitted.fit([signs[:-1] for signs, _ in rows], [speaks for _, speaks in rows])  # all are about the statement
    signs = import_module("checker_plugins.phrase_evidence.together").Signs
    print(f"from {len(rows):,} answers: bias {fitted.intercept_[0]:.2f}")
    print(", ".join(f"{name}={weight:.2f}" for name, weight in zip(signs._fields[:-1], fitted.coef_[0], strict=True)))
    return 0


def _rows(name: str, narratives: tuple[Narrative, ...], book: RuleBook) -> Iterator[Row]:
    others = [one for one in examples() if not one.text_of.startswith(f"{name}/")]
    weights = _as_weights(*expectations_learnt(others))
    first, *rest = (replace(pack, word_weights=()) for pack in book.packs)
    weighing = replace(book, packs=(replace(first, word_weights=(weights,)), *rest))
    signs_of = import_module("checker_plugins.phrase_evidence.recognising").signs_of
    for narrative in narratives:
        document, sentences = _document(narrative)
        for label, signs in zip(narrative.labels, signs_of(document, sentences, weighing), strict=True):
            named = label.expectations or () if label.finding else None
            for key, one in signs.items() if named is not None else ():
                if key in (named or ()) or key not in label.also:
                    yield tuple(map(float, one)), key in (named or ())


def _document(narrative: Narrative) -> tuple[Document, list[Sentence]]:
    document = Document(name=narrative.id, text=narrative.text, blocks=(Block(start=0, end=len(narrative.text)),))
    return document, [
        Sentence(start=one.start, end=one.end, block=0, countable=one.finding) for one in narrative.labels
    ]


def _as_weights(vocabulary: Vocabulary, learnt: list[Learnt]) -> WordWeights:
    answers = tuple(WeighedAnswer(id=one.answer, bias=one.bias, below=0.0, above=1.0) for one in learnt)
    words = {
        word: " ".join(["0", str(rarity), *(f"{place}:{weight}" for place, weight in enumerate(weights))])
        for word, rarity, weights in zip(
            vocabulary.words, vocabulary.rarity, zip(*(one.weights for one in learnt), strict=True), strict=True
        )
    }
    return WordWeights(file="learnt", answers=answers, words=words)
