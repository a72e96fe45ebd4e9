"""Completes what plugins observed in one document, and keeps a bounded number of each kind with exact counts."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from checker.domain.document import BlockKind, Document, DocumentKind, Sentence
from checker.domain.evidence import Passage
from checker.domain.observation import LONGEST_TEXT, Observation
from checker.values import dataclass, field, replace

MOST_OF_A_KIND = {DocumentKind.SELF_ASSESSMENT: 1000}
MOST_OF_A_KIND_ELSEWHERE = 60
"""So many observations of a kind are kept of a document: a self-assessment is looked at closely, a library is large."""

StatementsOf = Callable[[tuple[str, ...]], tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Observed:
    """What was observed in one document: a bounded number of each kind, and exact counts by kind."""

    kept: tuple[Observation, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


def complete(
    found: Iterable[Observation],
    document: Document,
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    statements_of: StatementsOf,
) -> tuple[Observation, ...]:
    """
    Return observations with their document, words, statements and sentence, in the order of the text, each once.

    `document` is masked. `statements_of` gives those that a path of headings names.
    """
    starts = [passage.start for passage in passages]
    slim: dict[int, Passage] = {}
    whole: dict[tuple[str, int, int, str, str], Observation] = {}
    for one in found:
        number = max(0, bisect_right(starts, one.start) - 1)
        if passages and number not in slim:
            slim[number] = replace(passages[number], because=(), parts=())
        path = _path(document, sentences, passages, number)
        placed = replace(
            one,
            document=document.name,
            text=document.text[one.start : min(one.end, one.start + LONGEST_TEXT)],
            statements=statements_of(path),
            passage=slim.get(number),
        )
        whole.setdefault(placed.place, placed)
    return tuple(whole[place] for place in sorted(whole))


def bounded(found: Sequence[Observation], kind: DocumentKind) -> Observed:
    """Return the first of each kind, in the order of the text, and how many there are of each."""
    most = MOST_OF_A_KIND.get(kind, MOST_OF_A_KIND_ELSEWHERE)
    counts: Counter[str] = Counter()
    kept = []
    for one in found:
        counts[one.kind] += 1
        if counts[one.kind] <= most:
            kept.append(one)
    return Observed(kept=tuple(kept), counts=dict(sorted(counts.items())))


def _path(
    document: Document, sentences: Sequence[Sentence], passages: Sequence[Passage], number: int
) -> tuple[str, ...]:
    """Return the headings of the section that a sentence is in; a heading opens its own."""
    if number >= len(sentences) or not document.blocks:
        return ()
    block = document.blocks[sentences[number].block]
    own = (passages[number].text,) if block.kind is BlockKind.HEADING else ()
    return (*block.heading_path, *own)
