"""
Observes how a document is written: its figures, citations, acronyms and labels, its claims and what stands behind them.

Words come from the packs' lexicons with the id `craft`; the forms of figures and citations are read here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker import Document, LexiconForm, Observation, Passage, Recognised, RuleBook, Sentence, hookimpl

from .lexicon_forms import form
from .observing import observe


@hookimpl
def checker_observe(
    document: Document,
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    recognised: Recognised,
    book: RuleBook,
) -> Iterable[Observation]:
    """Return what is observed; a self-assessment is looked at closely, other documents for what concerns them."""
    return observe(document, sentences, passages, recognised, book)


@hookimpl
def checker_lexicons() -> Iterable[LexiconForm]:
    """Return the roles of the craft lexicon."""
    return (form(),)
