"""
Which phrases the words of a text can hold: the keys of all phrases of all packs, worked out when packs are loaded.

A run asks a few hundred of a hundred thousand keys, so what is kept is not taken apart before it is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.text.words import TextWords


class Key:
    """A key and the numbers of its phrases. Each table has one for each key that a text has held."""

    __slots__ = ("name", "numbers")

    def __init__(self, name: str, numbers: tuple[int, ...]) -> None:
        self.name = name
        self.numbers = numbers


Present = Mapping[Key, Sequence[int]]
"""The keys that a text holds, each with where it stands: the number of its first word, in order."""

_Opened = tuple[Key | None, dict[str, Key | str]]
"""
The keys that begin with one word: that word alone, and those of two words by the second. Of a pair that no text has
held yet there is what is told of it: a common word begins hundreds.
"""


def packed(keys: Iterable[tuple[int, Iterable[str]]]) -> dict[str, str]:
    """
    Return the keys of numbered phrases by their first word, as packs keep them: `care` → `=1,4|plan=7`, where phrases 1
    and 4 have the key "care" and 7 has "care plan".
    """
    table: dict[str, dict[str, list[str]]] = {}
    for number, names in keys:
        for name in names:
            first, _, rest = name.partition(" ")
            table.setdefault(first, {}).setdefault(rest, []).append(str(number))
    return {
        first: "|".join(f"{rest}={','.join(numbers)}" for rest, numbers in sorted(table[first].items()))
        for first in sorted(table)
    }


class KeyTable:
    """
    Keys as `packed` has them, each entry taken apart when a text first holds its word.

    Threads may ask at once: what is remembered is one tuple, and only ever replaced whole.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self.entries = entries
        self._opened: dict[str, _Opened] = {}
        self._latest: tuple[tuple[TextWords, Present], ...] = ()

    def present(self, words: TextWords) -> Present:
        """Return what a text holds. The last answers are remembered: every matcher of a run asks for the same."""
        for known, answer in self._latest:
            if known is words:
                return answer
        answer = self._held(words.words) if self.entries else {}
        self._latest = (*self._latest[-1:], (words, answer))
        return answer

    def _held(self, words: Sequence[str]) -> Present:
        for first in self.entries.keys() & set(words) - self._opened.keys():
            self._opened[first] = _taken_apart(first, self.entries[first])
        found: defaultdict[Key, list[int]] = defaultdict(list)
        for number, keys in enumerate(map(self._opened.get, words)):
            if keys:
                alone, pairs = keys
                if alone is not None:
                    found[alone].append(number)
                # The word at the end is empty and begins no key.
                if pairs and (pair := pairs.get(words[number + 1])) is not None:
                    if isinstance(pair, str):
                        second = words[number + 1]
                        pair = pairs[second] = Key(f"{words[number]} {second}", _numbers(pair))
                    found[pair].append(number)
        return found


def _taken_apart(first: str, entry: str) -> _Opened:
    told = dict([part.split("=") for part in entry.split("|")])
    alone = told.pop("", "")
    return Key(first, _numbers(alone)) if alone else None, {**told}


def _numbers(told: str) -> tuple[int, ...]:
    return tuple(map(int, told.split(",")))


_NO_KEYS = KeyTable({})
_tables: tuple[KeyTable, ...] = ()
"""The latest two: those of a run, and of another that goes on beside it."""


def table_of(entries: Mapping[str, str]) -> KeyTable:
    """Return the table of what packs keep: the same for all matchers of a run. Those without keys share one."""
    global _tables
    if not entries:
        return _NO_KEYS
    for table in _tables:
        if table.entries is entries:
            return table
    table = KeyTable(entries)
    _tables = (*_tables[-1:], table)
    return table
