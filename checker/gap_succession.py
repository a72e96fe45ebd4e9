"""
Which gap of a new run is the one that an older run knew by another id: its file was renamed, its words have changed.

An id that holds a file's name or the words of a document changes with them. One gap succeeds another only where a
single one can be meant; where several can, they are named and a person decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum

from checker.domain.gap_id import without_sentence
from checker.text.likeness import likeness, say_the_same
from checker.text.version_names import names_one_document
from checker.values import dataclass, field

MOST_NAMED = 3


class Why(StrEnum):
    """Why a gap has another id than before."""

    SAME_WORDS = "a report without quotes has a hash in place of its words"
    SAME_FILE = "the file was renamed or moved"
    NEW_EDITION = "the file has changed, and its name a little"
    NEW_WORDS = "its words or figures have changed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """
    What a finding is about. `asked` is its id without the item; `file` the sha256 of the file that the item names, or
    how it begins, empty where the item is no file. Of a gap that is gone it may be that of a file which it cited.
    """

    gap_id: str
    asked: str
    item: str
    file: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Successor:
    """The id that a gap has now, and why it is another one."""

    gap_id: str
    why: Why


@dataclass(frozen=True, kw_only=True, slots=True)
class Succession:
    """What became of ids: `taken` has the one successor of each, `unclear` the ids of those that may be meant."""

    taken: Mapping[str, Successor] = field(default_factory=dict)
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Same = Callable[[Subject, Subject], bool]


def find_successors(gone: Collection[Subject], new: Collection[Subject], files: Collection[str]) -> Succession:
    """
    Return which of the new gaps succeeds each that is gone; both ask the same.

    `files` are the names of the files of now: a file that is still there has not been renamed, unless its content lies
    under another name. The surest likeness is looked at first; who shares it is not asked for a weaker one.
    """
    ways: Mapping[Why, Same] = {
        Why.SAME_WORDS: lambda old, now: without_sentence(now.item) == old.item,
        Why.SAME_FILE: lambda old, now: bool(old.file and now.file) and now.file.startswith(old.file),
        Why.NEW_EDITION: lambda old, now: _is_free(old, now, files) and names_one_document(old.item, now.item),
        Why.NEW_WORDS: lambda old, now: not now.file and say_the_same(old.item, now.item),
    }
    taken: dict[str, Successor] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    for why, same in ways.items():
        left = [one for one in gone if one.gap_id not in taken and one.gap_id not in unclear]
        used = {one.gap_id for one in taken.values()}
        pairs = _pairs(left, [one for one in new if one.gap_id not in used], same)
        claims = defaultdict(list)
        for old, found in pairs.items():
            for one in found:
                claims[one].append(old)
        for old, found in pairs.items():
            if len(found) == 1 and len(claims[found[0]]) == 1:
                taken[old] = Successor(gap_id=found[0], why=why)
            else:
                unclear[old] = tuple(found)
    taken.update(dict(_within([one for one in gone if one.gap_id not in taken], new, taken)))
    perhaps = _perhaps([one for one in gone if one.gap_id not in {*taken, *unclear}], new, files, taken)
    return Succession(taken=taken, unclear={**unclear, **perhaps})


def _pairs(gone: Iterable[Subject], new: Collection[Subject], same: Same) -> dict[str, list[str]]:
    """Return for each that is gone the ids of the new ones that are the same in one way; none without any."""
    found = {
        old.gap_id: sorted({one.gap_id for one in new if one.asked == old.asked and same(old, one)}) for old in gone
    }
    return {old: ids for old, ids in found.items() if ids}


def _within(
    gone: Iterable[Subject], new: Iterable[Subject], taken: Mapping[str, Successor]
) -> Iterator[tuple[str, Successor]]:
    """Yield the successors of findings that are about another gap, such as one on its action: they follow its id."""
    by_item = {(one.asked, one.item): one.gap_id for one in new}
    for old in gone:
        inner = taken.get(old.item)
        if inner and (found := by_item.get((old.asked, inner.gap_id))):
            yield old.gap_id, Successor(gap_id=found, why=inner.why)


def _is_free(old: Subject, now: Subject, files: Collection[str]) -> bool:
    """Whether both are files, and the old one's name is no longer in use."""
    return bool(now.file) and old.item not in files


def _perhaps(
    gone: Iterable[Subject], new: Collection[Subject], files: Collection[str], taken: Mapping[str, Successor]
) -> dict[str, tuple[str, ...]]:
    """Return what may be meant by likeness alone: to be named, never to be taken."""
    used = {one.gap_id for one in taken.values()}
    free = [one for one in new if one.gap_id not in used]
    asked = [one for one in gone if one.item not in files]
    found = _pairs(asked, free, lambda old, now: likeness(old.item, now.item) > 0)
    return {old: tuple(ids[:MOST_NAMED]) for old, ids in found.items()}
