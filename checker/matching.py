"""
Finds all phrases of all packs and all cues of all lexicons in one pass over the words of a text.

Public: plugins may use `PhraseMatcher`. Each phrase is looked for only in sentences that hold one of its rarest words,
and made ready when that happens first: cost follows the words that are there, not the number of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from checker.domain.pack import Phrase
from checker.text.key_table import Key, KeyTable, packed, table_of
from checker.text.keyed_phrases import KeyedPhrases
from checker.text.phrase_places import MOST_WORDS_BETWEEN as MOST_WORDS_BETWEEN
from checker.text.phrase_places import CompiledPhrase, Found
from checker.text.words import TextWords, words_of
from checker.values import replace

_NUMBER = attrgetter("number")


class Hit(NamedTuple):
    """
    A phrase found: its index in the matcher's phrases, and where it stands in the text (code points, end exclusive).
    """

    phrase: int
    start: int
    end: int


class PhraseMatcher:
    """
    Finds phrases in sentences.

    `phrases` are texts or `Phrase` objects in the syntax of the pack format; a hit names a phrase by its index. With
    `inflect=False` words match only as written (still whatever the case). `keys` are those of the book that the phrases
    are from (`RuleBook.phrase_keys`): without them those of each phrase are worked out here, which takes a while for
    thousands. `ValueError` for a phrase that cannot match.
    """

    def __init__(
        self,
        phrases: Sequence[Phrase | str],
        *,
        inflect: bool | Sequence[bool] = True,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        self._phrases = [Phrase(text=phrase) if isinstance(phrase, str) else phrase for phrase in phrases]
        self._inflect = [inflect] * len(phrases) if isinstance(inflect, bool) else inflect
        self._exact: dict[int, str] = {}
        self._compiled: list[CompiledPhrase | None] = [None] * len(phrases)
        self._keyed: dict[Key, KeyedPhrases] = {}
        # What the book's table has, by the numbers there; what it has not, by the numbers here.
        numbers = list(map(_NUMBER, self._phrases))
        at = dict(zip(numbers, range(len(numbers)), strict=True)) if keys else {}
        self._tables: list[tuple[KeyTable, Mapping[int, int]]] = [(table_of(keys or {}), at)]
        if len(at) < len(numbers) or 0 in at:
            own = [index for index, number in enumerate(numbers) if not number or at.get(number) != index]
            self._tables.append((KeyTable(packed(self._with_keys(own))), dict(zip(own, own, strict=True))))

    def _with_keys(self, own: Iterable[int]) -> Iterator[tuple[int, Iterable[str]]]:
        """Work out the keys of phrases that the table does not have, and of those that are here twice."""
        from checker.text.phrase_keys import keys_of  # known packs have all of them already

        for index in own:
            keys, whole = keys_of(self._phrases[index].text)
            self._phrases[index] = replace(self._phrases[index], whole=whole)
            yield index, keys

    def find(self, text: str, spans: Sequence[tuple[int, int]]) -> list[list[Hit]]:
        """
        Return for each span (a sentence, in order, not overlapping) its hits, sorted by start, end and phrase.

        A phrase counts only where it lies inside one span.
        """
        new = tuple.__new__  # past the check of the number of fields: most of the time would go there
        return [[new(Hit, (index, start, end)) for start, end, index in hits] for hits in self.places(text, spans)]

    def places(self, text: str, spans: Sequence[tuple[int, int]]) -> list[list[tuple[int, int, int]]]:
        """Return what `find` does, each hit as its start, end and phrase: for who makes values of many hits."""
        if not spans:
            return []
        words = words_of(text, spans)
        found = self._found(words)
        return [self._there(text, words, number, one) if one else one for number, one in enumerate(found)]

    def _there(self, text: str, words: TextWords, sentence: int, found: list[Found]) -> list[Found]:
        """Return what stands in a sentence, each once and in order, of what was found there."""
        if sentence in words.folded_places:
            place = words.folded.place
            found = [(place(begin), place(end - 1) + 1, index) for begin, end, index in found]
        hits = sorted(set(found)) if len(found) > 1 else found
        if exact := self._exact:
            return [hit for hit in hits if hit[2] not in exact or _same_letters(text[hit[0] : hit[1]], exact[hit[2]])]
        return hits

    def _found(self, words: TextWords) -> list[list[Found]]:
        """Return for each sentence start, end and phrase of what is found, places as in `words` and in no order."""
        found: list[list[Found]] = [[] for _ in range(len(words))]
        asked: dict[int, set[int]] = {}
        for keyed, numbers in self._present(words):
            if keyed.in_one:
                keyed.add_places(words, numbers, found)
            if keyed.apart:
                keyed.add_asked(words, numbers, asked)
        for sentence, indexes in asked.items():
            for index in indexes:
                self._phrase(index).tightest(words, sentence, index, found[sentence])
        return found

    def _present(self, words: TextWords) -> Iterator[tuple[KeyedPhrases, Sequence[int]]]:
        """Yield the phrases of each key that a text holds, made ready when one first does, and where the key stands."""
        keyed = self._keyed
        for table, at in self._tables:
            for key, numbers in table.present(words).items():
                yield keyed.get(key) or self._key(key, at), numbers

    def _key(self, key: Key, at: Mapping[int, int]) -> KeyedPhrases:
        """Return this matcher's phrases with a key; `at` says where the phrases with its numbers are here."""
        whole, parts = [], []
        for index in [at[number] for number in key.numbers if number in at]:
            phrase = self._phrases[index]
            if phrase.text.startswith("="):
                self._exact[index] = phrase.text[1:].strip()
            if phrase.whole and self._inflect[index]:
                whole.append(index)
            else:
                parts.append((index, self._phrase(index)))
        keyed = self._keyed[key] = KeyedPhrases(key.name, whole, parts) if whole or parts else _NONE
        return keyed

    def _phrase(self, index: int) -> CompiledPhrase:
        return self._compiled[index] or self._compile(index)

    def _compile(self, index: int) -> CompiledPhrase:
        phrase = self._compiled[index] = CompiledPhrase(self._phrases[index].text, inflect=self._inflect[index])
        return phrase


_NONE = KeyedPhrases("", (), ())
"""Stands for a key of which this matcher has no phrase."""


def _same_letters(found: str, exact: str) -> bool:
    """Whether the letters are the same, whatever the apostrophes and wherever the line is wrapped."""
    return found.replace("\u2019", "'").split() == exact.replace("\u2019", "'").split()
