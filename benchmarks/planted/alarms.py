"""What the checker says of one library: each finding as alarms that a plant can be compared with."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .library import SELF_ASSESSMENT
from .make import AS_OF

OUTCOMES = frozenset({"not met", "partly met", "needs review"})
NOT_ASSESSED = "not-assessed:"
_ANSWERED = (0, 1, 3)
"""Exit codes of a run that wrote its report."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Alarm:
    """
    One thing that a report says is wrong.

    A finding gives one alarm for each passage that it cites, and one without a place if it cites none. `file` is a
    name in the library, or `self-assessment`; a finding that cites nothing has one if its item is the document's title.
    """

    rule: str
    gap_id: str
    weight: str
    about: str
    file: str = ""
    text: str = ""


def assess(folder: Path) -> tuple[Alarm, ...]:
    """Run the checker on a library as a user would. `RuntimeError` with its messages if it writes no report."""
    command = [sys.executable, "-m", "checker", "assess", str(folder / "evidence"), "--format", "json", "--quiet"]
    command += ["--self-assessment", str(folder / f"{SELF_ASSESSMENT}.docx"), "--as-of", AS_OF]
    if _takes_register():
        command += ["--register", str(folder / "register.xlsx")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode not in _ANSWERED:
        msg = f"the checker ended with {done.returncode} on {folder}:\n{done.stderr}"
        raise RuntimeError(msg)
    return alarms_of(json.loads(done.stdout))


def alarms_of(report: Mapping[str, Any]) -> tuple[Alarm, ...]:
    """Return the alarms of a gap report in its JSON form."""
    texts = {(one["document"], one["start"], one["end"]): one["text"] for one in report["passages"]}
    documents = report.get("documents", ())
    named = {one["title"]: one["name"] for one in documents if one["title"]}
    named |= {one["name"]: one["name"] for one in documents if library_name(one["name"]) == SELF_ASSESSMENT}
    alarms = [alarm for finding in _findings(report) for alarm in _alarms(finding, texts, named)]
    return (*alarms, *map(_not_assessed, report["not_assessed"]))


def library_name(document: str) -> str:
    """Return the name that the key uses for a document of the report."""
    return SELF_ASSESSMENT if document.startswith(f"{SELF_ASSESSMENT}.") else document


@cache
def _takes_register() -> bool:
    shown = subprocess.run(
        [sys.executable, "-m", "checker", "assess", "--help"], capture_output=True, text=True, check=True
    )
    return "--register" in shown.stdout


def _findings(report: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from report["findings"]
    for statement in report["statements"]:
        yield from statement["findings"]
        for expectation in statement["expectations"]:
            yield from expectation["findings"]


def _alarms(
    finding: Mapping[str, Any], texts: Mapping[tuple[str, int, int], str], named: Mapping[str, str]
) -> Iterable[Alarm]:
    if finding["outcome"] not in OUTCOMES:
        return
    about = " | ".join(filter(None, (finding["item"], finding["statement"], finding["expectation"], finding["reason"])))
    places = [(one["document"], one["start"], one["end"]) for one in finding["citations"]]
    for place in places or [(named.get(finding["item"], ""), 0, 0)]:
        yield Alarm(
            rule=finding["rule"],
            gap_id=finding["gap_id"],
            weight=finding["weight"],
            about=about,
            file=library_name(place[0]),
            text=texts.get(place, ""),
        )


def _not_assessed(entry: Mapping[str, Any]) -> Alarm:
    rule = f"{NOT_ASSESSED}{entry['what']}"
    return Alarm(rule=rule, gap_id=f"{rule}/{entry['name']}", weight="essential", about=entry["name"])
