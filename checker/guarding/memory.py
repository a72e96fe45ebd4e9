"""A limit of memory for this process, where the system has one."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

_MEGABYTE = 1_000_000
_STATM = Path("/proc/self/statm")
_HELD_WHERE_UNKNOWN = 1_000 * _MEGABYTE


@contextlib.contextmanager
def limited_memory(megabytes: int) -> Iterator[None]:
    """
    Let allocations fail beyond `megabytes` more than this process holds now.

    What is limited is address space: a Python process reserves several times what it uses, so the limit counts from
    what is reserved already.
    """
    if sys.platform == "win32":
        yield
        return
    import resource

    kept = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _held() + megabytes * _MEGABYTE
    soft = wanted if kept[1] == resource.RLIM_INFINITY else min(wanted, kept[1])
    with contextlib.suppress(ValueError, OSError):  # a system that has the name but not the limit
        resource.setrlimit(resource.RLIMIT_AS, (soft, kept[1]))
    try:
        yield
    finally:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, kept)


def _held() -> int:
    """Return the bytes of address space that are reserved now; a generous figure where the system does not tell."""
    try:
        import resource

        return int(_STATM.read_text().split()[0]) * resource.getpagesize()
    except OSError:
        return _HELD_WHERE_UNKNOWN
