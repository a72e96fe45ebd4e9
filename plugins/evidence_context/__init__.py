"""
Says of every sentence who speaks, for or against, planned or practised, how sure, and with what result for people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker import Document, LexiconForm, Qualifiers, Recognised, RuleBook, Sentence, hookimpl

from .lexicon_forms import forms
from .marking import qualify


@hookimpl
def checker_qualify_evidence(
    document: Document, sentences: Sequence[Sentence], recognised: Recognised, book: RuleBook
) -> Sequence[Qualifiers]:
    """Qualify each sentence by the cues of the packs' lexicons."""
    return qualify(document, sentences, recognised, book)


@hookimpl
def checker_lexicons() -> Iterable[LexiconForm]:
    """Return the roles of the lexicons that decide how a sentence is read."""
    return forms()
