"""Puts the observers together: which look at what kind of document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import Document, DocumentKind, Observation, Passage, Recognised, RuleBook, Sentence

from .accessibility import observe_accessibility
from .changes import observe_changes
from .citation_forms import citations_in, links_in
from .figures import observe_figures
from .labels import Labels, observe_labels
from .statements_of_practice import (
    observe_co_production,
    observe_jargon,
    observe_residue,
    observe_review_dates,
    observe_topics,
)
from .terms import observe_terms
from .view import View
from .words import words_of


def observe(
    document: Document,
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    recognised: Recognised,
    book: RuleBook,
) -> Iterator[Observation]:
    """Yield everything that is observed in a document."""
    closely = recognised.kind is DocumentKind.SELF_ASSESSMENT
    view = View(document, sentences, passages, recognised, words_of(book, closely=closely))
    cited = list(_citations(view))
    places = [(one.start, one.end) for one in cited]
    labels = Labels(view) if closely else None
    yield from cited
    yield from observe_figures(view, places, labels)
    yield from observe_changes(view)
    yield from observe_review_dates(view)
    yield from observe_terms(view)
    yield from observe_residue(view)
    yield from observe_accessibility(view)
    if labels:
        yield from _closely(view, labels, places, book)


def _closely(view: View, labels: Labels, cited: Sequence[tuple[int, int]], book: RuleBook) -> Iterator[Observation]:
    # What is asked of self-assessments alone costs time to load, and of many runs no document is one.
    from .acronyms import observe_acronyms
    from .claims import observe_claims
    from .council_names import observe_council_names
    from .hard_sentences import observe_hard_sentences
    from .sections import observe_sections

    yield from observe_acronyms(view)
    yield from observe_labels(view, labels)
    yield from observe_claims(view, labels, cited)
    yield from observe_co_production(view)
    yield from observe_topics(view, labels)
    yield from observe_jargon(view)
    yield from observe_hard_sentences(view)
    yield from observe_council_names(view)
    yield from observe_sections(view, labels, {one.id: one.statement for one in book.expectations})


def _citations(view: View) -> Iterator[Observation]:
    found = [one for line in view.lines for one in citations_in(view.text, line.start, line.end)]
    for one in sorted([*found, *links_in(view.document)]):
        attributes = {"form": one.form}
        yield Observation(kind="citation", start=one.start, end=one.end, value=one.target, attributes=attributes)
