"""
Which phrases the words of a text can hold: the keys of all phrases of all packs, worked out when packs are loaded.

A run asks a few hundred of a hundred thousand keys, so what is kept is not taken apart before it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.text.words import TextWords

Present = Mapping[str, str]
"""The keys that a text holds, each with the numbers of its phrases, commas between."""


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
        self._opened: dict[str, Present] = {}
        self._latest: tuple[tuple[TextWords, Present], ...] = ()

    def present(self, words: TextWords) -> Present:
        """Return what a text holds. The last answers are remembered: every matcher of a run asks for the same."""
        for known, answer in self._latest:
            if known is words:
                return answer
        names = words.numbers.keys()
        answer = {
            key: keys[key]
            for first in self.entries.keys() & names
            for keys in (self._opened.get(first) or self._open(first),)
            for key in keys.keys() & names
        }
        self._latest = (*self._latest[-1:], (words, answer))
        return answer

    def _open(self, first: str) -> Present:
        keys = self._opened[first] = dict(_taken_apart(first, self.entries[first]))
        return keys


def _taken_apart(first: str, entry: str) -> Iterator[tuple[str, str]]:
    for part in entry.split("|"):
        rest, _, numbers = part.partition("=")
        yield f"{first} {rest}" if rest else first, numbers


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
