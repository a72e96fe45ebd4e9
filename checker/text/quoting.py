"""Words of a document inside a sentence of the checker. Everything that quotes does it by these marks."""

from __future__ import annotations

_INNER = str.maketrans({"“": "‘", "”": "’"})


def quoted(words: str) -> str:
    """Return words between the marks by which a report without quotes knows them; marks in them become inner ones."""
    return f"“{words.translate(_INNER)}”"
