"""Finds files that are there twice: the same to the last byte, by nearly all their text, or versions by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker import DocumentRecord, dataclass

# What people put behind a name to tell versions apart: "v7", "final", "(2)", "copy", "draft".
_VERSION = re.compile(
    r"[\s_.-]*(?:\(\d{1,3}\)|~\d{1,3}|\bv(?:er(?:sion)?)?[\s.]?\d{1,3}(?:\.\d{1,3})?|\b(?:final|draft|copy|old|new|latest|amended|clean|tracked))$",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[\s_.-]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Copies:
    """Files that seem to be one: their names, sorted, and why."""

    names: tuple[str, ...]
    reason: str


def copies(records: Sequence[DocumentRecord]) -> list[Copies]:
    """Return groups of files that are the same, that have nearly the same text, or that seem to be versions of one."""
    same: dict[str, list[DocumentRecord]] = {}
    for record in records:
        if record.sha256 and record.size:
            same.setdefault(record.sha256, []).append(record)
    found = [_group(own, "the same to the last byte") for own in same.values() if len(own) > 1]
    stems: dict[str, list[DocumentRecord]] = {}
    for own in same.values():
        stems.setdefault(_stem(own[0].name), []).append(own[0])
    for stem, own in stems.items():
        if len(own) > 1 and any(_stem(one.name) != _plain(one.name) for one in own) and stem:
            found.append(_group(own, _versions(own)))
    told = {name for group in found for name in group.names}
    found += [
        _group(own, "nearly the same in their text") for own in _near(records) if not told.issuperset(_names(own))
    ]
    return sorted(found, key=lambda group: group.names)


def _near(records: Sequence[DocumentRecord]) -> list[list[DocumentRecord]]:
    """Return each document with those that have nearly its text."""
    by_name = {record.name: record for record in records}
    groups: dict[str, list[DocumentRecord]] = {}
    for record in records:
        if record.near in by_name:
            groups.setdefault(record.near, [by_name[record.near]]).append(record)
    return list(groups.values())


def _names(records: Sequence[DocumentRecord]) -> list[str]:
    return [record.name for record in records]


def _group(records: Sequence[DocumentRecord], reason: str) -> Copies:
    return Copies(names=tuple(sorted(record.name for record in records)), reason=reason)


def _versions(records: Sequence[DocumentRecord]) -> str:
    """Say that files seem to be versions, and which is the newest by the dates that they state."""
    dated = [record for record in records if record.date]
    newest = max(dated, key=lambda record: (record.date, record.name), default=None)
    only = newest and sum(record.date == newest.date for record in dated) == 1 and len(dated) == len(records)
    offer = f"; the newest by its date is {newest.name} ({newest.date})" if newest and only else ""
    return f"versions of one document by their names{offer}"


def _stem(name: str) -> str:
    """Return a file's name without what tells versions apart."""
    stem = _plain(name)
    while (shorter := _VERSION.sub("", stem)) != stem:
        stem = shorter
    return stem


def _plain(name: str) -> str:
    last = name.rsplit("/", 1)[-1].rsplit("!", 1)[-1]
    stem = last.rsplit(".", 1)[0] if "." in last[1:] else last
    return _JOINTS.sub(" ", stem).strip().lower()
