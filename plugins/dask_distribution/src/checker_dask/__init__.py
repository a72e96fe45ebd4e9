"""Runs the work on documents on a Dask cluster: `--run-on dask:tcp://HOST:PORT`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker import DocumentTask, hookimpl

CHECKER_HOOKS = ">=1,<2"
_NAME = "dask"


@hookimpl
def checker_map(function: DocumentTask, items: Iterable[object], where: str) -> Iterator[object] | None:
    """Answer for `dask:ADDRESS`, the address of a scheduler."""
    name, _, address = where.partition(":")
    if name != _NAME:
        return None
    from .cluster import on_cluster  # Dask takes time to import, and most runs do not need it

    return on_cluster(function, items, address)
