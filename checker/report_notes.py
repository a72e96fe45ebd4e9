"""What else differs between two gap reports than their gaps: files that came or went, decisions that have run out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]
_NAMED = 3
_DECISIONS = {"waivers": "waiver", "attestations": "attestation"}


def file_notes(old: Json, new: Json) -> Iterator[str]:
    """Yield how many files were added and removed, with the names of a few. One that was renamed is neither."""
    before, after = (
        {one["name"]: one.get("sha256", "") for one in report.get("documents", ())} for report in (old, new)
    )
    gone, come = _only_in(before, after), _only_in(after, before)
    for names, what in ((come, "added"), (gone, "removed")):
        if names:
            were = "file was" if len(names) == 1 else "files were"
            yield f"{len(names):,} {were} {what}: {_few(names)}."


def _only_in(these: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """Return the names of files that the other report has neither by name nor, if it is known, by content."""
    known = {content for content in others.values() if content}
    return sorted(name for name, content in these.items() if name not in others and content not in known)


def decision_notes(old: Json, new: Json) -> Iterator[str]:
    """Yield each waiver and attestation that was in force in the old report and has expired in the new one."""
    for key, what in _DECISIONS.items():
        was = {_decision(one) for one in old.get(key, ()) if one["state"] == "in force"}
        for one in new.get(key, ()):
            if one["state"] == "expired" and _decision(one) in was:
                yield f"The {what} of {one['gap_id']} by {one['person']} expired on {one['end']}."


def _decision(one: Json) -> tuple[str, str, str]:
    return one["gap_id"], one["person"], one["start"]


def _few(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")
