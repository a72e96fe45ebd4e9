"""Finds the words of links in the text."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Link

from .annotations import Anchor


def links_of(
    anchors: Sequence[Anchor], text: str, rows: Sequence[tuple[int, int, str, int, int, str]]
) -> tuple[Link, ...]:
    """
    Return the links, in the order of the text.

    A link is where its words stand on its page, each time behind the link before with the same words; one whose words
    are not found there as they stand (a picture, words over two lines) marks the first block of its page.
    """
    if not anchors:
        return ()
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for start, end, _, _, page, _ in rows:
        starts.setdefault(page, start)
        ends[page] = max(ends.get(page, 0), end)
    used: dict[tuple[int, str], int] = {}
    found = []
    for anchor in anchors:
        if anchor.page not in starts:
            continue
        key = anchor.page, anchor.words
        at = text.find(anchor.words, used.get(key, starts[anchor.page]), ends[anchor.page]) if anchor.words else -1
        if at < 0:
            found.append(Link(start=starts[anchor.page], end=starts[anchor.page], target=anchor.target))
        else:
            used[key] = at + len(anchor.words)
            found.append(Link(start=at, end=used[key], target=anchor.target))
    return tuple(sorted(found, key=lambda link: (link.start, link.end, link.target)))
