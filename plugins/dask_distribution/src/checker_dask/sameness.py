"""Whether a worker would read documents as this computer does: the same Python, checker, plugins and libraries."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distributions, version

State = Mapping[str, str]

CHECKER = "council-checker"
OWN_DISTRIBUTION = "council-checker-dask"
_GROUP = "checker"
_MISSING = "none"
_NAME_OF_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+")


@cache
def state() -> State:
    """
    Return what decides how documents are read in this process, by name.

    These are Python, the system, every distribution that offers a plugin of the checker, and what those need: other
    versions of a library can read a file in another way.
    """
    found = {"Python": f"{sys.version_info.major}.{sys.version_info.minor}", "the system": sys.platform}
    for distribution in distributions():
        if any(entry.group == _GROUP for entry in distribution.entry_points):
            found[_plain(str(distribution.metadata["Name"]))] = str(distribution.version)
            found |= {name: _version(name) for name in _needed(distribution)}
    return dict(sorted(found.items()))


def difference(here: State, there: State) -> str:
    """Say the first thing in which `there` differs from `here`; empty if they are the same."""
    for name in sorted(here.keys() | there.keys()):
        ours, theirs = here.get(name, _MISSING), there.get(name, _MISSING)
        if ours != theirs:
            return f"has {name} {theirs}, and this computer has {name} {ours}"
    return ""


def _needed(distribution: Distribution) -> Iterator[str]:
    for requirement in distribution.requires or ():
        name = _NAME_OF_REQUIREMENT.match(requirement)
        if name and "extra ==" not in requirement:
            yield _plain(name[0])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return _MISSING


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
