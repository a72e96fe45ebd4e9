"""Tries phrases on a document: which sentences they hit, which they nearly hit, and why those are no hits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum

from checker.domain.evidence import Passage
from checker.domain.pack import Phrase
from checker.matching import MOST_WORDS_BETWEEN, Hit, PhraseMatcher
from checker.run.marked_document import MarkedDocument
from checker.values import dataclass

_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")
_HINT = "only a hint: it takes two different ones, or a heading or sentence before that speaks of it"
_STILL_COUNTS = "; it counts all the same, since it goes on about the sentence before"
_NO_EVIDENCE = "a heading or other text that is no evidence"

Span = tuple[int, int]


class Near(IntEnum):
    """How near a sentence came, nearest first."""

    HIT = 0
    NO_EVIDENCE = 1
    HIDDEN = 2
    TOO_FAR_APART = 3
    HINT = 4
    IN_PART = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The words of one expectation or rule."""

    key: str
    look_for: tuple[Phrase, ...]
    hints: tuple[Phrase, ...] = ()
    not_when: tuple[Phrase, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TriedSentence:
    """
    A sentence with the words that matched (`start` to `end` in the document) and the phrases that they belong to.

    `why` says why it is no hit; empty for hits. `common` is the number of sentences that have the words which matched.
    """

    passage: Passage
    matched: tuple[Span, ...]
    phrases: tuple[Phrase, ...]
    near: Near = Near.HIT
    why: str = ""
    common: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """What a trial found: hits in the order of the text; near misses nearest first, those by rare words first."""

    hits: tuple[TriedSentence, ...]
    near_misses: tuple[TriedSentence, ...]


def try_words(words: Words, marked: MarkedDocument) -> Trial:
    """
    Return which sentences the words hit as the run would have it, and which they nearly hit.

    A sentence whose words `not_when` hides is no hit of the words, though the run may count it for its paragraph.
    """
    trier = _Trier(words, marked)
    hits, near = [], []
    for number, passage in enumerate(marked.passages):
        counts = words.key in (*passage.expectations, *passage.rules)
        if counts and not trier.only_hidden(number, passage):
            hits.append(trier.hit(number, passage))
        elif miss := next(trier.near_misses(number, passage), None):
            near.append(miss)
    return Trial(hits=tuple(hits), near_misses=tuple(sorted(near, key=_nearness)))


class _Trier:
    def __init__(self, words: Words, marked: MarkedDocument) -> None:
        text, spans = marked.document.text, [(passage.start, passage.end) for passage in marked.passages]
        self._words = words
        self._look_for = PhraseMatcher(words.look_for).find(text, spans)
        self._hints = PhraseMatcher(words.hints).find(text, spans)
        self._not_when = PhraseMatcher(words.not_when).find(text, spans)
        self._pieces = [(phrase, piece) for phrase in words.look_for for piece in _pieces(phrase)]
        self._in_pieces = PhraseMatcher([piece for _, piece in self._pieces]).find(text, spans)
        self._common = Counter(number for hits in self._in_pieces for number in {hit.phrase for hit in hits})

    def hit(self, number: int, passage: Passage) -> TriedSentence:
        found, _ = self._hidden_apart(number)
        if found:
            return _tried(passage, found, self._words.look_for)
        return _tried(passage, self._hints[number], self._words.hints)

    def only_hidden(self, number: int, passage: Passage) -> bool:
        """Whether a sentence has words of ours, all of them hidden, and counts only for what stands before it."""
        free, hidden = self._hidden_apart(number)
        return bool(hidden) and not free and not passage.own_words

    def near_misses(self, number: int, passage: Passage) -> Iterator[TriedSentence]:
        """Yield the ways in which a sentence is a near miss, nearest first."""
        free, hidden = self._hidden_apart(number)
        if free:
            yield _tried(passage, free, self._words.look_for, Near.NO_EVIDENCE, _NO_EVIDENCE)
        if not passage.countable:
            return
        if hidden:
            cover = self._cover(number, hidden[0])
            counts = _STILL_COUNTS if self._words.key in passage.expectations else ""
            why = f"hidden by not_when '{cover.text}' ({cover.place}){counts}"
            yield _tried(passage, hidden, self._words.look_for, Near.HIDDEN, why)
        in_part = self._in_part(number, passage)
        if in_part and in_part.near is Near.TOO_FAR_APART:
            yield in_part
        if self._hints[number]:
            yield _tried(passage, self._hints[number], self._words.hints, Near.HINT, _HINT)
        if in_part:
            yield in_part

    def _hidden_apart(self, number: int) -> tuple[list[Hit], list[Hit]]:
        """Return the look-for words that count, and those that `not_when` words cover."""
        covers = self._not_when[number]
        hidden = [hit for hit in self._look_for[number] if any(_covers(cover, hit) for cover in covers)]
        return [hit for hit in self._look_for[number] if hit not in hidden], hidden

    def _cover(self, number: int, hit: Hit) -> Phrase:
        """Return the `not_when` phrase that hides these words."""
        return next(self._words.not_when[one.phrase] for one in self._not_when[number] if _covers(one, hit))

    def _in_part(self, number: int, passage: Passage) -> TriedSentence | None:
        """Return the phrase with `...` of which the most is there, by the rarest words."""
        found: dict[Phrase, dict[str, Hit]] = {}
        for hit in self._in_pieces[number]:
            phrase, piece = self._pieces[hit.phrase]
            found.setdefault(phrase, {}).setdefault(piece, hit)
        tried = [self._partly(passage, phrase, pieces) for phrase, pieces in found.items()]
        return min(tried, key=lambda one: (_nearness(one), one.phrases[0].text), default=None)

    def _partly(self, passage: Passage, phrase: Phrase, found: dict[str, Hit]) -> TriedSentence:
        missing = [piece for piece in _pieces(phrase) if piece not in found]
        apart = f"the words of '{phrase.text}' are more than {MOST_WORDS_BETWEEN} words apart"
        return TriedSentence(
            passage=passage,
            matched=tuple(sorted((hit.start, hit.end) for hit in found.values())),
            phrases=(phrase,),
            near=Near.IN_PART if missing else Near.TOO_FAR_APART,
            why=f"of '{phrase.text}' there is no '{' ... '.join(missing)}'" if missing else apart,
            common=min(self._common[hit.phrase] for hit in found.values()),
        )


def _tried(
    passage: Passage, hits: Sequence[Hit], phrases: Sequence[Phrase], near: Near = Near.HIT, why: str = ""
) -> TriedSentence:
    used = dict.fromkeys(phrases[hit.phrase] for hit in hits)
    spans = tuple((hit.start, hit.end) for hit in hits)
    return TriedSentence(passage=passage, matched=spans, phrases=tuple(used), near=near, why=why)


def _nearness(one: TriedSentence) -> tuple[int, int, int]:
    return one.near, one.common, one.passage.start


def _pieces(phrase: Phrase) -> tuple[str, ...]:
    """Return the pieces of a phrase with `...` in it; other phrases have none."""
    pieces = [] if phrase.text.startswith("=") else [piece for piece in _GAP.split(phrase.text.strip()) if piece]
    return tuple(pieces) if len(pieces) > 1 else ()


def _covers(cover: Hit, hit: Hit) -> bool:
    return cover.start <= hit.start and hit.end <= cover.end
