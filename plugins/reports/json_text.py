"""
JSON with one field a line, as `json.dumps(values, indent=1, ensure_ascii=False, allow_nan=False)` writes it.

The standard library indents in Python, a piece for every bracket: of a small run a tenth of the time went there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from json.encoder import encode_basestring
from typing import Any

_OPENED_LEVELS = 2
"""So far down pieces are yielded one by one: a report is never held as one text."""


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
    if type(value) is int:
        return str(value)
    if value is None:
        return "null"
    if isinstance(value, dict):
        inner = line + " "
        items = [f"{_key(name)}: {_text(item, inner)}" for name, item in value.items()]
        return f"{{{inner}{(',' + inner).join(items)}{line}}}" if items else "{}"
    if isinstance(value, list | tuple):
        inner = line + " "
        items = [_text(item, inner) for item in value]
        return f"[{inner}{(',' + inner).join(items)}{line}]" if items else "[]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _key(name: object) -> str:
    if not isinstance(name, str):
        msg = f"keys are text, not {type(name).__name__}"
        raise TypeError(msg)
    return encode_basestring(name)
