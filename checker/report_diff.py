"""What changed between two gap reports, from their JSON alone. A gap that is only no longer asked is not closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.domain.change import Change as Change
from checker.domain.change import ChangeKind as ChangeKind
from checker.domain.change import Comparison as Comparison
from checker.domain.report import SCHEMA
from checker.report_ids import id_changes, is_found_no_more, may_be, rested_on_unread, told_of
from checker.report_notes import decision_notes, file_notes

Json = Mapping[str, Any]


def compare_reports(old: Json, new: Json) -> Comparison:
    """Return what changed. `ValueError` if one of the two is not a gap report."""
    for report in (old, new):
        if not isinstance(report, Mapping) or report.get("schema") != SCHEMA:
            msg = f"this is not a gap report ({SCHEMA})"
            raise ValueError(msg)
    try:
        changes = [*_gaps(old, new), *_expectations(old, new), *_failures(old, new)]
        notes = tuple(_notes(old, new))
    except (AttributeError, KeyError, TypeError) as error:
        msg = f"this gap report is not complete: {type(error).__name__} {error}"
        raise ValueError(msg) from error
    return Comparison(
        changes=tuple(sorted(changes, key=_concern)),
        notes=notes,
        title=f"What changed: {', '.join(new['councils']) or new['title']}",
        old_as_of=old["run"]["as_of"],
        new_as_of=new["run"]["as_of"],
    )


def findings_of(report: Json) -> Iterator[Json]:
    """Yield every finding of a gap report: of expectations, of statements, of the run."""
    for statement in report["statements"]:
        for expectation in statement["expectations"]:
            yield from expectation["findings"]
        yield from statement["findings"]
    yield from report["findings"]


def state_of(finding: Json) -> str:
    """Return a finding's outcome with `waived` beside it where that is so."""
    return f"{finding['outcome']}, waived" if "waived" in finding["flags"] else str(finding["outcome"])


# Outcomes from good to bad. What is not here cannot be compared: a person decides, or the rule does not apply.
_OUTCOMES = {"met": 0, "partly met": 1, "not met": 2, "not assessed": 3}
_STATUSES = {"supported": 0, "mixed": 1, "shortfall": 2, "absent": 2, "not assessed": 3}
_KINDS = {kind: place for place, kind in enumerate(ChangeKind)}
_WEIGHTS = {"essential": 0, "expected": 1, "helpful": 2}
_SHEETS = {"actions": "an action plan", "register": "a register of evidence"}
_THINGS = {"file": 0, "plugin": 0, "gap": 1, "expectation": 2}


def _gaps(old: Json, new: Json) -> Iterator[Change]:
    before, after = _by_id(old), _by_id(new)
    succession = id_changes(before, after, old, new)
    for gone, found in succession.taken.items():
        before[found.gap_id] = before.pop(gone)
    asked_first = _asked_first(old, new)
    for gap_id in sorted({*before, *after}):
        was, now = before.get(gap_id), after.get(gap_id)
        kind = _kind_of(was, now)
        if kind is ChangeKind.NEW and now and now["rule"] in asked_first:
            kind = ChangeKind.NEWLY_ASKED
        if kind is ChangeKind.CLOSED and was and rested_on_unread(was, old, new):
            kind = ChangeKind.OTHER
        perhaps = succession.unclear.get(gap_id)
        if perhaps is not None and was and _is_gap(was):
            yield _gap(ChangeKind.OTHER, was, now, may_be(perhaps))
        elif kind is ChangeKind.OTHER and was and not now and is_found_no_more(was, after.values(), old, new):
            yield _gap(ChangeKind.CLOSED, was, now, "The rule was asked and finds nothing of this any more.")
        elif kind:
            yield _gap(kind, was, now)
        if was and now and kind is not ChangeKind.NEW and _newly("stale", was, now):
            yield _gap(ChangeKind.NEWLY_STALE, was, now)


def _by_id(report: Json) -> dict[str, Json]:
    return {finding["gap_id"]: finding for finding in findings_of(report)}


def _kind_of(was: Json | None, now: Json | None) -> ChangeKind | None:
    if now is None:
        return ChangeKind.OTHER if was and _is_gap(was) else None
    if was is None:
        return ChangeKind.NEW if _is_open(now) else ChangeKind.WORSE if now["outcome"] == "not assessed" else None
    if _is_open(now) and not _is_open(was):
        return ChangeKind.NEW
    if state_of(was) == state_of(now):
        return ChangeKind.WORSE if _newly("suspect", was, now) else None
    if _is_open(was) and now["outcome"] == "met":
        return ChangeKind.CLOSED
    if _is_gap(was) and "waived" in now["flags"]:
        return ChangeKind.OTHER
    return _moved(_OUTCOMES, was["outcome"], now["outcome"])


def _asked_first(old: Json, new: Json) -> frozenset[str]:
    """
    Return the rules that were asked of nothing before, where the new run was given a sheet that the old one was not.

    Their gaps say that a plan or register is looked at now, not that the council has become worse.
    """
    if not given_first(old, new):
        return frozenset()
    outcomes: dict[str, set[str]] = {}
    for finding in old["findings"]:
        outcomes.setdefault(finding["rule"], set()).add(finding["outcome"])
    return frozenset(rule for rule, found in outcomes.items() if found == {"not applicable"})


def given_first(old: Json, new: Json) -> tuple[str, ...]:
    """Return in words which sheets the new run was given and the old one was not."""
    was, now = (report["run"].get("settings", {}) for report in (old, new))
    return tuple(words for name, words in _SHEETS.items() if name in now and name not in was)


_SUSPECT = ", what its attestation rests on has changed"
_NOT_ASKED = "The new report does not ask this: another scope, another rule pack, or a file that is gone."


def _gap(kind: ChangeKind, was: Json | None, now: Json | None, otherwise: str = _NOT_ASKED) -> Change:
    shown = now or was or {}
    return Change(
        kind=kind,
        what="gap",
        id=shown["gap_id"],
        title=_headline(shown),
        weight=shown["weight"],
        before=state_of(was) if was else "",
        after=f"{state_of(now)}{_SUSPECT if was and _newly('suspect', was, now) else ''}" if now else "",
        reason=now["reason"] if now else otherwise,
        priority=shown["priority"],
    )


def _headline(finding: Json) -> str:
    """Return what a gap is called, else what is asked; reports of earlier versions know only the latter."""
    missing = finding.get("gap_title") if _is_gap(finding) else None
    return str(missing or finding["title"])


def _is_gap(finding: Json) -> bool:
    return finding["outcome"] in ("partly met", "not met")


def _is_open(finding: Json) -> bool:
    return _is_gap(finding) and "waived" not in finding["flags"]


def _newly(flag: str, was: Json, now: Json) -> bool:
    return flag in now["flags"] and flag not in was["flags"]


def _moved(ranks: Mapping[str, int], was: str, now: str) -> ChangeKind:
    """Return the direction of a move; what can no longer be assessed is worse, whatever it was."""
    if was not in ranks or now not in ranks:
        return ChangeKind.WORSE if now == "not assessed" else ChangeKind.OTHER
    step = ranks[now] - ranks[was]
    return ChangeKind.WORSE if step > 0 else ChangeKind.BETTER if step < 0 else ChangeKind.OTHER


def _expectations(old: Json, new: Json) -> Iterator[Change]:
    before, after = _by_expectation(old), _by_expectation(new)
    for name in sorted(before.keys() & after.keys()):
        was, now = before[name]["status"], after[name]["status"]
        if was != now:
            title = after[name]["title"]
            yield Change(
                kind=_moved(_STATUSES, was, now), what="expectation", id=name, title=title, before=was, after=now
            )


def _by_expectation(report: Json) -> dict[str, Json]:
    return {one["id"]: one for statement in report["statements"] for one in statement["expectations"]}


def _failures(old: Json, new: Json) -> Iterator[Change]:
    """Rules that could not be asked are left out: their findings say it."""
    before, after = _by_failure(old), _by_failure(new)
    for what, name in sorted(after.keys() - before.keys()):
        reason = after[what, name]
        yield Change(kind=ChangeKind.WORSE, what=what, id=name, after="not assessed", reason=reason)
    for what, name in sorted(before.keys() - after.keys()):
        yield _recovered(what, name, new)


def _by_failure(report: Json) -> dict[tuple[str, str], str]:
    return {(one["what"], one["name"]): one["reason"] for one in report["not_assessed"] if one["what"] != "rule"}


def _recovered(what: str, name: str, new: Json) -> Change:
    """Return what became of a failure. A file that has gone was not read for all that: nothing is better."""
    gone = what == "file" and all(document["name"] != name for document in new["documents"])
    kind = ChangeKind.OTHER if gone else ChangeKind.BETTER
    fate = "no longer among the files" if gone else "read in full" if what == "file" else "no longer fails"
    reason = "It was never read in full, and what it said is not known." if gone else ""
    return Change(kind=kind, what=what, id=name, before="not assessed", after=fate, reason=reason)


def _notes(old: Json, new: Json) -> Iterator[str]:
    if old["councils"] and new["councils"] and old["councils"] != new["councils"]:
        yield f"The councils differ: {', '.join(old['councils'])}; now {', '.join(new['councils'])}."
    was, now = old["run"], new["run"]
    for field, words in (
        ("as_of", "day of the assessment"),
        ("checker", "version of the checker"),
        ("edition", "edition"),
    ):
        if was[field] != now[field]:
            yield f"The {words} differs: {was[field]}; now {now[field]}."
    yield from file_notes(old, new)
    yield from decision_notes(old, new)
    yield from _pack_notes(was["packs"], now["packs"])
    for words in given_first(old, new):
        yield f"{words.capitalize()} was given and was not before: questions about it are asked for the first time."
    for words in given_first(new, old):
        yield f"{words.capitalize()} was given before and is not now: questions about it are no longer asked."
    yield from told_of(id_changes(_by_id(old), _by_id(new), old, new))
    if _scope(old) != _scope(new):
        yield f"The scope differs: {_listed(_scope(old))}; now {_listed(_scope(new))}."


def _pack_notes(was: Iterable[Json], now: Iterable[Json]) -> Iterator[str]:
    before = {pack["name"]: pack["origin"] for pack in was}
    after = {pack["name"]: pack["origin"] for pack in now}
    differing = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    if differing:
        yield f"The rules differ, so that gaps may have changed without any new evidence: {_listed(differing)}."


def _scope(report: Json) -> list[str]:
    return sorted(statement["id"] for statement in report["statements"] if statement["in_scope"])


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _concern(change: Change) -> tuple[int, int, int, int, str]:
    weight = _WEIGHTS.get(change.weight, len(_WEIGHTS))
    return _KINDS[change.kind], _THINGS[change.what], weight, -change.priority, change.id
