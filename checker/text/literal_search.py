"""Finds literals in a folded text: by an automaton, or by a table of words where its wheel is missing. Same results."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Literals = Callable[[str], Iterable[tuple[int, int, int]]]
"""Yields (index of the literal, start, end) for every literal that stands in a folded text."""


def literal_finder(literals: list[str], *, pure: bool) -> Literals:
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


def _word_table(literals: list[str]) -> Literals:
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
