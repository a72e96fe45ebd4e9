"""The phrases that one key gives away, laid out so that a sentence asks only for those whose next word it holds too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.text.phrase_places import CompiledPhrase, Found, Row
from checker.text.words import TextWords

_Rest = tuple[tuple[int, frozenset[str]], ...]
"""Words still to be looked at: how far from the key, and the forms that fit. Nearest first on either side."""

_Waiting = tuple[_Rest, int, int, int]
"""The rest of a row; how far from the key its first and its last word stand; the number of the phrase."""


_MANY = 8
"""So many rows that wait by one word are tried one after the other."""


class _Rows(list[_Waiting]):
    """Rows that wait by one word. Where they are many, only those are tried whose next word is there too."""

    __slots__ = ("_by_next", "_complete")

    def fitting(self, words: Sequence[str], number: int) -> Sequence[_Waiting]:
        """Return the rows that may stand around the key, which has this number among the words."""
        if len(self) <= _MANY:
            return self
        if not hasattr(self, "_by_next"):
            self._lay_out()
        fitting = list(self._complete)
        for distance, rows in self._by_next.items():
            fitting += rows.get(words[number + distance], ())
        return fitting

    def _lay_out(self) -> None:
        by_next: dict[int, dict[str, list[_Waiting]]] = {}
        for row in self:
            for distance, forms in row[0][:1]:
                for word in forms:
                    by_next.setdefault(distance, {}).setdefault(word, []).append(row)
        self._complete = [row for row in self if not row[0]]
        self._by_next = by_next  # last: threads may ask at once


class KeyedPhrases:
    """
    Phrases with a key in common.

    `whole` are the numbers of those that stand wherever the key does. Of the others, those in one piece wait by the
    word that stands right behind the key (right before it, where the key is their end), those in pieces (`apart`) by a
    word that must be somewhere in the sentence.
    """

    __slots__ = ("_after", "_alone", "_before", "_width", "apart", "in_one")

    def __init__(self, key: str, whole: Iterable[int], phrases: Iterable[tuple[int, CompiledPhrase]]) -> None:
        self._width = key.count(" ") + 1
        self._alone = list(whole)
        self._after: dict[str, _Rows] = {}
        self._before: dict[str, _Rows] = {}
        self.apart: dict[str, list[int]] = {}
        for index, phrase in phrases:
            if phrase.in_pieces:
                for word in phrase.needed_with(key):
                    self.apart.setdefault(word, []).append(index)
            else:
                for row, offset in phrase.rows_with(key):
                    self._add(row, offset, index)
        self.in_one = bool(self._alone or self._after or self._before)

    def _add(self, row: Row, offset: int, index: int) -> None:
        behind = [(at - offset, row[at]) for at in range(offset + self._width, len(row))]
        before = [(at - offset, row[at]) for at in reversed(range(offset))]
        if not behind and not before:
            self._alone.append(index)
            return
        waiting, (_, forms) = (self._after, behind.pop(0)) if behind else (self._before, before.pop(0))
        entry = ((*behind, *before), -offset, len(row) - 1 - offset, index)
        for word in forms:
            waiting.setdefault(word, _Rows()).append(entry)

    def add_places(self, text: TextWords, numbers: Iterable[int], found: list[list[Found]]) -> None:
        """Add to `found`, by sentence, where the phrases in one piece stand; `numbers` are those of the key."""
        words, starts, sentences = text.words, text.starts, text.sentences
        if alone := self._alone:
            for number in numbers:
                last = number + self._width - 1
                start, end = starts[number], starts[last] + len(words[last])
                here = found[sentences[number]]
                for index in alone:
                    here.append((start, end, index))
        # The empty words at both ends of a sentence fit nowhere, so that nothing is asked beyond them.
        for waiting, beside in ((self._after, self._width), (self._before, -1)):
            for number in numbers if waiting else ():
                if rows := waiting.get(words[number + beside]):
                    self._add_rows(text, number, rows, found[sentences[number]])

    def _add_rows(self, text: TextWords, number: int, rows: _Rows, found: list[Found]) -> None:
        words, starts = text.words, text.starts
        for rest, first, last, index in rows.fitting(words, number):
            for distance, forms in rest:
                if words[number + distance] not in forms:
                    break
            else:
                end = starts[number + last] + len(words[number + last])
                found.append((starts[number + first], end, index))

    def add_asked(self, text: TextWords, numbers: Iterable[int], asked: dict[int, set[int]]) -> None:
        """Add to `asked`, by sentence, the phrases in pieces that may stand there; `numbers` are those of the key."""
        apart = self.apart
        for number in numbers:
            sentence = text.sentences[number]
            for word in apart.keys() & text.within(sentence).keys():
                if sentence in asked:
                    asked[sentence].update(apart[word])
                else:
                    asked[sentence] = set(apart[word])
