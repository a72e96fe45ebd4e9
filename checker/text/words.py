"""The words of each sentence of a folded text, and where they stand. Every matcher of a run asks for the same ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from checker.text.folding import Folded

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """
    The words of one sentence, `start` to `stop` in the folded text.

    `words` begins and ends with an empty one, and has one wherever more than a blank parts two words: what may stand
    together in a phrase stands together here. `starts` says where each begins. `numbers` says of each word, and of each
    pair of words that stand together, which numbers it has in `words` (a pair that of its first). `names` are its keys.
    """

    start: int
    stop: int
    words: list[str]
    starts: list[int]
    numbers: dict[str, list[int]]
    names: frozenset[str]


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
    numbers: dict[str, list[int]] = {}
    before = ""
    for number, word in enumerate(words):
        if word:
            if word in numbers:
                numbers[word].append(number)
            else:
                numbers[word] = [number]
            if before:
                pair = f"{before} {word}"
                if pair in numbers:
                    numbers[pair].append(number - 1)
                else:
                    numbers[pair] = [number - 1]
        before = word
    return SentenceWords(start, stop, words, [start, *starts], numbers, frozenset(numbers))
