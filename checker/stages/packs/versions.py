"""Whether a version lies in a range such as `>=0.1,<1`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

_SIGNS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}
_LIMIT = re.compile(r"\s*(>=|<=|==|>|<)\s*([0-9.]+)\s*")
_PLACES = 6


def in_range(version: str, wanted: str) -> bool:
    """Return whether `version` fits every part of a range. `ValueError` if `wanted` is no range."""
    limits = [_LIMIT.fullmatch(part) for part in wanted.split(",")]
    if not all(limits):
        msg = f"no range of versions: {wanted!r}"
        raise ValueError(msg)
    return all(_SIGNS[limit.group(1)](_numbers(version), _numbers(limit.group(2))) for limit in limits if limit)


def _numbers(version: str) -> tuple[int, ...]:
    leading = re.match(r"[0-9.]*", version)
    parts = [int(part) for part in (leading.group() if leading else "").split(".") if part]
    return tuple((parts + [0] * _PLACES)[:_PLACES])
