"""The findings as CSV for spreadsheets: one row for each. `docs/formats.md` says what each column means."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from checker import Comparison, Concern, GapReport, Passage, ReportedFinding, headline

from .content.changes import HEAD, cells
from .content.lookup import Lookup
from .content.parts import Extent
from .safe_text import one_line, shortened
from .wording import place

_FORMULA: Final = re.compile(r"[\s'\"]*[=+\-@＝＋－＠]")
_LONGEST: Final = 32_000
"""Characters in a cell: spreadsheets cut what is longer than 32,767."""

_BOM: Final = b"\xef\xbb\xbf"
_Column = Callable[[ReportedFinding, Lookup], object]


class Csv:
    """
    UTF-8 with a byte order mark and CRLF, every cell in quotation marks, as Excel and LibreOffice open it.

    A cell that a spreadsheet could take for a formula begins with an apostrophe. A table has no first page: what to
    look at before it is shared stands in the row whose words come from that file.
    """

    name = "csv"
    suffix = "csv"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the head, then one row for each finding in the order of the report."""
        look = Lookup.of(report, Extent())
        yield _BOM + _row(list(COLUMNS))
        for finding in report.all_findings:
            yield _row([cell(column(finding, look)) for column in COLUMNS.values()])

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield the head, then one row for each change, worst first."""
        yield _BOM + _row(["change", *(name.lower() for name in HEAD)])
        for change in comparison.changes:
            yield _row([cell(one) for one in (change.kind.value, *cells(change))])


def cell(value: object) -> str:
    """Return a value as the text of a cell: one line, of bounded length, never a formula."""
    text = shortened(one_line(str(value)), _LONGEST)
    return f"'{text}" if _FORMULA.match(text) else text


def _row(cells: list[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode("utf-8")


def _status(finding: ReportedFinding, look: Lookup) -> str:
    expectation = look.expectations.get(finding.expectation)
    return expectation.status.value if expectation else ""


def _count(side: str) -> _Column:
    def counted(finding: ReportedFinding, look: Lookup) -> object:
        expectation = look.expectations.get(finding.expectation)
        return getattr(expectation, side) if expectation else ""

    return counted


def _latest(finding: ReportedFinding, look: Lookup) -> str:
    expectation = look.expectations.get(finding.expectation)
    return (expectation.latest_evidence or "") if expectation else ""


def _first(told: Callable[[Passage], object]) -> _Column:
    def first(finding: ReportedFinding, look: Lookup) -> object:
        cited = look.cited(finding.citations[:1])
        return told(cited[0]) if cited else ""

    return first


def _typed(key: str) -> _Column:
    def typed(finding: ReportedFinding, look: Lookup) -> object:
        told = [action.typed.get(key, "") for action in look.actions.get(finding.gap_id, ())]
        return "; ".join(one for one in told if one)

    return typed


def _waiver(field: str) -> _Column:
    return lambda finding, look: getattr(look.waivers.get(finding.gap_id), field, "")


def _before_sharing(finding: ReportedFinding, look: Lookup) -> str:
    """Return what to look at in each file that the row rests on, before the table leaves the team."""
    documents = dict.fromkeys(passage.document for passage in look.cited(finding.citations))
    told = ((name, look.concerns.get(name, ())) for name in documents)
    return "; ".join(f"{name}: {', '.join(_concern(one) for one in found)}" for name, found in told if found)


def _concern(one: Concern) -> str:
    return f"{one.matter.value} ({one.count} × {one.kind})" if one.count > 1 else f"{one.matter.value} ({one.kind})"


COLUMNS: Final[Mapping[str, _Column]] = {
    "gap_id": lambda finding, _: finding.gap_id,
    "statement": lambda finding, _: finding.statement,
    "statement_title": lambda finding, look: look.titles.get(finding.statement, ""),
    "expectation": lambda finding, _: finding.expectation,
    "expectation_title": lambda finding, look: look.titles.get(finding.expectation, ""),
    "expectation_status": _status,
    "strengths": _count("strengths"),
    "shortfalls": _count("against"),
    "latest_evidence": _latest,
    "rule": lambda finding, _: finding.rule,
    "question": lambda finding, _: finding.title,
    "item": lambda finding, _: finding.item,
    "outcome": lambda finding, _: finding.outcome.value,
    "weight": lambda finding, _: finding.weight.value,
    "open_gap": lambda finding, _: "yes" if finding.is_open else "no",
    "flags": lambda finding, _: " ".join(sorted(flag.value for flag in finding.flags)),
    "priority": lambda finding, _: finding.priority,
    "reason": lambda finding, _: finding.reason,
    "what_to_do": lambda finding, _: finding.remedy,
    "cited": lambda finding, _: len(finding.citations),
    "first_document": _first(lambda passage: passage.document),
    "first_place": _first(place),
    "first_words": _first(lambda passage: passage.text),
    "as_of": lambda _, look: look.report.run.as_of,
    "action": _typed("action"),
    "owner": _typed("owner"),
    "due": lambda finding, look: min((one.due for one in look.actions.get(finding.gap_id, ()) if one.due), default=""),
    "action_status": _typed("status"),
    "waived_by": _waiver("person"),
    "waived_until": _waiver("end"),
    "before_sharing": _before_sharing,
    "missing": lambda finding, _: headline(finding) if finding.is_gap else "",
}
"""Columns in their order. New ones are only ever added at the end."""
