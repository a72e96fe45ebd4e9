"""
Finds all phrases of all packs and all cues of all lexicons in one pass over a text.

Public: plugins may use `PhraseMatcher`. Cost follows the hits, not the number of phrases. The work is done by an
`ahocorasick_rs` automaton; where that wheel is missing, a table of words gives identical results.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import NamedTuple

from checker.domain.pack import Phrase
from checker.folding import Folded, fold
from checker.inflection import forms

MOST_WORDS_BETWEEN = 8
"""How many words `...` in a phrase may stand for."""

_MOST_LITERALS = 20_000
_GAP = re.compile(r"\s*(?:\.\.\.|\u2026)\s*")

_Literals = Callable[[str], Iterable[tuple[int, int, int]]]


class Hit(NamedTuple):
    """
    A phrase found: its index in the matcher's phrases, and where it stands in the text (code points, end exclusive).
    """

    phrase: int
    start: int
    end: int


class _Compiled(NamedTuple):
    segments: tuple[tuple[str, ...], ...]
    exact: str


def compile_phrase(text: str, *, inflect: bool = True) -> _Compiled:
    """
    Return the literal forms of each segment of a phrase.

    `ValueError` with plain words if nothing in it can ever match or it stands for too many forms.
    """
    if text.startswith("="):
        exact = text[1:].strip()
        return _Compiled((_literal_forms(exact, inflect=False),), exact)
    pieces = _GAP.split(text.strip()) if "..." in text or "\u2026" in text else [text]
    segments = tuple(_literal_forms(piece, inflect=inflect) for piece in pieces)
    return _Compiled(segments, "")


def _literal_forms(piece: str, *, inflect: bool) -> tuple[str, ...]:
    """Return the literals of one segment: its alternatives are separated by a bar with blanks around it."""
    if " | " not in piece:
        return _word_forms(piece, inflect=inflect)
    literals = [literal for choice in re.split(r"\s+\|\s+", piece) for literal in _word_forms(choice, inflect=inflect)]
    return tuple(dict.fromkeys(literals))


def _word_forms(piece: str, *, inflect: bool) -> tuple[str, ...]:
    slots: list[tuple[str, ...]] = []
    for written in piece.split():
        slot: list[str] = []
        for choice in written.split("|"):
            words = [choice.lower()] if choice.isalnum() and choice.isascii() else fold(choice).text.split()
            if words:
                last = forms(words[-1]) if inflect else (words[-1],)
                slot += [" ".join((*words[:-1], form)) for form in last]
        if slot:
            slots.append(tuple(dict.fromkeys(slot)))
    if not slots:
        msg = f"the phrase {piece!r} has no letters or digits"
        raise ValueError(msg)
    number = 1
    for slot_forms in slots:
        number *= len(slot_forms)
    if number > _MOST_LITERALS:
        msg = f"the phrase {piece!r} stands for {number} forms, more than {_MOST_LITERALS}"
        raise ValueError(msg)
    return tuple(" ".join(words) for words in product(*slots))


class PhraseMatcher:
    """
    Finds phrases in sentences.

    `phrases` are texts or `Phrase` objects in the syntax of the pack format; a hit names a phrase by its index. With
    `inflect=False` words match only as written (still whatever the case). `ValueError` for a phrase that cannot match.
    """

    def __init__(
        self, phrases: Sequence[Phrase | str], *, inflect: bool | Sequence[bool] = True, pure: bool = False
    ) -> None:
        compiled = [
            compile_phrase(
                phrase if isinstance(phrase, str) else phrase.text,
                inflect=inflect if isinstance(inflect, bool) else inflect[index],
            )
            for index, phrase in enumerate(phrases)
        ]
        numbers: dict[str, int] = {}
        for one in compiled:
            for segment in one.segments:
                for literal in segment:
                    numbers.setdefault(literal, len(numbers))
        self._exact = {index: one.exact for index, one in enumerate(compiled) if one.exact}
        self._segments = {
            index: tuple(frozenset(numbers[literal] for literal in segment) for segment in one.segments)
            for index, one in enumerate(compiled)
            if len(one.segments) > 1
        }
        self._whole = _owners(
            ((index, one.segments[0]) for index, one in enumerate(compiled) if len(one.segments) == 1), numbers
        )
        self._anchored = _anchors(self._segments, len(numbers))
        self._literals = _finder(list(numbers), pure=pure)

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

    def _joined(self, folded: Folded, here: dict[int, list[tuple[int, int]]]) -> list[Hit]:
        """Return the phrases with gaps in one sentence; only those whose rarest segment is here are looked at."""
        hits = []
        anchored = self._anchored
        for index in {index for literal in here for index in anchored[literal]}:
            segments = []
            for literals in self._segments[index]:
                present = here.keys() & literals
                if not present:
                    break
                segments.append(sorted(span for literal in present for span in here[literal]))
            else:
                chain = _nearest_chain(folded.text, segments) or _nearest_chain(folded.text, segments[::-1])
                if chain:
                    hits.append(Hit(index, folded.place(chain[0]), folded.place(chain[1] - 1) + 1))
        return hits


def _owners(phrases: Iterable[tuple[int, tuple[str, ...]]], numbers: dict[str, int]) -> list[tuple[int, ...]]:
    owners: list[list[int]] = [[] for _ in numbers]
    for index, literals in phrases:
        for literal in literals:
            owners[numbers[literal]].append(index)
    return [tuple(owned) for owned in owners]


def _anchors(segments: dict[int, tuple[frozenset[int], ...]], count: int) -> list[tuple[int, ...]]:
    """
    Return for each literal the phrases with gaps whose anchor it is: the segment with words that few other phrases use.
    """
    used = [0] * count
    for parts in segments.values():
        for part in parts:
            for literal in part:
                used[literal] += 1
    anchors: list[list[int]] = [[] for _ in range(count)]
    for index, parts in segments.items():
        rarest = min(parts, key=lambda part: (max(used[literal] for literal in part), len(part)))
        for literal in rarest:
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


def _finder(literals: list[str], *, pure: bool) -> _Literals:
    """Return a function that yields (index of literal, start, end) for every literal that stands in a folded text."""
    if not literals:
        return lambda _: ()
    if not pure:
        try:
            from ahocorasick_rs import AhoCorasick, Implementation
        except ImportError:
            return _word_table(literals)
        automaton = AhoCorasick([f" {literal} " for literal in literals], implementation=Implementation.ContiguousNFA)
        return lambda text: [
            (index, start + 1, end - 1)
            for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True)
        ]
    return _word_table(literals)


def _word_table(literals: list[str]) -> _Literals:
    by_first: dict[str, list[tuple[int, str]]] = {}
    for index, literal in enumerate(literals):
        by_first.setdefault(literal.split(" ", 1)[0], []).append((index, literal))
    words = re.compile(r"[^ ]+")

    def find(text: str) -> Iterable[tuple[int, int, int]]:
        for word in words.finditer(text):
            for index, literal in by_first.get(word.group(), ()):
                end = word.start() + len(literal)
                if text.startswith(literal, word.start()) and text[end] == " ":
                    yield index, word.start(), end

    return find
