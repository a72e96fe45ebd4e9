"""
Finds all phrases of all packs and all cues of all lexicons in one pass over a text.

Public: plugins may use `PhraseMatcher`. Cost follows the hits, not the number of phrases. The work is done by an
`ahocorasick_rs` automaton; where that wheel is missing, a table of words gives identical results.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from checker.domain.pack import Phrase
from checker.text.folding import Folded, fold
from checker.text.literal_search import literal_finder
from checker.text.phrase_forms import Slots, segments_of

MOST_WORDS_BETWEEN = 8
"""How many words `...` in a phrase may stand for."""


# Words in nearly every sentence of the field: a phrase is not looked for because one of them is there. Only speed
# depends on them.
_ORDINARY = frozenset(
    """the of to and a an in on for with at by from as is are was were be been being has have had do does did that this
    these those it its they them their we us our who which what when where how if or but not no so than then there here
    all any some more most other own can could may will would should up out about into over after before between through
    people person carer carers care support service services council councils authority local social adult adults staff
    team teams health partner partners provider providers work working need needs help new make made take taken use used
    using give given get said told us year years time community organisation organisations information""".split()
)


class Hit(NamedTuple):
    """
    A phrase found: its index in the matcher's phrases, and where it stands in the text (code points, end exclusive).
    """

    phrase: int
    start: int
    end: int


_Row = tuple[frozenset[int], ...]
_Segment = tuple[_Row, ...]
_Found = dict[int, list[tuple[int, int]]]


class PhraseMatcher:
    """
    Finds phrases in sentences.

    `phrases` are texts or `Phrase` objects in the syntax of the pack format; a hit names a phrase by its index. With
    `inflect=False` words match only as written (still whatever the case). `ValueError` for a phrase that cannot match.
    """

    def __init__(
        self, phrases: Sequence[Phrase | str], *, inflect: bool | Sequence[bool] = True, pure: bool = False
    ) -> None:
        self._exact: dict[int, str] = {}
        self._composed: dict[int, tuple[_Segment, ...]] = {}
        numbers: dict[str, int] = {}
        whole: list[tuple[int, frozenset[int]]] = []
        for index, phrase in enumerate(phrases):
            text = phrase if isinstance(phrase, str) else phrase.text
            if text.startswith("="):
                self._exact[index] = text[1:].strip()
            inflected = inflect if isinstance(inflect, bool) else inflect[index]
            segments = tuple(_numbered(segment, numbers) for segment in segments_of(text, inflect=inflected))
            if len(segments) == 1 and all(len(row) == 1 for row in segments[0]):
                whole += [(index, row[0]) for row in segments[0]]
            else:
                self._composed[index] = segments
        self._whole = _owners(whole, len(numbers))
        self._anchored = _anchors(self._composed, numbers)
        self._slots_of, self._needs = _needs(self._composed, numbers)
        self._literals = literal_finder(list(numbers), pure=pure)

    def find(self, text: str, spans: Sequence[tuple[int, int]]) -> list[list[Hit]]:
        """
        Return for each span (a sentence, in order, not overlapping) its hits, sorted by start, end and phrase.

        A phrase counts only where it lies inside one span.
        """
        found: list[list[Hit]] = [[] for _ in spans]
        if not spans:
            return found
        folded = fold(text)
        pieces: list[dict[int, list[tuple[int, int]]]] = [{} for _ in spans]
        starts = [start for start, _ in spans]
        ends = [end for _, end in spans]
        place, mapped = folded.place, bool(folded.breaks)
        whole, exact = self._whole, self._exact
        for literal, begin, end in self._literals(folded.text):
            start, stop = (place(begin), place(end - 1) + 1) if mapped else (begin - 1, end - 1)
            number = bisect_right(starts, start) - 1
            if number < 0 or stop > ends[number]:
                continue
            pieces[number].setdefault(literal, []).append((begin, end))
            for index in whole[literal]:
                if index not in exact or _same_letters(text[start:stop], exact[index]):
                    found[number].append(Hit(index, start, stop))
        for hits, here in zip(found, pieces, strict=True):
            if here:
                hits += self._joined(folded, here)
                hits.sort(key=_hit_order)
        return found

    def _joined(self, folded: Folded, here: _Found) -> list[Hit]:
        """Return the composed phrases in one sentence; only those whose rarest words are here are looked at."""
        hits: list[Hit] = []
        anchored, needs, place = self._anchored, self._needs, folded.place
        present = {slot for literal in here for slot in self._slots_of[literal]}
        for index in {index for literal in here for index in anchored[literal]}:
            if not needs[index] <= present:
                continue
            segments: list[list[tuple[int, int]]] = []
            for segment in self._composed[index]:
                spans = _spans(segment, here)
                if not spans:
                    break
                segments.append(spans)
            if len(segments) < len(self._composed[index]):
                continue
            if len(segments) == 1:
                chains = segments[0]
            else:
                chain = _nearest_chain(folded.text, segments) or _nearest_chain(folded.text, segments[::-1])
                chains = [chain] if chain else []
            hits += [Hit(index, place(begin), place(end - 1) + 1) for begin, end in chains]
        return hits


def _numbered(segment: Iterable[Slots], numbers: dict[str, int]) -> _Segment:
    """Return the alternatives of a segment with numbers for literals; new literals get the next ones."""
    return tuple(
        tuple(frozenset(numbers.setdefault(literal, len(numbers)) for literal in slot) for slot in row)
        for row in segment
    )


def _spans(segment: _Segment, here: _Found) -> list[tuple[int, int]]:
    """Return where one of a segment's rows of words stands in a sentence, sorted."""
    keys = here.keys()
    found: set[tuple[int, int]] = set()
    for row in segment:
        if len(row) > 1 and any(slot.isdisjoint(keys) for slot in row):
            continue
        spans = _present(row[0], here)
        for slot in row[1:]:
            if not spans:
                break
            following: dict[int, list[int]] = {}
            for begin, end in _present(slot, here):
                following.setdefault(begin, []).append(end)
            # One blank between: the next word begins right behind it.
            spans = [(begin, stop) for begin, end in spans for stop in following.get(end + 1, ())]
        found.update(spans)
    return sorted(found)


def _present(literals: frozenset[int], here: _Found) -> list[tuple[int, int]]:
    return [span for literal in here.keys() & literals for span in here[literal]]


def _owners(phrases: Iterable[tuple[int, frozenset[int]]], count: int) -> list[tuple[int, ...]]:
    owners: list[list[int]] = [[] for _ in range(count)]
    for index, literals in phrases:
        for literal in literals:
            owners[literal].append(index)
    return [tuple(owned) for owned in owners]


def _needs(
    composed: dict[int, tuple[_Segment, ...]], numbers: dict[str, int]
) -> tuple[list[tuple[int, ...]], dict[int, frozenset[int]]]:
    """
    Return for each literal the slots that it fills, and for each composed phrase the slots that must be filled.

    Slots are numbered; the same words asked for by several phrases are one slot. Of segments with alternatives nothing
    is asked here.
    """
    slots: dict[frozenset[int], int] = {}
    filled: list[list[int]] = [[] for _ in numbers]
    needs: dict[int, frozenset[int]] = {}
    for index, segments in composed.items():
        must = [slot for segment in segments if len(segment) == 1 for slot in segment[0]]
        for slot in must:
            if slot not in slots:
                slots[slot] = len(slots)
                for literal in slot:
                    filled[literal].append(slots[slot])
        needs[index] = frozenset(slots[slot] for slot in must)
    return [tuple(one) for one in filled], needs


def _anchors(composed: dict[int, tuple[_Segment, ...]], numbers: dict[str, int]) -> list[tuple[int, ...]]:
    """Return for each literal the composed phrases that it gives away: words that few other phrases use."""
    count = len(numbers)
    used = [0] * count
    for segments in composed.values():
        for segment in segments:
            for row in segment:
                for slot in row:
                    for literal in slot:
                        used[literal] += 1

    ordinary = frozenset(numbers[word] for word in _ORDINARY if word in numbers)

    def commonness(slot: frozenset[int]) -> tuple[int, int]:
        return len(slot & ordinary), max(used[literal] for literal in slot)

    anchors: list[list[int]] = [[] for _ in range(count)]
    for index, segments in composed.items():
        # Of each row its rarest word; of all segments the one whose rows are rarest.
        rarest = [[min(row, key=commonness) for row in segment] for segment in segments]
        chosen = min(rarest, key=lambda slots: max(commonness(slot) for slot in slots))
        for literal in frozenset().union(*chosen):
            anchors[literal].append(index)
    return [tuple(anchored) for anchored in anchors]


def _hit_order(hit: Hit) -> tuple[int, int, int]:
    return hit.start, hit.end, hit.phrase


def _same_letters(found: str, exact: str) -> bool:
    """Whether the letters are the same, whatever the apostrophes and wherever the line is wrapped."""
    return found.replace("\u2019", "'").split() == exact.replace("\u2019", "'").split()


def _nearest_chain(text: str, segments: list[list[tuple[int, int]]]) -> tuple[int, int] | None:
    """Return start and end of the tightest run of the segments in this order, or `None`."""
    chains = sorted((end, begin) for begin, end in segments[0])
    for segment in segments[1:]:
        following = []
        for begin, end in segment:
            start = _latest_start(text, chains, begin)
            if start >= 0:
                following.append((end, start))
        chains = sorted(following)
    return min(((start, end) for end, start in chains), key=lambda pair: (pair[1] - pair[0], pair[0]), default=None)


def _latest_start(text: str, chains: list[tuple[int, int]], begin: int) -> int:
    """Return where the tightest of the chains (end, start) that `begin` may go on starts; -1 if there is none."""
    latest = -1
    # From the nearest end backwards, and never further than the words between allow: long lists of hits cost little.
    for at in range(bisect_right(chains, (begin, begin)) - 1, -1, -1):
        end, start = chains[at]
        if len(text[end:begin].split()) > MOST_WORDS_BETWEEN:
            break
        latest = max(latest, start)
    return latest
