"""Gaps of two reports that are the same by another id: a file was renamed, or words have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.gap_succession import MOST_NAMED, Subject, Succession, find_successors

Json = Mapping[str, Any]
_SAYS_NOTHING = frozenset({"not applicable", "not assessed"})


def id_changes(before: Mapping[str, Json], after: Mapping[str, Json], old: Json, new: Json) -> Succession:
    """Return what became of the ids that only the old report has; `before` and `after` are all findings by id."""
    gone = _subjects((one for name, one in before.items() if name not in after), old)
    come = _subjects((one for name, one in after.items() if name not in before), new)
    return find_successors(gone, come, _files(new))


def told_of(changes: Succession) -> Iterator[str]:
    """Yield, if any, how many findings go by another id now, and the first few."""
    moved = sorted((old, found.gap_id) for old, found in changes.taken.items())
    if moved:
        told = "; ".join(f"{old} is {new} now" for old, new in moved[:MOST_NAMED])
        more = f"; and {len(moved) - MOST_NAMED} more" if len(moved) > MOST_NAMED else ""
        findings = "1 finding is" if len(moved) == 1 else f"{len(moved)} findings are"
        yield f"{findings} the same by another id, since a file was renamed or words have changed: {told}{more}."


def _subjects(findings: Iterable[Json], report: Json) -> list[Subject]:
    """Return what findings are about; those without an item have the same id whatever happens."""
    files = _files(report)
    return [
        Subject(
            gap_id=one["gap_id"],
            asked=one["gap_id"].removesuffix(f"/{one['item']}"),
            item=one["item"],
            file=files.get(one["item"], ""),
        )
        for one in findings
        if one.get("item")
    ]


def _files(report: Json) -> dict[str, str]:
    return {document["name"]: document.get("sha256", "") for document in report["documents"]}


def is_found_no_more(was: Json, after: Iterable[Json], old: Json, new: Json) -> bool:
    """
    Return whether a gap about one item is gone because its rule, asked again, finds nothing of it.

    A file that is no longer there was not put right, and what could not be asked or read says nothing.
    """
    item = was.get("item", "")
    again = {
        one["outcome"] for one in after if one["rule"] == was["rule"] and one.get("statement") == was.get("statement")
    }
    failed = {one["name"] for one in new["not_assessed"]}
    is_there = item not in _files(old) or item in _files(new)
    return bool(item and again - _SAYS_NOTHING) and is_there and item not in failed
