"""Gaps of two reports that are the same by another id: a file was renamed, or words have changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from checker.domain.document import DocumentKind
from checker.gap_succession import MOST_NAMED, Subject, Succession, find_successors
from checker.text.version_names import names_one_document

Json = Mapping[str, Any]
_SAYS_NOTHING = frozenset({"not applicable", "not assessed"})
_SELF_ASSESSMENT = DocumentKind.SELF_ASSESSMENT.value


def id_changes(before: Mapping[str, Json], after: Mapping[str, Json], old: Json, new: Json) -> Succession:
    """Return what became of the ids that only the old report has; `before` and `after` are all findings by id."""
    gone = _subjects((one for name, one in before.items() if name not in after), old, before)
    come = _subjects((one for name, one in after.items() if name not in before), new, after)
    return find_successors(gone, come, _files(new))


def told_of(changes: Succession) -> Iterator[str]:
    """Yield, if any, how many findings go by another id now, and the first few."""
    moved = sorted((old, found.gap_id) for old, found in changes.taken.items())
    if moved:
        told = "; ".join(f"{old} is {new} now" for old, new in moved[:MOST_NAMED])
        more = f"; and {len(moved) - MOST_NAMED} more" if len(moved) > MOST_NAMED else ""
        findings = "1 finding is" if len(moved) == 1 else f"{len(moved)} findings are"
        yield f"{findings} the same by another id, since a file was renamed or words have changed: {told}{more}."


def may_be(ids: Collection[str]) -> str:
    """Return what to say of a gap that may be one of these now; none of them if there are too many to compare."""
    return f"It may be {' or '.join(ids) or 'one of the many new ones'} now: a person must look."


def _subjects(findings: Iterable[Json], report: Json, all_ids: Collection[str]) -> list[Subject]:
    """Return what findings are about; those without an item have the same id whatever happens."""
    files = _files(report)
    return [
        Subject(
            gap_id=one["gap_id"],
            asked=one["gap_id"].removesuffix(f"/{one['item']}"),
            item=one["item"],
            file=files.get(one["item"], ""),
            about_gap=one["item"] in all_ids,
        )
        for one in findings
        if one.get("item")
    ]


def _files(report: Json) -> dict[str, str]:
    return {document["name"]: document.get("sha256", "") for document in report["documents"]}


def is_found_no_more(was: Json, after: Iterable[Json], old: Json, new: Json) -> bool:
    """
    Return whether a gap about one item is gone because its rule, asked again, finds nothing of it.

    It is only where all that the gap rested on is read in full now, and so is every self-assessment of before: what is
    gone or could not be read was not put right. A rule that could say nothing closes nothing.
    """
    item = was.get("item", "")
    again = [one for one in after if (one["rule"], one.get("statement")) == (was["rule"], was.get("statement"))]
    answered = any(
        one["outcome"] == "met" or (one.get("item") and one["outcome"] not in _SAYS_NOTHING) for one in again
    )
    failed = any(one["outcome"] == "not assessed" for one in again)
    return bool(item and answered and not failed) and all(_is_read(name, old, new) for name in _rests_on(was, old))


def rested_on_unread(was: Json, old: Json, new: Json) -> bool:
    """Return whether a document that a gap rested on was read in full before, is still there, and is not read now."""
    there = [name for name in _rests_on(was, old) if name in _files(new)]
    return any(_is_read(name, old, old) and not _is_read(name, old, new) for name in there)


def _rests_on(was: Json, old: Json) -> set[str]:
    """Return the documents that a gap cited or is about, and every self-assessment."""
    about = {was.get("item", ""), *(one["document"] for one in was.get("citations", ()))}
    kinds = {one["name"]: one.get("kind") for one in old["documents"]}
    return {name for name, kind in kinds.items() if name in about or kind == _SELF_ASSESSMENT}


def _is_read(name: str, old: Json, new: Json) -> bool:
    """Whether a document of before is read in full now, under its name, elsewhere, or as a new version beside it."""
    now = {one["name"]: one for one in new["documents"]}
    digest = _files(old)[name]
    elsewhere = [one for one in now.values() if digest and one.get("sha256") == digest]
    versions = [one for one in now.values() if names_one_document(name, one["name"])]
    meant = [now[name]] if name in now else elsewhere or versions
    unread = {one["name"] for one in new["not_assessed"] if one["what"] == "file"}
    return bool(meant) and all(one.get("status", "ok") == "ok" and one["name"] not in unread for one in meant)
