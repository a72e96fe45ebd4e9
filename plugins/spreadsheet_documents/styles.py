"""How numbers are shown: the few things of a number format that a reader of the page would see."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from checker import dataclass, in_words

from .parts import Parts

Value = int | float | str | bool | date | datetime | time | timedelta

_BUILT_IN = {
    9: "0%", 10: "0.00%", 17: "mmm-yy",
    5: "£#,##0", 6: "£#,##0", 7: "£#,##0.00", 8: "£#,##0.00",
}  # fmt: skip
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_LONGEST_WHOLE = 10**15
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """
    How a cell of one style is shown. `decimals` are the digits behind the point of a percentage or an amount.

    `month`: of a date only month and year are shown. `white`: white letters without a fill behind them.
    """

    percent: bool = False
    currency: str = ""
    decimals: int = 0
    month: bool = False
    white: bool = False


def shown_styles(parts: Parts, name: str) -> dict[int, Shown]:
    """Return the styles, by their number, whose cells are shown in another way than their value says."""
    formats = dict(_BUILT_IN)
    white_fonts: list[bool] = []
    filled: list[bool] = []
    found: list[Shown] = []
    white = in_fill = False
    for tag, given, _ in parts.elements(name):
        if tag == "numFmt" and given.get("numFmtId", "").isdecimal():
            formats[int(given["numFmtId"])] = given.get("formatCode", "")
        elif tag == "color":
            white = given.get("rgb", "").upper().endswith("FFFFFF") or given.get("theme") == "0"
        elif tag == "font":
            white_fonts.append(white)
            white = False
        elif tag == "patternFill":
            in_fill = given.get("patternType", "none") not in ("none", "gray125")
        elif tag == "fill":
            filled.append(in_fill)
        elif tag == "xf":
            font, fill = _at(white_fonts, given.get("fontId")), _at(filled, given.get("fillId"))
            found.append(_shown(formats.get(_number(given.get("numFmtId")), ""), white=font and not fill))
        elif tag == "cellStyleXfs":
            found.clear()
        elif tag == "cellXfs":
            break
    return {number: shown for number, shown in enumerate(found) if shown != Shown()}


def texts_of(values: Sequence[Value]) -> list[str]:
    """Return values as a British reader sees them, where nothing is known of how they are shown."""
    return [_WAYS.get(type(value), as_text)(value) for value in values]


def as_text(value: Value, shown: Shown | None = None) -> str:
    """Return a value as a British reader sees it; blanks around it are left out."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(float(value), shown)
    if isinstance(value, date):
        return _day(value, shown)
    return f"{value:%H:%M}" if isinstance(value, time) else _hours(value)


def _words(value: str) -> str:
    shown = value if value.isprintable() else _UNPRINTED.sub("", value)
    return (shown.replace("_x000D_", "") if "_x" in shown else shown).strip()


def _number_text(value: float, shown: Shown | None = None) -> str:
    if shown and shown.percent:
        return f"{_rounded(value, shown.decimals, 100)}%"
    if shown and shown.currency:
        sign = "-" if value < 0 else ""
        return f"{sign}{shown.currency}{_rounded(abs(value), shown.decimals):,}"
    if value.is_integer() and abs(value) < _LONGEST_WHOLE:
        return f"{value:.0f}"
    return f"{value:.15g}"


def _hours(value: timedelta) -> str:
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _rounded(value: float, decimals: int, times: int = 1) -> Decimal:
    """Round half up, as spreadsheets show it."""
    return (Decimal(repr(value)) * times).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@lru_cache(maxsize=4096)
def _day(value: date, shown: Shown | None = None) -> str:
    day = in_words(value)
    if shown and shown.month:
        return day.partition(" ")[2]
    clock = f"{value:%H:%M}" if isinstance(value, datetime) else ""
    return f"{day} {clock}" if clock not in ("", "00:00") else day


_WAYS: Mapping[type, Callable[[Any], str]] = {str: _words, float: _number_text, date: _day, datetime: _day}
"""The commonest types of value, which are many in a large workbook."""


def _shown(code: str, *, white: bool) -> Shown:
    """Read what matters of a format such as `0.0%`, `"£"#,##0.00` or `mmm-yy`."""
    first = code.split(";")[0]
    bare = _QUOTED.sub("", first)
    written = "".join(found for match in _QUOTED.finditer(first) for found in match.groups() if found) + bare
    currency = next((sign for sign in "£€$" if sign in written), "")
    behind = re.search(r"\.(0+)", bare)
    letters = bare.lower()
    is_month = "y" in letters and "m" in letters and not any(letter in letters for letter in "dhs")
    return Shown(
        percent="%" in bare,
        currency=currency if "0" in bare else "",
        decimals=len(behind.group(1)) if behind else 0,
        month=is_month,
        white=white,
    )


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _at(flags: list[bool], number: str | None) -> bool:
    place = _number(number)
    return place < len(flags) and flags[place]
