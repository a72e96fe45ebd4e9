"""Observes the names of councils that stand in a document."""

from __future__ import annotations

from collections.abc import Iterator

from checker import Observation, council_names

from .view import View


def observe_council_names(view: View) -> Iterator[Observation]:
    """Yield each council that is named, once a document, at its first place."""
    seen: set[str] = set()
    for line in view.lines:
        for start, end, name in council_names(view.text, line.start, line.end):
            if name.casefold() not in seen and not line.has("not-council"):
                seen.add(name.casefold())
                partner = "yes" if line.has("neighbour") else ""
                attributes = {"neighbour": partner} if partner else {}
                yield Observation(kind="council-name", start=start, end=end, value=name, attributes=attributes)
