"""What changed since an earlier report, worst first; the sheet says so where no earlier report was given."""

from __future__ import annotations

from checker import Change, in_words

from ..wording import plain
from .table import Cell, Column, Sheet

_COLUMNS = (
    Column(heading="Change", width=18),
    Column(heading="What", width=14),
    Column(heading="Title", width=48),
    Column(heading="Weight", width=11),
    Column(heading="Before", width=18),
    Column(heading="Now", width=18),
    Column(heading="Why", width=48),
    Column(heading="Id", width=48, printed=False),
)
_NOTE = "Worst first. A gap that is only no longer asked about, or is waived, is not closed."
_NONE_GIVEN = "No earlier report was given, so nothing can be compared. Give one with: --earlier gap-report.json"
_NO_CHANGE = "Nothing has changed since the earlier report."


def changes_sheet(changes: tuple[Change, ...] | None, since: str = "", notes: tuple[str, ...] = ()) -> Sheet:
    """Return the sheet; `None` where no earlier report was given. `since` is the day of that, `notes` are on both."""
    told = _NOTE if changes else _NONE_GIVEN if changes is None else _NO_CHANGE
    note = " ".join((f"Since {in_words(since)}." if since else "", told, *map(plain, notes))).strip()
    rows = tuple(_row(one) for one in changes or ())
    return Sheet(name="Changes", title="Changes since the earlier report", note=note, columns=_COLUMNS, rows=rows)


def _row(one: Change) -> tuple[Cell, ...]:
    return (
        one.kind.value.capitalize(),
        one.what.capitalize(),
        plain(one.title),
        one.weight.capitalize(),
        one.before.capitalize(),
        one.after.capitalize(),
        plain(one.reason),
        plain(one.id),
    )
