"""Observes sums that a reader can do again: "from 392 to 465 (19%)", "44 of 50 (88%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import Observation

from .row_changes import changes_in_row
from .view import View

_PRINTED = re.compile(
    r"%|per\s?cent|halved|doubled|tr[ei][bp]led|"
    r"\b(?:by|of)\s(?:[a-z ]{2,12}\s)?"
    r"(?:half|(?:an?|one)\s(?:third|quarter|fifth|tenth)|two[\s-]thirds|three[\s-]quarters)\b",
    re.IGNORECASE,
)
"""Without one of these nothing is worked out, and no longer pattern needs to be tried."""


def observe_changes(view: View) -> Iterator[Observation]:
    """Yield each change or share with the percentage that the text prints and the one that its numbers give."""
    for unit in view.units:
        if unit.columns:
            yield from changes_in_row(unit)
        for number, line in enumerate(unit.lines):
            if _PRINTED.search(view.text, line.start, line.end):
                from .change_forms import changes_in  # its patterns cost time, and many documents print no percentage

                yield from changes_in(view, unit, number)
