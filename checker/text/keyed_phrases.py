"""The phrases that one key gives away, laid out so that a sentence asks only for those whose next word it holds too."""

from __future__ import annotations

from collections.abc import Iterable

from checker.text.phrase_places import CompiledPhrase, Found, Row
from checker.text.words import TextWords

_Rest = tuple[tuple[int, frozenset[str]], ...]
"""Words still to be looked at: how far from the key, and the forms that fit. Nearest first on either side."""

_Waiting = tuple[_Rest, int, int, int]
"""The rest of a row; how far from the key its first and its last word stand; the number of the phrase."""


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
        self._after: dict[str, list[_Waiting]] = {}
        self._before: dict[str, list[_Waiting]] = {}
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
            waiting.setdefault(word, []).append(entry)

    def add_places(self, text: TextWords, numbers: Iterable[int], found: list[list[Found]]) -> None:
        """Add to `found`, by sentence, where the phrases in one piece stand; `numbers` are those of the key."""
        words, starts, sentences = text.words, text.starts, text.sentences
        alone, after, before, width = self._alone, self._after, self._before, self._width
        for number in numbers:
            if alone:
                last = number + width - 1
                end = starts[last] + len(words[last])
                found[sentences[number]] += [(starts[number], end, index) for index in alone]
            # The empty words at both ends of a sentence fit nowhere, so that nothing is asked beyond them.
            for waiting in (after.get(words[number + width]), before.get(words[number - 1])):
                for rest, first, last, index in waiting or ():
                    for distance, forms in rest:
                        if words[number + distance] not in forms:
                            break
                    else:
                        end = starts[number + last] + len(words[number + last])
                        found[sentences[number]].append((starts[number + first], end, index))

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
