"""Observes what the reader of a file says of its accessibility: headings, descriptions of pictures, tags."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Observation

from .view import View

_NO = frozenset({"no", "false", "0", "none"})
_TOLD = {
    "tagged": "the PDF is not tagged",
    "heading_styles": "no heading styles are used",
}


def observe_accessibility(view: View) -> Iterator[Observation]:
    """Yield what would keep some people from reading a file, as far as its reader tells."""
    told = view.document.metadata
    for key, words in _TOLD.items():
        if told.get(key, "").strip().lower() in _NO:
            yield _fault(words)
    pictures = told.get("images_without_description", "").strip()
    if pictures.isdecimal() and int(pictures):
        what = "picture has" if pictures == "1" else "pictures have"
        yield _fault(f"{pictures} {what} no description")


def _fault(words: str) -> Observation:
    """Return a fault of the whole file: it stands nowhere in the text, so its words are told apart."""
    return Observation(kind="accessibility", start=0, end=1, value=words, attributes={"in_words": words})
