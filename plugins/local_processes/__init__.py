"""Runs the work on documents in processes of this computer: `--workers N`, or `--run-on processes:N`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from checker import DocumentTask, UsageError, hookimpl

_NAME = "processes"
_MOST = 64


@hookimpl
def checker_map(function: DocumentTask, items: Iterable[object], where: str) -> Iterator[object] | None:
    """Answer for `processes` (as many as there are processors) and `processes:N`."""
    name, _, number = where.partition(":")
    if name != _NAME:
        return None
    from checker import in_processes  # with what runs processes, which most runs do without

    return in_processes(function, items, workers=_workers(number), lost=function.lost)


def _workers(number: str) -> int:
    if not number:
        return min(os.cpu_count() or 1, _MOST)
    if number.isascii() and number.isdigit() and 1 <= int(number) <= _MOST:
        return int(number)
    msg = f"'{_NAME}:{number}' is no place to run on (give a number of processes from 1 to {_MOST}: {_NAME}:2)"
    raise UsageError(msg)
