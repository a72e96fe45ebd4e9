"""Finds in a line the words of the links that stand in its paragraph."""

from __future__ import annotations

from checker import Link

_LONGEST_TARGET = 2_000
_LOOKED_AT = 3
"""A link whose words are hidden is on no line, and must not keep those after it from being found."""


def find_links(line: str, links: list[tuple[str, str]]) -> tuple[Link, ...]:
    """
    Return the places of links, given as words and target, in a line; those found are taken off `links`.

    A paragraph's links stand in the order of its text, and the lines of a paragraph are asked in their order.
    """
    found: list[Link] = []
    at = 0
    while links and (number := _first_on(line, links, at)) is not None:
        words, target = _words(links[number][0]), links[number][1]
        begin = line.find(words, at)
        at = begin + len(words)
        del links[: number + 1]
        if target:
            found.append(Link(start=begin, end=at, target=target[:_LONGEST_TARGET]))
    return tuple(found)


def _first_on(line: str, links: list[tuple[str, str]], at: int) -> int | None:
    """Return the number of the first link on the line. A link without visible words is passed over."""
    for number, (words, _) in enumerate(links[:_LOOKED_AT]):
        if words.strip() and line.find(_words(words), at) >= 0:
            return number
    return None


def _words(text: str) -> str:
    return " ".join(text.split())
