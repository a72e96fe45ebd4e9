"""Which cells far down in a large sheet say something: a table of thousands of rows is a list of records."""

from __future__ import annotations

import re
from collections import defaultdict

from checker import SENTENCE_LIMIT

from .cells import Row

LARGE = 20_000
"""Up to so many cells of a sheet are looked at whatever they hold."""
NOTE = (
    "In its large tables, words that a column repeats were looked at once, and figures, days and codes in the first "
    "rows alone."
)
_BARE = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}|\S*\d\S*|[\W_]*|.")


class Telling:
    """Counts the cells of a sheet, and knows which texts its columns have had."""

    def __init__(self) -> None:
        self._cells = 0
        self._left = SENTENCE_LIMIT + 1
        self._seen: dict[int, set[str]] = defaultdict(set)

    def is_large_with(self, row: Row) -> bool:
        """Whether the sheet has become large before this row, which is counted."""
        before = self._cells
        self._cells += len(row.cells)
        return before > LARGE

    def is_new(self, column: int, text: str) -> bool:
        """
        Whether a text is no bare figure, day or code and new in its column, among those that were asked for.

        Not for more texts than a document may have, and one: who reads on sees that there are more.
        """
        seen = self._seen[column]
        if not self._left or text in seen:
            return False
        seen.add(text)
        is_telling = not _BARE.fullmatch(text)
        self._left -= is_telling
        return is_telling
