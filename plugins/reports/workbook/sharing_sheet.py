"""What to look at before this workbook or the evidence is shared: one row for each kind in each file."""

from __future__ import annotations

from ..content.lookup import Lookup
from ..wording import plain
from .table import Column, Sheet

_COLUMNS = (
    Column(heading="What", width=20),
    Column(heading="Kind", width=40),
    Column(heading="How often", width=10),
    Column(heading="File", width=44),
    Column(heading="Where", width=50),
)
_NOTE = (
    "Personal data is masked in every sheet; in Actions, an e-mail address or telephone number that somebody "
    "typed stays where it was typed. Names of people are not found."
)


def sharing_sheet(look: Lookup) -> Sheet:
    """Return the sheet, in the order of the report."""
    rows = tuple(
        (
            one.matter.value.capitalize(),
            plain(one.kind),
            one.count,
            plain(one.document),
            ", ".join(map(plain, one.places)),
        )
        for one in look.report.before_sharing
    )
    return Sheet(name="Before you share", title="Before you share", note=_NOTE, columns=_COLUMNS, rows=rows)
