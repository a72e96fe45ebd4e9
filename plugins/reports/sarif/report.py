"""The SARIF log: one run with its rules, its results, what it read and what failed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from checker import GapReport

from ..content.before_sharing import sharing_lines
from ..content.lookup import Lookup
from ..content.parts import Extent, text_of
from ..safe_text import json_chunks, one_line
from .results import result
from .rules import rules
from .text import BASE, Json, location, message

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE_EXPLAINED: Final = (
    "The files that the checker was given. Names of members of archives follow the archive's and `!`."
)


class Sarif:
    """
    SARIF 2.1.0. Every finding is a result: gaps fail, other outcomes have a kind of their own and no level.

    Regions count characters (Unicode code points) in the text as it was extracted, which for plain text and Markdown is
    the file itself. Nothing says when or where it was run.
    """

    name = "sarif"
    suffix = "sarif"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the log in chunks."""
        yield from json_chunks({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: GapReport) -> Json:
    look = Lookup.of(report, Extent())
    described = rules(report.all_findings)
    places = {rule["id"]: number for number, rule in enumerate(described)}
    artifacts = {record.name: number for number, record in enumerate(report.documents)}
    return {
        "tool": _tool(report, described),
        "automationDetails": {"id": f"gap-report/{one_line(report.run.as_of)}"},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {BASE: {"description": message(_BASE_EXPLAINED)}},
        "artifacts": [_artifact(report, number) for number in range(len(report.documents))],
        "results": [result(finding, look, places, artifacts) for finding in report.all_findings],
        "columnKind": "unicodeCodePoints",
        "properties": {
            "asOf": one_line(report.run.as_of),
            "councils": [one_line(name) for name in report.councils],
            "framework": one_line(f"{report.framework.title}, {report.framework.edition.label}"),
            "notice": [one_line(line) for line in report.notice],
        },
    }


def _tool(report: GapReport, described: list[Json]) -> Json:
    driver = {
        "name": "checker",
        "version": one_line(report.run.checker),
        "fullName": "checker: what is evidenced, what is missing, what to do; not a rating",
        "rules": described,
    }
    packs = [{"name": one_line(pack.name), "version": one_line(pack.version)} for pack in report.run.packs]
    return {"driver": driver, "extensions": packs} if packs else {"driver": driver}


def _invocation(report: GapReport) -> Json:
    """Return how the run went. It was successful only if nothing failed."""
    notes = [_notification("note", f"Before you share: {text_of(line)}") for line in sharing_lines(report)]
    notes += [_notification("error", f"{one.what} {one.name}: {one.reason}") for one in report.not_assessed]
    notes += [_notification("warning", warning) for warning in report.warnings]
    return {"executionSuccessful": not report.not_assessed, "toolExecutionNotifications": notes}


def _notification(level: str, text: str) -> Json:
    return {"level": level, "message": message(text)}


def _artifact(report: GapReport, number: int) -> Json:
    record = report.documents[number]
    artifact: Json = {"location": location(record.name, number), "length": record.size}
    if record.sha256:
        artifact["hashes"] = {"sha-256": record.sha256}
    told = {"kind": record.kind.value, "status": record.status.value, "title": one_line(record.title)}
    return artifact | {"properties": {name: value for name, value in told.items() if value}}
