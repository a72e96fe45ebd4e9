"""Partners named side by side: "health, police and voluntary sector partners" is about all of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from .phrases import Found

# What stands between two names of one list: commas, "and", and the words that belong to the names.
_IN_A_LIST = re.compile(
    r"(?:\s[\w\u2019'-]+){0,3}(?:,|\s&|,?\s(?:and|or|as well as|with))(?:\s[\w\u2019'-]+){0,3}\s|\s"
)


def listed_together(finds: Mapping[str, Sequence[Found]], partners: frozenset[str], text: str) -> frozenset[str]:
    """
    Return those of `partners` (expectations about one kind of partner each) of which a sentence says no more than their
    names, in one list with the names of another kind.

    `finds` are the phrases found, by expectation.
    """
    about = finds.keys() & partners
    if len(about) < 2:
        return frozenset()
    named = sorted((one.start, one.end, key) for key in about for one in finds[key])
    lists = [{key for _, _, key in one_list} for one_list in _lists(named, text)]
    alone = {key for keys in lists if len(keys) == 1 for key in keys}
    return frozenset(key for _, _, key in named if key not in alone)


def _lists(named: Sequence[tuple[int, int, str]], text: str) -> Iterator[list[tuple[int, int, str]]]:
    """Yield the names that stand in one list, list by list; one that stands by itself is a list of one."""
    one_list = [named[0]]
    for name in named[1:]:
        end = max(end for _, end, _ in one_list)
        if name[0] >= end and _IN_A_LIST.fullmatch(text, end, name[0]) is None:
            yield one_list
            one_list = []
        one_list.append(name)
    yield one_list
