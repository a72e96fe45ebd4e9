"""What an element does to all that stands in it, by its name and attributes: as Word and LibreOffice write them too."""

from __future__ import annotations

import re
from functools import lru_cache

from .elements import DROPPED, FURNITURE

Attributes = tuple[tuple[str, str | None], ...]


NONE, DROP, HIDE, DELETE, FURNISH, CONTENTS, NOTE, SHADE, WHITE = (
    "", "drop", "hide", "delete", "furniture", "contents", "note", "shade", "white",
)  # fmt: skip
"""
The effect of an element on its content: none, left out, hidden from readers, deleted in a change, furniture, part of a
contents table, a footnote; on a coloured background, in white. Plain texts, since each tag of a page asks for them.
"""
OF_WORDS = frozenset({DROP, HIDE, DELETE, WHITE})
"""Effects that each word has to be asked about."""
HIDDEN = {HIDE: "hidden text", DELETE: "tracked change"}
"""Effects of which readers see nothing, and the kind of hidden matter that their words are."""
WITH_EFFECT = DROPPED | FURNITURE | {"del"}
"""Elements that have an effect without any attribute."""
HEEDED = re.compile(
    'hidden|style|span|name|property|content|title="(?:head|foot)er"|role="|color="|"[Tt]oc|MsoToc|table-of|Contents|note'
)
"""What attributes hold that are looked at; "name", "property", "content" and "span" are read elsewhere."""

_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"table of contents\d*|(?:mso)?toc(?:\d|heading)?|doc-toc|table-of-contents", re.IGNORECASE)
_NOTE_NAME = re.compile(
    r"sd(?:foot|end)note\d+|mso(?:foot|end)notetext|(?:doc-)?(?:foot|end)notes?|[fe]tn\d+", re.IGNORECASE
)
_NOTE_MARK = re.compile(
    r"sd(?:foot|end)note(?:anc|sym)|mso(?:foot|end)notereference|doc-(?:noteref|backlink)|footnote-(?:ref|back(?:ref)?)",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?!(?:begin|end|start)\b)[^<>{}\[\]=|/]*", re.IGNORECASE)
_FEWEST_WORDS, _LONGEST_REMARK = 3, 2_000
_NAVIGATION = frozenset({"navigation", "contentinfo"})
_WHITE_STYLE = re.compile(r"(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?\b|white\b)", re.IGNORECASE)
_SHADE = re.compile(r"background[a-z-]*\s*:(?!\s*(?:transparent|none|inherit|white|#fff(?:fff)?)\b)", re.IGNORECASE)
_WHITE_NAMES = frozenset({"#ffffff", "#fff", "white"})


@lru_cache(maxsize=256)
def effect_of(tag: str, attributes: Attributes) -> str:
    """Return the effect of an element; a `header` that belongs to the text is for the caller to tell."""
    if tag in DROPPED:
        return DROP
    told = {name: value or "" for name, value in attributes}
    if told:
        if "hidden" in told or told.get("aria-hidden") == "true" or _NOT_SHOWN.search(told.get("style", "")):
            return HIDE
        if effect := _of_names(told):
            return effect
    if tag == "del":
        return DELETE
    if tag in FURNITURE:
        return FURNISH
    return _of_colours(told) if told else NONE


def is_remark(comment: str) -> bool:
    """Whether a person seems to have written a comment: words, and no mark of the program that made the page."""
    if len(comment) > _LONGEST_REMARK:
        return False
    return len(comment.split()) >= _FEWEST_WORDS and _REMARK.fullmatch(comment.strip()) is not None


def _of_colours(told: dict[str, str]) -> str:
    style = told.get("style", "")
    background = told.get("bgcolor", "").strip().lower()
    if _SHADE.search(style) or (background and background not in _WHITE_NAMES):
        return SHADE
    is_white = _WHITE_STYLE.search(style) or told.get("color", "").strip().lower() in _WHITE_NAMES
    return WHITE if is_white else NONE


def _of_names(told: dict[str, str]) -> str:
    style = told.get("style", "").replace(" ", "")
    names = {told.get("id", ""), told.get("role", ""), *told.get("class", "").split()}
    if told.get("title") in ("header", "footer") or "mso-element:header" in style or "mso-element:footer" in style:
        return FURNISH
    if names & _NAVIGATION:
        return FURNISH
    if any(map(_CONTENTS_NAME.fullmatch, names)):
        return CONTENTS
    if any(map(_NOTE_MARK.fullmatch, names)):
        return DROP
    return NOTE if any(map(_NOTE_NAME.fullmatch, names)) else NONE
