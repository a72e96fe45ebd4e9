"""Tries phrases on a document: which sentences they hit, which they nearly hit, and why those are no hits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.domain.evidence import Passage
from checker.domain.pack import Phrase
from checker.marked_document import MarkedDocument
from checker.matching import MOST_WORDS_BETWEEN, Hit, PhraseMatcher

_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")

Span = tuple[int, int]


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

    `why` says why it is no hit; empty for hits. `near` orders near misses, nearest first.
    """

    passage: Passage
    matched: tuple[Span, ...]
    phrases: tuple[Phrase, ...]
    why: str = ""
    near: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """What a trial found: hits in the order of the text, near misses nearest first."""

    hits: tuple[TriedSentence, ...]
    near_misses: tuple[TriedSentence, ...]


def try_words(words: Words, marked: MarkedDocument) -> Trial:
    """Return which sentences the words hit as the run would have it, and which they nearly hit."""
    trier = _Trier(words, marked)
    hits, near = [], []
    for number, passage in enumerate(marked.passages):
        if words.key in (*passage.expectations, *passage.rules):
            hits.append(trier.hit(number, passage))
        elif miss := trier.near_miss(number, passage):
            near.append(miss)
    return Trial(hits=tuple(hits), near_misses=tuple(sorted(near, key=lambda one: (one.near, one.passage.start))))


class _Trier:
    def __init__(self, words: Words, marked: MarkedDocument) -> None:
        text, spans = marked.document.text, [(passage.start, passage.end) for passage in marked.passages]
        self._words = words
        self._look_for = PhraseMatcher(words.look_for).find(text, spans)
        self._hints = PhraseMatcher(words.hints).find(text, spans)
        self._not_when = PhraseMatcher(words.not_when).find(text, spans)
        self._pieces = [(phrase, piece) for phrase in words.look_for for piece in _pieces(phrase)]
        self._in_pieces = PhraseMatcher([piece for _, piece in self._pieces]).find(text, spans)

    def hit(self, number: int, passage: Passage) -> TriedSentence:
        found = self._hidden_apart(number)[0]
        if found:
            return _tried(passage, found, self._words.look_for)
        return _tried(passage, self._hints[number], self._words.hints)

    def near_miss(self, number: int, passage: Passage) -> TriedSentence | None:
        return next((miss for miss in self._near_misses(number, passage) if miss), None)

    def _near_misses(self, number: int, passage: Passage) -> Iterator[TriedSentence | None]:
        free, hidden = self._hidden_apart(number)
        if free and not passage.countable:
            yield _tried(passage, free, self._words.look_for, "a heading or other text that is no evidence", 0)
        if hidden:
            phrase = self._words.not_when[self._not_when[number][0].phrase]
            yield _tried(
                passage, hidden, self._words.look_for, f"hidden by not_when '{phrase.text}' ({phrase.place})", 1
            )
        if not passage.countable:
            return
        if self._hints[number]:
            why = "only a hint: it takes two different ones, or a heading or sentence before that speaks of it"
            yield _tried(passage, self._hints[number], self._words.hints, why, 3)
        yield self._in_part(number, passage)

    def _hidden_apart(self, number: int) -> tuple[list[Hit], list[Hit]]:
        """Return the look-for words that count, and those that `not_when` words cover."""
        covers = self._not_when[number]
        hidden = [hit for hit in self._look_for[number] if any(_covers(cover, hit) for cover in covers)]
        return [hit for hit in self._look_for[number] if hit not in hidden], hidden

    def _in_part(self, number: int, passage: Passage) -> TriedSentence | None:
        """Return the phrase with `...` of which the most is there."""
        found: dict[Phrase, dict[str, Hit]] = {}
        for hit in self._in_pieces[number]:
            phrase, piece = self._pieces[hit.phrase]
            found.setdefault(phrase, {}).setdefault(piece, hit)
        if not found:
            return None
        phrase = min(found, key=lambda one: (len(_pieces(one)) - len(found[one]), one.text))
        missing = [piece for piece in _pieces(phrase) if piece not in found[phrase]]
        why = (
            f"of '{phrase.text}' there is no '{' ... '.join(missing)}'"
            if missing
            else (f"the words of '{phrase.text}' are more than {MOST_WORDS_BETWEEN} words apart")
        )
        spans = tuple(sorted((hit.start, hit.end) for hit in found[phrase].values()))
        return TriedSentence(passage=passage, matched=spans, phrases=(phrase,), why=why, near=4 if missing else 2)


def _tried(
    passage: Passage, hits: Sequence[Hit], phrases: Sequence[Phrase], why: str = "", near: int = 0
) -> TriedSentence:
    used = dict.fromkeys(phrases[hit.phrase] for hit in hits)
    spans = tuple((hit.start, hit.end) for hit in hits)
    return TriedSentence(passage=passage, matched=spans, phrases=tuple(used), why=why, near=near)


def _pieces(phrase: Phrase) -> tuple[str, ...]:
    """Return the pieces of a phrase with `...` in it; other phrases have none."""
    pieces = [] if phrase.text.startswith("=") else [piece for piece in _GAP.split(phrase.text.strip()) if piece]
    return tuple(pieces) if len(pieces) > 1 else ()


def _covers(cover: Hit, hit: Hit) -> bool:
    return cover.start <= hit.start and hit.end <= cover.end
