"""
Documents that say the same twice: identical files, nearly the same text, versions of one document.

A copy of a file adds no evidence; near copies and versions are read and counted, but do not corroborate one another.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus
from checker.run.sources import SourceEntry
from checker.text.version_names import stem_of
from checker.values import dataclass, field, replace

SKETCH_SIZE = 64
"""How many of a text's sentence hashes are kept: the smallest, a fair sample of them."""

NEARLY_SAME = 0.8
"""Share of the sentences of two texts, taken together, that both have: from here on they are nearly the same."""

A_VERSION = 0.2
"""The same for two documents whose names differ only by a mark of version."""

_LOOKED_UP = 8
"""Of so many hashes of an original, the smallest, it is known which document has them. Of two texts that are nearly the
same, each of these is in both with a probability of .8: that none is happens three times in a million."""

FEWEST_SENTENCES = 5
_MOST_COMPARED, _MOST_NAMED = 50, 5
_SAME = "The same as {name}, byte for byte: what it says is counted there."

Sketch = tuple[int, ...]


def sketch_of(sentences: Iterable[str]) -> Sketch:
    """
    Return the smallest hashes of the sentences, sorted; case and blanks do not matter.

    Empty for a text of fewer than five different sentences: too little to tell a copy by.
    """
    hashes = {_hash(" ".join(sentence.split()).casefold()) for sentence in sentences}
    return tuple(sorted(hashes)[:SKETCH_SIZE]) if len(hashes) >= FEWEST_SENTENCES else ()


def likeness(one: Sketch, other: Sketch) -> float:
    """Return about how great a share of all their sentences two texts have in common, from 0 to 1."""
    if not one or not other:
        return 0.0
    both = sorted({*one, *other})[:SKETCH_SIZE]
    shared = set(one) & set(other)
    return sum(1 for each in both if each in shared) / len(both)


def _hash(sentence: str) -> int:
    return int.from_bytes(blake2b(sentence.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def chosen_first(entries: Iterable[SourceEntry], chosen: Iterable[Path]) -> list[SourceEntry]:
    """Return the files in their order, those that were named as the self-assessment first: they count, not copies."""
    places = {path.resolve() for path in chosen}
    return sorted(entries, key=lambda entry: entry.path.resolve() not in places) if places else list(entries)


@dataclass(kw_only=True, slots=True)
class _Original:
    """
    The first document of a text; `versions` are the names of all that are versions of it, itself included.

    Its sketch is packed: as a tuple of numbers it would take four times the memory.
    """

    name: str
    packed: array[int]
    versions: list[str]

    @property
    def sketch(self) -> Sketch:
        return tuple(self.packed)


@dataclass(slots=True)
class Duplicates:
    """
    Looks at the documents of a run one by one; the first of several that say the same counts as the original.

    What is kept for each document is small: its hash, and its sketch unless it is a copy.
    """

    _by_sha256: dict[str, str] = field(default_factory=dict)
    _by_hash: dict[int, _Original | list[_Original]] = field(default_factory=dict)
    _by_stem: dict[str, list[_Original]] = field(default_factory=dict)
    _original_of: dict[str, str] = field(default_factory=dict)
    _groups: list[_Original] = field(default_factory=list)

    def seen(self, record: DocumentRecord, sketch: Sketch) -> DocumentRecord:
        """Return the record with `same_as` and `near` where an earlier document says the same."""
        if record.status is ReadStatus.FAILED or not record.sha256:
            return record
        same = self._by_sha256.setdefault(record.sha256, record.name)
        if same != record.name:
            self._original_of[record.name] = self.original(same)
            return _copy(record, same)
        if not sketch:
            return record
        original = self._like(record.name, sketch)
        if original is None:
            self._keep(record.name, sketch)
            return record
        self._original_of[record.name] = original.name
        if stem_of(record.name).plain == stem_of(original.name).plain:
            original.versions.append(record.name)
        is_near = likeness(original.sketch, sketch) >= NEARLY_SAME
        return replace(record, near=original.name) if is_near else record

    def original(self, name: str) -> str:
        """Return the document that counts as the source of what `name` says: itself unless it repeats another."""
        return self._original_of.get(name, name)

    def dated(self, records: Sequence[DocumentRecord]) -> list[DocumentRecord]:
        """Return the records with `newer` where a version with a later date of its own was read."""
        by_name = {record.name: record for record in records}
        newest = {name: last for group in self._groups for name, last in _newest(group, by_name).items()}
        return [replace(one, newer=newest[one.name]) if one.name in newest else one for one in records]

    def _like(self, name: str, sketch: Sketch) -> _Original | None:
        """Return the first original of this text: nearly the same, or a version of it by name and text."""
        shared = Counter[int]()
        met: dict[int, _Original] = {}
        for each in sketch:
            for original in self._with(each):
                met[id(original)] = original
                shared[id(original)] += 1
        likeliest = [met[key] for key, _ in shared.most_common(_MOST_COMPARED)]
        near = [one for one in likeliest if likeness(one.sketch, sketch) >= NEARLY_SAME]
        stem = stem_of(name)
        namesakes = [one for one in self._by_stem.get(stem.plain, ()) if stem.marked or stem_of(one.name).marked]
        versions = [one for one in namesakes if likeness(one.sketch, sketch) >= A_VERSION]
        return min([*near, *versions], key=lambda one: -likeness(one.sketch, sketch), default=None)

    def _keep(self, name: str, sketch: Sketch) -> None:
        original = _Original(name=name, packed=array("Q", sketch), versions=[name])
        self._groups.append(original)
        self._by_stem.setdefault(stem_of(name).plain, []).append(original)
        for each in sketch[:_LOOKED_UP]:
            known = self._with(each)
            if len(known) < _MOST_COMPARED:
                self._by_hash[each] = [*known, original] if known else original

    def _with(self, each: int) -> Sequence[_Original]:
        """Return the originals with this hash; hardly ever is it in several, and a list for each would take most."""
        found = self._by_hash.get(each, ())
        return (found,) if isinstance(found, _Original) else found

    def undated(self, records: Sequence[DocumentRecord]) -> dict[str, str]:
        """Return the versions of which no date tells the newest, each with the first document of their text."""
        by_name = {record.name: record for record in records}
        groups = (group for group in self._groups if len(group.versions) > 1 and not _newest(group, by_name))
        return {name: group.name for group in groups for name in group.versions if name != group.name}


def _copy(record: DocumentRecord, original: str) -> DocumentRecord:
    """Return the record of an identical file as it is listed: read, and without evidence of its own."""
    reason = " ".join(filter(None, (record.reason, _SAME.format(name=original))))
    return replace(record, reason=reason, same_as=original, sentences=0, recognised=0, statuses={}, not_recognised=())


def _newest(group: _Original, by_name: dict[str, DocumentRecord]) -> dict[str, str]:
    """Return the newest version for each older one; nothing where dates are missing or the same."""
    dates = {name: by_name[name].date for name in group.versions if name in by_name and by_name[name].date}
    if len(dates) < 2:
        return {}
    last = max(sorted(dates), key=lambda name: dates[name])
    return {name: last for name, date in dates.items() if date < dates[last]}


def duplicate_warnings(records: Sequence[DocumentRecord]) -> tuple[str, ...]:
    """Return what to say of copies, near copies and older versions, a few of each named."""
    copies = [f"{one.name} (as {one.same_as})" for one in records if one.same_as]
    near = [f"{one.name} (like {one.near})" for one in records if one.near]
    older = [f"{one.name} (newer: {one.newer})" for one in records if one.newer]
    told = (
        (copies, "the same as another file, byte for byte, and counted once"),
        (near, "nearly the same in text as another; they are counted, but do not corroborate each other"),
        (older, "an older version of a document; keep the newest alone if the others no longer hold"),
    )
    return tuple(f"{_documents(names)} {what}: {_few(names)}." for names, what in told if names)


def _documents(names: Sequence[str]) -> str:
    return "1 document is" if len(names) == 1 else f"{len(names):,} documents are"


def _few(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(sorted(names)[:_MOST_NAMED]) + more
