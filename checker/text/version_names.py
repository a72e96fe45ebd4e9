"""Names of files without the marks of version that people add: `v2`, `FINAL`, `(2)`, `copy`, `draft` …"""

from __future__ import annotations

import re

from checker.values import dataclass

_SPLIT = re.compile(r"[\s_.–—-]+")
_MARK = re.compile(
    r"v(?:er(?:sion)?)?\d+[a-z]?|\(\d+\)|final|draft|copy|latest|new|old|revised|amended|updated|superseded|clean|approved|signed|version"
)
_VERSION_WORD = re.compile(r"v|ver|version|draft|final|copy|rev|revision")
_NUMBER = re.compile(r"\d{1,3}[a-z]?")
_FIGURE = re.compile(r"\d+")
_TELLING = 3
"""Words of a name that is hardly given to two documents: `summary` is given to many."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stem:
    """A file's name, `plain` without marks of version, folders, suffix and case; `marked` if there were any."""

    plain: str
    marked: bool


def stem_of(name: str) -> Stem:
    """Return the name without marks of version at its end: `carers strategy` of `Carers Strategy v7 FINAL (2).docx`."""
    last = name.replace("!", "/").rsplit("/", 1)[-1]
    bare = last.rsplit(".", 1)[0] if "." in last[1:] else last
    words = [word for word in _SPLIT.split(bare.casefold().replace("(", " (").replace("~", " v")) if word]
    kept = list(words)
    while len(kept) > 1 and (length := _mark_at_end(kept)):
        del kept[-length:]
    return Stem(plain=" ".join(kept), marked=len(kept) < len(words))


def names_one_document(one: str, other: str) -> bool:
    """
    Return whether two names are such as people give to versions of one document.

    In one folder they differ by marks of version, case or suffix. In two folders the name must be a telling one, and
    the folders name the same years.
    """
    if (plain := stem_of(one).plain) != stem_of(other).plain:
        return False
    folder, other_folder = (name.replace("!", "/").rpartition("/")[0] for name in (one, other))
    is_telling = len(plain.split()) >= _TELLING and _FIGURE.findall(folder) == _FIGURE.findall(other_folder)
    return folder == other_folder or is_telling


def _mark_at_end(words: list[str]) -> int:
    """Return how many of the last words are a mark: `v2` one, `v 2.1` (its numbers apart) two or more."""
    numbers = 0
    while numbers < len(words) and _NUMBER.fullmatch(words[-1 - numbers]):
        numbers += 1
    before = words[-1 - numbers] if numbers < len(words) else ""
    if numbers and (_VERSION_WORD.fullmatch(before) or re.fullmatch(r"v\d+", before)):
        return numbers + 1
    return 1 if _MARK.fullmatch(words[-1].strip("[]")) else 0
