"""The words of each sentence of a folded text, and where they stand. Every matcher of a run asks for the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from checker.text.folding import Folded

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """
    The words of one sentence, `start` to `stop` in the folded text.

    `words` begins and ends with an empty one, and has one wherever more than a blank parts two words: what may stand
    together in a phrase stands together here. `starts` says where each begins. `numbers` says of each word, and of each
    two words that follow each other with a blank between, which numbers they have in `words` (a pair that of its
    first), in order.
    """

    start: int
    stop: int
    words: list[str]
    starts: list[int]
    numbers: dict[str, tuple[int, ...]]


_latest: tuple[Folded, tuple[Span, ...], list[SentenceWords]] | None = None


def words_of(folded: Folded, spans: Sequence[Span]) -> list[SentenceWords]:
    """
    Return the words of each span (given in the original text). A word that a span cuts through is left out.

    The last answer is remembered.
    """
    global _latest
    asked = tuple(spans)
    if _latest is None or _latest[0] is not folded or _latest[1] != asked:
        places = [(folded.folded(start), folded.folded(end)) for start, end in asked]
        _latest = (folded, asked, [_words(folded.text, start, stop) for start, stop in places])
    return _latest[2]


def _words(text: str, start: int, stop: int) -> SentenceWords:
    words = text[start:stop].split(" ")
    starts = list(accumulate([len(word) + 1 for word in words], initial=start))
    if text[start - 1] != " ":
        words[0] = ""
    if text[stop : stop + 1] != " ":
        words[-1] = ""
    words = ["", *words, ""]
    numbers = _numbered(words)
    numbers.update(_numbered([f"{first} {second}" for first, second in pairwise(words)]))
    return SentenceWords(start, stop, words, [start, *starts], numbers)


def _numbered(names: list[str]) -> dict[str, tuple[int, ...]]:
    """Return which numbers each name has. Most stand once in a sentence, so that the loop is for the others alone."""
    last = zip(range(len(names)))  # one range, made into tuples of one
    numbers: dict[str, tuple[int, ...]] = dict(zip(names, last, strict=True))
    if len(numbers) < len(names):
        earlier: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            if numbers[name][0] != number:
                earlier.setdefault(name, []).append(number)
        for name, before in earlier.items():
            numbers[name] = (*before, *numbers[name])
    return numbers
