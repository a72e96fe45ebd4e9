"""From a table document to the action plan that it holds. Nothing that was typed is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.domain.actions import DAY_KEYS, PLAN_COLUMNS, ActionPlan, ActionRow
from checker.domain.document import Document, ReadStatus, Source
from checker.errors import UsageError
from checker.grid import Grid, grids
from checker.stages.actions.header import Header, find_header
from checker.typed_days import typed_day

_TYPED = frozenset(column.key for column in PLAN_COLUMNS if column.typed)
_HEADINGS = {column.key: column.heading for column in PLAN_COLUMNS}
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def read_plan(document: Document | None, source: Source) -> ActionPlan:
    """
    Return the plan in a document that a reader made of `source`: every sheet that has its headings.

    `UsageError` if it cannot be read or no sheet has them.
    """
    if document is None or document.status is ReadStatus.FAILED:
        reason = document.reason if document else "no reader knows this type of file"
        raise UsageError(f"{source.name}: this action plan cannot be read: {reason} (save it as .xlsx, .ods or .csv)")
    sheets = [(grid, header) for grid in grids(document) if (header := find_header(grid))]
    sheets = _ours_alone(sheets)
    if not sheets:
        expected = "a row with the headings Gap id or Action, and Owner or Due date, among the first 15 of a sheet"
        raise UsageError(f"{source.name}: no sheet of it is an action plan (expected {expected})")
    rows = tuple(row for grid, header in sheets for row in _rows(grid, header, source.name))
    partial = (f"{source.name} could be read only in part: {document.reason}",) if _in_part(document) else ()
    return ActionPlan(
        name=source.name,
        sha256=source.sha256,
        rows=rows,
        columns=tuple(dict.fromkeys(name for _, header in sheets for name in header.own.values())),
        problems=partial,
    )


def _ours_alone(sheets: list[tuple[Grid, Header]]) -> list[tuple[Grid, Header]]:
    """Leave out the sheet Gaps of our own workbook: it has gap ids too, and nothing that people type."""
    return [(grid, header) for grid, header in sheets if set(header.known.values()) & _TYPED]


def _in_part(document: Document) -> bool:
    return document.status is ReadStatus.PARTIAL


def _rows(grid: Grid, header: Header, name: str) -> Iterator[ActionRow]:
    for number, cells in grid.rows.items():
        row = _row(cells, header, _place(name, grid.sheet, number)) if number > header.row else None
        if row and (row.gap_id or row.is_filled):
            yield row


def action_row(told: Mapping[str, str], place: str, extra: Mapping[str, str] | None = None) -> ActionRow:
    """Return a row from its texts by the keys of the columns; nothing empty is kept."""
    typed = {key: text for key, text in told.items() if key in _TYPED and text}
    days = {key: day for key in DAY_KEYS if (day := typed_day(typed.get(key, "")).iso)}
    return ActionRow(
        gap_id=told.get("gap_id", ""),
        typed=typed,
        seen={key: text for key, text in told.items() if text and key not in _TYPED and key != "gap_id"},
        extra=extra or {},
        days=days,
        place=place,
        problems=tuple(_problems(typed, days)),
    )


def _row(cells: Mapping[int, str], header: Header, place: str) -> ActionRow:
    told = {key: _unquoted(cells[column]) for column, key in header.known.items() if cells.get(column)}
    own = {heading: _unquoted(cells[column]) for column, heading in header.own.items() if cells.get(column)}
    beside = {
        f"Column {column}": _unquoted(text)
        for column, text in cells.items()
        if text and column not in header.known and column not in header.own
    }
    return action_row(told, place, own | beside)


def _unquoted(text: str) -> str:
    """Take away the apostrophe that the sheet put before a text which a spreadsheet could take for a formula."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA_SIGNS) else text


def _place(name: str, sheet: str, row: int) -> str:
    return f"{name}, sheet {sheet}, row {row}" if sheet else f"{name}, row {row}"


def _problems(typed: Mapping[str, str], days: Mapping[str, str]) -> Iterator[str]:
    """Yield which cells are no dates. A due date that is none is asked about by a rule."""
    for key in DAY_KEYS:
        if key != "due" and typed.get(key) and key not in days:
            yield f"{_HEADINGS[key]}: '{typed[key]}' is not a date (expected e.g. 31/03/2026)"
