"""Observations: what a document states beyond evidence, such as its figures, citations, acronyms and labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.domain.evidence import Passage
from checker.values import dataclass, field

RESIDUE = "residue"
"""The kind of what a draft leaves behind ("tbc", "XX%"): reports list it before anything is shared."""

SECTION = "section"
"""The kind of a section of a self-assessment, with its counts: reports say how much stands under a statement's name."""

LONGEST_TEXT = 300
"""An observation keeps so many characters of its words; a section or paragraph may be longer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """
    One bounded fact that a document states: `start` to `end` in Unicode code points of its text, end exclusive.

    A plugin says `kind`, the place, a `value` in normal form ("61.45", "2025-03-31") and `attributes`; what they mean
    is between it and the criteria that ask for the kind. The engine adds the rest: `document`, `text` (the words there,
    masked, at most `LONGEST_TEXT` characters), `statements` (those that the headings of its section name) and
    `passage`, the sentence in which it begins.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    document: str = ""
    text: str = ""
    statements: tuple[str, ...] = ()
    passage: Passage | None = None

    @property
    def statement(self) -> str:
        """The quality statement of its section; empty where the headings name none, or may stand for several."""
        return self.statements[0] if len(self.statements) == 1 else ""

    @property
    def heading_path(self) -> tuple[str, ...]:
        """The headings above it, highest first."""
        return self.passage.heading_path if self.passage else ()

    @property
    def citation(self) -> Passage:
        """What a finding cites: the sentence in which it begins, else its own words."""
        if self.passage:
            return self.passage
        return Passage(document=self.document, start=self.start, end=self.start + len(self.text), text=self.text)

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """Sort key: by document and place; then what it says, so that the order never varies."""
        return self.document, self.start, self.end, self.kind, self.value


@dataclass(frozen=True, kw_only=True, slots=True)
class Observations:
    """
    The observations of all documents of a run, by kind.

    `counts` are exact, by kind and document; of each kind a bounded number a document is kept, the first of its text.
    """

    by_kind: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, kept: Iterable[Observation], counts: Mapping[str, Mapping[str, int]] | None = None) -> Observations:
        """Return what was kept, sorted; `counts` (kind → document → number) are those kept if none are given."""
        by_kind: dict[str, list[Observation]] = {}
        for one in sorted(kept, key=lambda one: one.place):
            by_kind.setdefault(one.kind, []).append(one)
        exact = _counted(by_kind) if counts is None else counts
        return cls(by_kind={kind: tuple(by_kind[kind]) for kind in sorted(by_kind)}, counts=exact)

    def kind(self, kind: str, documents: Iterable[str] | None = None) -> tuple[Observation, ...]:
        """Return the kept observations of a kind, by place; only those of `documents` where they are given."""
        found = self.by_kind.get(kind, ())
        if documents is None:
            return found
        wanted = frozenset(documents)
        return tuple(one for one in found if one.document in wanted)

    def count(self, kind: str, documents: Iterable[str] | None = None) -> int:
        """Return how many of a kind there are, kept or not."""
        found = self.counts.get(kind, {})
        return sum(found.values() if documents is None else (found.get(name, 0) for name in set(documents)))


def _counted(by_kind: Mapping[str, Iterable[Observation]]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for kind, found in by_kind.items():
        for one in found:
            of_kind = counts.setdefault(kind, {})
            of_kind[one.document] = of_kind.get(one.document, 0) + 1
    return counts
