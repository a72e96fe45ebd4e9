"""What every OSCAL document is made of: identifiers, times, properties, and text that stays text."""

from __future__ import annotations

import re
from typing import Any, Final, TypeAlias
from uuid import NAMESPACE_URL, UUID, uuid5

from checker import GapReport

from ..content.before_sharing import in_a_line
from ..markdown import escaped
from ..safe_text import one_line

Json: TypeAlias = dict[str, Any]
OSCAL_VERSION: Final = "1.2.1"
NAMESPACE: Final = "urn:council-checker:gap-report"
"""Namespace of our own properties; OSCAL gives no meaning to them."""

_UUIDS: Final = uuid5(NAMESPACE_URL, NAMESPACE)
_NOT_TOKEN = re.compile(r"[^A-Za-z0-9_.-]+")


class Ids:
    """
    Identifiers that stay the same from run to run for the same subject.

    They depend on the councils and the statements in scope, never on files, the date or a clock.
    """

    def __init__(self, report: GapReport) -> None:
        scope = (one.id for one in report.statements if one.in_scope)
        self._root = uuid5(_UUIDS, "\n".join((*report.councils, "", *scope)).encode("utf-8", "replace").decode())

    def of(self, what: str, key: str = "") -> str:
        """Return the identifier of a thing of one kind."""
        return str(uuid5(self._root, f"{what}\n{one_line(key)}"))

    @property
    def root(self) -> UUID:
        """What all others are made from."""
        return self._root


def moment(day: str) -> str:
    """Return midnight (UTC) of an ISO date; a run has a date and no time of day."""
    return f"{day}T00:00:00Z"


def token(text: str) -> str:
    """Return an id as OSCAL allows it: letters, digits, `_.-`, not beginning with a digit."""
    safe = _NOT_TOKEN.sub("-", text) or "none"
    return safe if safe[0].isalpha() or safe[0] == "_" else f"_{safe}"


def line(text: str) -> str:
    """Return text as one line of Markdown that shows it as it stands; never empty."""
    return escaped(one_line(text)) or "–"


def prop(name: str, value: object) -> Json:
    """Return a property in our namespace."""
    return {"name": name, "ns": NAMESPACE, "value": one_line(str(value)) or "–"}


def props(**values: object) -> list[Json]:
    """Return the properties that have a value; `_` in names becomes `-`."""
    return [prop(name.replace("_", "-"), value) for name, value in values.items() if value not in ("", None)]


def metadata(report: GapReport, ids: Ids, title: str) -> Json:
    """Return the head of a document. Its version is the date of the assessment."""
    found: Json = {
        "title": line(title),
        "last-modified": moment(report.run.as_of),
        "version": one_line(report.run.as_of),
        "oscal-version": OSCAL_VERSION,
        "props": props(checker=report.run.checker, framework=report.framework.title, edition=report.run.edition),
    }
    if report.councils:
        found["parties"] = [
            {"uuid": ids.of("party", name), "type": "organization", "name": one_line(name)} for name in report.councils
        ]
    sharing = in_a_line(report)
    told = [f"Before you share: {sharing}.", *report.notice] if sharing else report.notice
    return found | {"remarks": "\n\n".join(line(one) for one in told) or "–"}
