"""Finds where one phrase stands in a sentence. A phrase is compiled when it is first looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product

from checker.text.phrase_forms import Slots, segments_of
from checker.text.words import Numbers, TextWords

MOST_WORDS_BETWEEN = 8
"""How many words `...` in a phrase may stand for."""

Places = list[tuple[int, int]]
"""Where something stands in a text: the numbers of its first and its last word."""

Found = tuple[int, int, int]
"""Start and end of something found, as `TextWords.starts` has places, and the number of the phrase."""

Row = tuple[frozenset[str], ...]
"""Words that follow each other, each with its forms."""


class CompiledPhrase:
    """
    A phrase ready to be found in the words of a sentence. `ValueError` for one that cannot match.

    `in_pieces` is true for a phrase with words between its words.
    """

    __slots__ = ("_needs", "_segments", "in_pieces")

    def __init__(self, text: str, *, inflect: bool) -> None:
        segments = segments_of(text, inflect=inflect)
        self._segments = [[row for slots in rows for row in _rows(slots)] for rows in segments]
        self.in_pieces = len(segments) > 1
        # Of a segment with alternatives only its first words can be asked beforehand.
        self._needs = [need for rows in self._segments for need in _needs(rows)]

    def rows_with(self, key: str) -> Iterator[tuple[Row, int]]:
        """Yield the rows of words of a phrase in one piece that a key can be a part of, and at which word."""
        words = key.split(" ")
        for row in self._segments[0]:
            for offset in range(len(row) - len(words) + 1):
                if all(word in row[offset + further] for further, word in enumerate(words)):
                    yield row, offset

    def needed_with(self, key: str) -> frozenset[str]:
        """Return words of which one stands in every sentence with this key in which a phrase in pieces stands."""
        words = key.split(" ")
        others = [need for need in self._needs if need.isdisjoint(words)]
        # Longer words are rarer ones, nearly always.
        return max(others, key=lambda need: (min(map(len, need)), sorted(need)), default=frozenset(words[:1]))

    def tightest(self, text: TextWords, sentence: int, index: int, found: list[Found]) -> None:
        """Add to `found`, under `index`, where a phrase in pieces stands in a sentence: the tightest place alone."""
        numbers = text.within(sentence)
        segments: list[Places] = []
        for rows in self._segments:
            places = _places(rows, text.words, numbers)
            if not places:
                return
            segments.append(places)
        if max(map(len, segments)) == 1:  # as in most sentences
            chain = _chain(text, [segment[0] for segment in segments])
        else:
            chain = _nearest_chain(text, segments) or _nearest_chain(text, segments[::-1])
        if chain:
            found.append((*chain, index))


def _needs(rows: Sequence[Row]) -> Iterable[frozenset[str]]:
    """Return sets of words: of each, one stands wherever one of the rows does."""
    return rows[0] if len(rows) == 1 else (frozenset().union(*(row[0] for row in rows)),)


def _rows(slots: Slots) -> Iterator[Row]:
    """Yield the rows of single words that a row of forms stands for: forms of several words make rows of their own."""
    yield from (tuple(slot for part in parts for slot in part) for parts in product(*map(_of_one_width, slots)))


@lru_cache(maxsize=20_000)
def _of_one_width(slot: tuple[str, ...]) -> tuple[Row, ...]:
    single = frozenset([form for form in slot if " " not in form])
    if len(single) == len(slot):
        return ((single,),)
    rows: dict[tuple[str, ...], set[str]] = {}
    for form in slot:
        *before, last = form.split(" ")
        if before:
            rows.setdefault(tuple(before), set()).add(last)
    several = tuple((*(frozenset({word}) for word in before), frozenset(last)) for before, last in rows.items())
    return ((single,), *several) if single else several


def _places(rows: Sequence[Row], words: Sequence[str], numbers: Numbers) -> Places:
    """Return where one of the rows stands, sorted; `numbers` are those of the words of the sentence."""
    if len(rows) == 1 and len(rows[0]) == 1:
        there = [(first, first) for word in rows[0][0] if word in numbers for first in numbers[word]]
        return sorted(there) if len(there) > 1 else there
    places: set[tuple[int, int]] = set()
    for row in rows:
        further = len(row) - 1
        for word in row[0]:
            for first in numbers.get(word, ()):
                if not further or _fits(row, words, first):
                    places.add((first, first + further))
    return sorted(places) if len(places) > 1 else list(places)


def _fits(row: Row, words: Sequence[str], first: int) -> bool:
    for slot in row:  # the empty word at the end is in no slot
        if words[first] not in slot:
            return False
        first += 1
    return True


def _nearest_chain(text: TextWords, segments: list[Places]) -> tuple[int, int] | None:
    """Return start and end of the tightest run of the segments in this order, or `None`."""
    chains = sorted((last, first) for first, last in segments[0])
    for segment in segments[1:]:
        following = []
        for first, last in segment:
            start = _latest_start(text.words, chains, first)
            if start >= 0:
                following.append((last, start))
        chains = sorted(following)
    return min(
        (_stretch(text, first, last) for last, first in chains),
        key=lambda pair: (pair[1] - pair[0], pair[0]),
        default=None,
    )


def _stretch(text: TextWords, first: int, last: int) -> tuple[int, int]:
    return text.starts[first], text.starts[last] + len(text.words[last])


def _chain(text: TextWords, places: Places) -> tuple[int, int] | None:
    """Return start and end of places that follow each other closely enough, in this order or in the reverse one."""
    if places[0] > places[-1]:
        places = places[::-1]
    for (_, last), (first, _) in pairwise(places):
        if last >= first or not _are_near(text.words, last, first):
            return None
    return _stretch(text, places[0][0], places[-1][1])


def _are_near(words: Sequence[str], last: int, first: int) -> bool:
    """Whether few enough words lie between two; the empty ones do not count."""
    between = first - last - 1
    return between <= MOST_WORDS_BETWEEN or between - words[last + 1 : first].count("") <= MOST_WORDS_BETWEEN


def _latest_start(words: Sequence[str], chains: list[tuple[int, int]], begin: int) -> int:
    """Return where the tightest of the chains (last, first) that `begin` may go on starts; -1 if there is none."""
    latest = -1
    # From the nearest end backwards, and never further than the words between allow: long lists of hits cost little.
    for at in range(bisect_left(chains, (begin, -1)) - 1, -1, -1):
        last, first = chains[at]
        if not _are_near(words, last, begin):
            break
        latest = max(latest, first)
    return latest
