"""Names of files without the marks of version that people add: `v2`, `FINAL`, `(2)`, `copy`, `draft` …"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.values import dataclass

_SPLIT = re.compile(r"[\s_.–—-]+")
_MARK = re.compile(
    r"v(?:er(?:sion)?)?\d+[a-z]?|\(\d+\)|final|draft|copy|latest|new|old|revised|amended|updated|superseded|clean|approved|signed|version"
)
_VERSION_WORD = re.compile(r"v|ver|version|draft|final|copy|rev|revision")
_NUMBER = re.compile(r"\d{1,3}[a-z]?")
_NUMBERED = re.compile(r"\(\d+\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stem:
    """A file's name, `plain` without marks of version, folders, suffix and case; `marked` if there were any."""

    plain: str
    marked: bool


@lru_cache(maxsize=20_000)
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
    Return whether two names are such as people give to versions of one document, side by side in one folder.

    They differ by marks of version and case alone. Another suffix may be another document, and so may the second of
    two parts: `(1)` and `(2)`.
    """
    (folder, name), (other_folder, other_name) = _parted(one), _parted(other)
    same_place = folder == other_folder and _suffix(name) == _suffix(other_name)
    return same_place and stem_of(name).plain == stem_of(other_name).plain and _copy_of(name) == _copy_of(other_name)


def are_namesakes(one: str, other: str) -> bool:
    """Return whether two names are alike but for marks of version, folders and suffix: a person may mean either."""
    return stem_of(one).plain == stem_of(other).plain


def _parted(name: str) -> tuple[str, str]:
    folder, _, last = name.replace("!", "/").rpartition("/")
    return folder, last


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].casefold()


def _copy_of(name: str) -> list[str]:
    return _NUMBERED.findall(name)


def _mark_at_end(words: list[str]) -> int:
    """Return how many of the last words are a mark: `v2` one, `v 2.1` (its numbers apart) two or more."""
    numbers = 0
    while numbers < len(words) and _NUMBER.fullmatch(words[-1 - numbers]):
        numbers += 1
    before = words[-1 - numbers] if numbers < len(words) else ""
    if numbers and (_VERSION_WORD.fullmatch(before) or re.fullmatch(r"v\d+", before)):
        return numbers + 1
    return 1 if _MARK.fullmatch(words[-1].strip("[]")) else 0
