"""
JSON with one field a line, as `json.dumps(values, indent=1, ensure_ascii=False, allow_nan=False)` writes it.

The standard library indents in Python, a piece for every bracket: of a small run a tenth of the time went there. So it
writes one line, and msgspec breaks that into many.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

from msgspec.json import format as format_json

_OPENED_LEVELS = 2
"""So far down pieces are yielded one by one: a report is never held as one text."""

_on_one_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_pieces(values: object, line: str = "\n", levels: int = _OPENED_LEVELS) -> Iterator[str]:
    """
    Yield values as JSON, in pieces. `line` is the line break with the indentation of what `values` stands in. An
    iterator is a list that is gone through once.

    `ValueError` for a number that JSON does not know, `TypeError` for any other such value.
    """
    if not levels or not values or not isinstance(values, dict | list | tuple | Iterator):
        yield _text(list(values) if isinstance(values, Iterator) else values, line)
        return
    inner = line + " "
    opening, closing = "{}" if isinstance(values, dict) else "[]"
    yield opening
    before = inner
    for name, value in values.items() if isinstance(values, dict) else ((None, value) for value in values):
        yield before if name is None else f"{before}{_key(name)}: "
        yield from json_pieces(value, inner, levels - 1)
        before = "," + inner
    yield closing if before == inner else line + closing


def _text(value: Any, line: str) -> str:
    if type(value) is str:
        return encode_basestring(value)
    text = _on_one_line(value)
    if text[0] not in "{[":
        return text
    try:
        return format_json(text, indent=1).replace("\n", line)
    except UnicodeEncodeError:  # half of a character pair, which only the standard library takes
        return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1).replace("\n", line)


def _key(name: object) -> str:
    if not isinstance(name, str):
        msg = f"keys are text, not {type(name).__name__}"
        raise TypeError(msg)
    return encode_basestring(name)
