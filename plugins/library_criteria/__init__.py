"""Kinds of test that look at the library of evidence and its register. One file per criterion."""

from __future__ import annotations

from collections.abc import Iterable

from checker import Criterion, hookimpl

from .citations_resolved import CitationsResolved
from .evidence_cited import EvidenceCited
from .newer_evidence_cited import NewerEvidenceCited
from .owners_named import OwnersNamed
from .register_matches import RegisterMatches
from .sources_varied import SourcesVaried
from .triangulated import Triangulated


@hookimpl
def checker_criteria() -> Iterable[Criterion]:
    """Return our criteria."""
    return (
        CitationsResolved(),
        EvidenceCited(),
        NewerEvidenceCited(),
        OwnersNamed(),
        RegisterMatches(),
        SourcesVaried(),
        Triangulated(),
    )
