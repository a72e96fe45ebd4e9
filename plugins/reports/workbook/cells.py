"""Text that a spreadsheet can hold and never takes for a formula, neither here nor in what is exported from it."""

from __future__ import annotations

from ..safe_text import visible

LONGEST = 32_767
"""A cell of a spreadsheet holds so many characters."""

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_CUT = " … (cut: too long for a cell)"


def cell_text(text: str) -> str:
    """
    Return text as it may stand in a cell.

    An apostrophe goes before signs that begin a formula; the reading of the action plan takes it away again. What is no
    text (control characters, marks that turn the direction of the text round) is shown as `�`.
    """
    shown = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    shown = f"'{shown}" if shown.startswith(_FORMULA_SIGNS) else shown
    return shown if len(shown) <= LONGEST else shown[: LONGEST - len(_CUT)] + _CUT
