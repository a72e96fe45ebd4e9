"""
Which gap of a new run is the one that an older run knew by another id: its file was renamed, its words have changed.

An id that holds a file's name or the words of a document changes with them. One gap succeeds another only where a
single one can be meant; where several can, they are named and a person decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from enum import StrEnum

from checker.domain.gap_id import without_sentence
from checker.text.likeness import likeness, say_the_same
from checker.text.version_names import are_namesakes, names_one_document
from checker.values import dataclass, field

MOST_NAMED = 3
MOST_PAIRS = 40_000
"""So many pairs of one rule are compared by their words; of more, nothing is said."""
_FIGURE = re.compile(r"[£€$]?[\d.,]*\d(?:%|m|bn|k)?")


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
    `about_gap`: the item is itself a gap id. `known`: the older run had this gap beside those that are gone, so that it
    succeeds one only where the content of its file does.
    """

    gap_id: str
    asked: str
    item: str
    file: str = ""
    about_gap: bool = False
    known: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Successor:
    """The id that a gap has now, and why it is another one."""

    gap_id: str
    why: Why


@dataclass(frozen=True, kw_only=True, slots=True)
class Succession:
    """
    What became of ids: `taken` has the one successor of each, `unclear` the ids of those that may be meant, the
    likeliest first; none where there are too many to compare.
    """

    taken: Mapping[str, Successor] = field(default_factory=dict)
    unclear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Same = Callable[[Subject, Subject], float]
"""How sure it is that two are the same in one way; 0 where they are not."""


def find_successors(gone: Collection[Subject], new: Collection[Subject], files: Collection[str]) -> Succession:
    """
    Return which of the new gaps succeeds each that is gone; both ask the same.

    `files` are the names of the files of now: a file that is still there has not been renamed, unless its content lies
    under another name. The surest likeness is looked at first; who shares it is not asked for a weaker one.
    """
    taken: dict[str, Successor] = {}
    unclear: dict[str, tuple[str, ...]] = {}
    known = {one.gap_id for one in new if one.known}
    many = _too_many(gone, new)
    for why, same in _ways(files).items():
        left = [one for one in gone if one.gap_id not in taken and one.gap_id not in unclear]
        asked = [one for one in left if why is not Why.NEW_WORDS or one.asked not in many]
        used = {one.gap_id for one in taken.values()}
        pairs = _pairs(asked, [one for one in new if one.gap_id not in used], same)
        barred = _shared(pairs) | (known if why in (Why.NEW_EDITION, Why.NEW_WORDS) else set())
        for old, found in pairs.items():
            if len(found) == 1 and found[0] not in barred:
                taken[old] = Successor(gap_id=found[0], why=why)
            else:
                unclear[old] = tuple(found[:MOST_NAMED])
    taken.update(dict(_within([one for one in gone if one.gap_id not in taken], new, taken)))
    perhaps = _perhaps([one for one in gone if one.gap_id not in {*taken, *unclear}], new, files, taken)
    return Succession(taken=taken, unclear=perhaps | {old: ids for old, ids in unclear.items() if old not in taken})


def _ways(files: Collection[str]) -> Mapping[Why, Same]:
    """Return what makes two gaps the same, the surest first."""
    return {
        Why.SAME_WORDS: lambda old, now: without_sentence(now.item) == old.item,
        Why.SAME_FILE: lambda old, now: bool(old.file and now.file) and now.file.startswith(old.file),
        Why.NEW_EDITION: lambda old, now: _is_free(old, now, files) and names_one_document(old.item, now.item),
        Why.NEW_WORDS: lambda old, now: _has_words(old, now) and say_the_same(old.item, now.item),
    }


def _shared(pairs: Mapping[str, Collection[str]]) -> set[str]:
    """Return the new ids that several of those that are gone may have now."""
    claims: dict[str, int] = defaultdict(int)
    for found in pairs.values():
        for one in found:
            claims[one] += 1
    return {one for one, number in claims.items() if number > 1}


def _pairs(gone: Iterable[Subject], new: Iterable[Subject], same: Same) -> dict[str, list[str]]:
    """Return for each that is gone the ids of the new ones that are the same in one way, the surest first."""
    nows = _by_rule(new)
    pairs = {}
    for old in gone:
        found = {one.gap_id: sure for one in nows.get(old.asked, {}).values() if (sure := same(old, one))}
        pairs[old.gap_id] = sorted(found, key=lambda one: (-found[one], one))
    return {old: ids for old, ids in pairs.items() if ids}


def _by_rule(subjects: Iterable[Subject]) -> dict[str, dict[str, Subject]]:
    found: dict[str, dict[str, Subject]] = defaultdict(dict)
    for one in subjects:
        found[one.asked][one.gap_id] = one
    return found


def _too_many(gone: Iterable[Subject], new: Iterable[Subject]) -> set[str]:
    """Return the rules of which too many gaps have gone and come to be compared by their words."""
    olds, nows = _by_rule(gone), _by_rule(new)
    return {asked for asked, old in olds.items() if len(old) * len(nows.get(asked, ())) > MOST_PAIRS}


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


def _has_words(old: Subject, now: Subject) -> bool:
    """Whether both are about words of a document, and not about a file or another gap."""
    return not (now.file or now.about_gap or old.about_gap)


def _perhaps(
    gone: Iterable[Subject], new: Collection[Subject], files: Collection[str], taken: Mapping[str, Successor]
) -> dict[str, tuple[str, ...]]:
    """Return what may be meant by likeness alone: to be named, never to be taken."""
    used = {one.gap_id for one in taken.values()}
    free = [one for one in new if one.gap_id not in used]
    asked = [one for one in gone if one.item not in files]
    many = _too_many(asked, free)
    found = _pairs([one for one in asked if one.asked not in many], free, _likeness)
    told = {old: tuple(ids[:MOST_NAMED]) for old, ids in found.items()}
    return told | {one.gap_id: () for one in asked if one.asked in many}


def _likeness(old: Subject, now: Subject) -> float:
    """Return how likely a person means one by the other. A lone figure may be any other that its rule finds."""
    figures = all(_FIGURE.fullmatch(one.item) for one in (old, now))
    namesakes = bool(now.file) and are_namesakes(old.item, now.item)
    return 1.0 if figures or namesakes else likeness(old.item, now.item)
