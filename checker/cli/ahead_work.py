"""The work of `checker ahead`: a run on a later day, and the days that people set until then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from checker.cli.again import AgainOptions, Json, request_of
from checker.cli.diff_work import change_lines
from checker.cli.look import Look, count, json_text, safe
from checker.cli.running import Answer
from checker.domain.actions import is_closed_status
from checker.errors import UsageError, shown_path
from checker.pipeline import assess
from checker.plugin_manager import PluginSetup
from checker.report_diff import Change, compare_reports
from checker.report_json import to_json
from checker.settings import Settings
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """A day that people set: `what` falls due or ends (`action`, `waiver`, `attestation`, `review`), and of what."""

    day: str
    what: str
    id: str
    title: str = ""


def looked_ahead(
    file: Path,
    recorded: Json,
    options: AgainOptions,
    settings: Settings,
    look: Look,
    setup: PluginSetup,
    *,
    until: str,
    as_json: bool,
) -> Answer:
    """Return what changes until a day. `UsageError` if that is no day, or not after the report's."""
    request = request_of(recorded, options, settings, _later(until, recorded))
    again = json.loads(json.dumps(to_json(assess(request, setup.load()))))
    try:
        found = [one for one in compare_reports(recorded, again).changes if one.what in ("gap", "expectation")]
    except ValueError as error:
        raise UsageError(f"{shown_path(file)}: {error}") from error
    due = sorted(falling_due(recorded, until), key=lambda one: (one.day, one.what, one.id))
    if as_json:
        told = {"from": recorded["run"]["as_of"], "to": until, "due": list(map(asdict, due))}
        told["changes"] = [asdict(one) for one in found]
        text = json_text(told)
    else:
        text = "\n".join(_lines(recorded["run"]["as_of"], until, due, found, look))
    return Answer(text=text, code=1 if due or found else 0)


def falling_due(report: Json, until: str) -> Iterator[Due]:
    """Yield every day after the report's own, up to `until`, that stands in its plan, decisions and register."""
    since = report["run"]["as_of"]
    for action in report["actions"]:
        open_still = not is_closed_status(action["typed"].get("status", ""))
        if open_still and since < action["due"] <= until:
            title = action["typed"].get("action", "") or action["title"]
            yield Due(day=action["due"], what="action", id=action["gap_id"], title=title)
    for what, key in (("waiver", "waivers"), ("attestation", "attestations")):
        for one in report[key]:
            if one["state"] == "in force" and since <= one["end"] < until:
                yield Due(day=one["end"], what=what, id=one["gap_id"], title=f"{one['person']}: {one['reason']}")
    for document in report["documents"]:
        review = document["tags"]["review"]
        if review and since < review <= until:
            yield Due(day=review, what="review", id=document["name"], title=document["tags"]["title"])


def _later(until: str, report: Json) -> str:
    try:
        day = date.fromisoformat(until).isoformat()
    except ValueError as error:
        raise UsageError(
            f"'{until}' is not a day of the calendar (expected year-month-day, e.g. 2026-12-31)"
        ) from error
    if day <= str(report.get("run", {}).get("as_of", "")):
        raise UsageError(f"{day} is not after the day of the report (expected a later day)")
    return day


_DUE = {
    "action": "An action is due",
    "waiver": "A waiver ends: the gap is open again the day after",
    "attestation": "An attestation ends",
    "review": "A document is due for review",
}


def _lines(since: str, until: str, due: list[Due], found: list[Change], look: Look) -> Iterator[str]:
    yield look.title(f"From {since} to {until}, if nothing is done")
    for one in due:
        yield from look.wrapped(safe(f"{one.day}: {_DUE[one.what]}: {one.title or one.id}"), 2, "* ")
        if one.title and one.id:
            yield f"      {safe(one.id)}"
    if not due:
        yield "  No action, waiver, attestation or review has a day in between."
    yield from change_lines(found, look)
    yield ""
    yield f"{count(len(due), 'day')} set by people; {count(len(found), 'change')} in what the rules find by then."
