"""Finding phrases alone: one `re` for each rule, a bare automaton, ten times the phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checker import PhraseMatcher

from .corpus import phrases
from .timing import Compared, in_turn


def compare(texts: Sequence[Path], times: int, *, rules: int) -> Iterator[Compared | str]:
    """Yield the comparisons over the texts; a line of words for what is not installed."""
    read = [path.read_text(encoding="utf-8") for path in texts]
    forms = phrases(rules)
    ours = _ours(read, forms)
    few = read[: max(1, len(read) // 20)]
    own_few, each = in_turn([_ours(few, forms), _one_re_each(few, forms)], times)
    what = f"matching alone, {rules:,} rules"
    yield Compared(what=what, ours=own_few, theirs=each, than="one re for each rule", goal=200, faster=True)
    bare = _automaton(read, forms)
    if bare is None:
        yield "ahocorasick_rs is not installed: matching is not compared with a bare automaton."
    else:
        own, theirs = in_turn([ours, bare], times)
        yield Compared(what=what, ours=own, theirs=theirs, than="bare ahocorasick_rs loop", goal=0.6, faster=True)
    own, more = in_turn([ours, _ours(read, phrases(rules * 10))], times)
    yield Compared(what="ten times the phrases", ours=more, theirs=own, than=f"{rules:,} rules", goal=1.5)


def _ours(texts: Sequence[str], forms: Sequence[Sequence[str]]) -> Callable[[], object]:
    matcher = PhraseMatcher([" | ".join(each) for each in forms], inflect=False)

    def act() -> int:
        return sum(len(hits) for text in texts for hits in matcher.find(text, _lines(text)))

    act()  # phrases are made ready when they are first met
    return act


def _lines(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^\n]+", text)]


def _one_re_each(texts: Sequence[str], forms: Sequence[Sequence[str]]) -> Callable[[], object]:
    patterns = [re.compile(rf"\b(?:{'|'.join(map(re.escape, each))})\b", re.IGNORECASE) for each in forms]
    return lambda: sum(1 for text in texts for pattern in patterns for _ in pattern.finditer(text))


def _automaton(texts: Sequence[str], forms: Sequence[Sequence[str]]) -> Callable[[], object] | None:
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        return None
    automaton = AhoCorasick([form for each in forms for form in each])

    def act() -> int:
        number = 0
        for text in texts:
            low = text.lower()
            for _, start, end in automaton.find_matches_as_indexes(low, overlapping=True):
                whole = not low[start - 1 : start].isalnum() and not low[end : end + 1].isalnum()
                number += whole
        return number

    return act
