"""Recognises expectations by the packs' phrases, in one pass over a document."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Document, Recognition, RuleBook, Sentence, hookimpl

from .recognising import recognise


@hookimpl
def checker_find_evidence(
    document: Document, sentences: Sequence[Sentence], book: RuleBook
) -> Sequence[Sequence[Recognition]]:
    """Return for each sentence the expectations and rules whose phrases stand in it."""
    return recognise(document, sentences, book)
