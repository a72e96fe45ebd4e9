"""The sections of the self-assessments: what each heading opens, put together by quality statement."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from checker import Assessment, Observation, Passage, dataclass, field

from .asking import self_assessments

_TEXTS = frozenset({"heading", "label", "level"})
_SPEAKS = "speaks."
"""Attributes that count a section's sentences by the quality statements to which they speak."""
_ENOUGH_TO_TELL = 3
"""So many sentences are enough to tell what a section without a known heading is about."""
_SEVERAL = 3
"""So many headings of a level that name statements make it the level of sections."""
_MOSTLY = 60
"""In per cent of the sentences that speak to any quality statement."""


@dataclass(slots=True)
class Part:
    """
    Everything that the self-assessments have under one quality statement, or under one heading that names none.

    `item` is the statement's id, or the heading's words; `counts` add up the attributes of its sections. `stands_for`:
    the statements to which its heading may belong, where it names none by itself ("Leadership", "Keeping people safe").
    """

    item: str
    title: str
    statement: str
    opening: Passage
    stands_for: tuple[str, ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    labels: set[str] = field(default_factory=set)

    def speaks_to(self, statement: str) -> int:
        """Return how many of its sentences speak to an expectation of a statement."""
        return self.counts[_SPEAKS + statement]

    def is_mostly_about(self, statement: str) -> bool:
        """Whether most of what it says that is expected anywhere is expected of this statement."""
        own, placed = self.speaks_to(statement), self.counts["placed"]
        return own >= _ENOUGH_TO_TELL and 100 * own >= _MOSTLY * placed


class Sections:
    """
    The parts of all self-assessments, in the order of the text.

    A section belongs to the statement that its headings name; a label such as "What we are proud of" belongs to the
    section before it, whatever its level, unless it stands once only and among headings that name statements ("Who
    leads and how we know"). A heading that may stand for several statements stands for them together
    where none of them has a section of its own.
    """

    def __init__(self, assessment: Assessment) -> None:
        self._titles = {one.id: one.title for one in assessment.book.framework.statements}
        self._parts: dict[tuple[str, str], Part] = {}
        self._starts: dict[str, list[int]] = {}
        self._at: dict[str, list[Part]] = {}
        found = assessment.observations.kind("section", self_assessments(assessment))
        self._whole = _titles_of_wholes(found)
        self._lone = _lone_headings(found)
        for section in found:
            self._add(section)
        own = {part.statement for part in self.parts}
        for part in self.parts:
            part.stands_for = () if own.intersection(part.stands_for) else part.stands_for

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts."""
        return tuple(self._parts.values())

    @property
    def inner(self) -> tuple[Part, ...]:
        """All parts but what stands right below the title of the whole, or above all headings."""
        tops = {*self._whole.values(), *self._starts}
        return tuple(part for part in self.parts if part.title not in tops)

    @property
    def whole(self) -> tuple[Part, ...]:
        """All parts as one, without an item; nothing where there are none."""
        if not self.parts:
            return ()
        counts: Counter[str] = Counter()
        for part in self.parts:
            counts.update(part.counts)
        opening = self.parts[0].opening
        return (Part(item="", title="The self-assessment", statement="", opening=opening, counts=counts),)

    def of_statements(self, scope: Iterable[str]) -> tuple[Part, ...]:
        """Return the parts about these quality statements."""
        wanted = set(scope)
        return tuple(part for part in self.parts if part.statement in wanted or wanted.intersection(part.stands_for))

    def likely(self, statement: str) -> tuple[Part, ...]:
        """Return the parts under headings that name no statement whose sentences are mostly about this one."""
        loose = [part for part in self.parts if not part.statement and not part.stands_for]
        return tuple(part for part in loose if part.is_mostly_about(statement))

    def part_of(self, observation: Observation) -> Part | None:
        """Return the part in which an observation stands, or `None` outside the self-assessments."""
        starts = self._starts.get(observation.document)
        if not starts:
            return None
        return self._at[observation.document][max(0, bisect_right(starts, observation.start) - 1)]

    def _add(self, section: Observation) -> None:
        before = self._at.get(section.document, [])
        label = section.attributes.get("label", "")
        named = bool(section.statements) or not (label and before) or _heading_of(section) in self._lone
        part = self._part(section) if named else before[-1]
        part.counts.update(dict(_numbers(section)))
        if label:
            part.labels.add(label)
        self._starts.setdefault(section.document, []).append(section.start)
        self._at.setdefault(section.document, []).append(part)

    def _part(self, section: Observation) -> Part:
        statement, several = section.statement, () if section.statement else section.statements
        path = [one for one in section.heading_path if one != self._whole.get(section.document)]
        heading = section.attributes.get("heading", "")
        top = heading if several else (path[0] if path else heading)
        title = self._titles.get(statement) or top or section.document
        key = (statement, statement or " ".join(several) or title)
        if key not in self._parts:
            part = Part(item=statement or title, title=title, statement=statement, opening=section.citation)
            part.stands_for = several
            self._parts[key] = part
        return self._parts[key]


def _titles_of_wholes(sections: Iterable[Observation]) -> dict[str, str]:
    """Return for each document the heading above all others: it is the title of the whole and opens no part."""
    tops: dict[str, set[str]] = {}
    for section in sections:
        heading = section.attributes.get("heading", "")
        top = section.heading_path[0] if section.heading_path else heading
        if top:
            tops.setdefault(section.document, set()).add(top)
    return {document: found.pop() for document, found in tops.items() if len(found) == 1}


def _heading_of(section: Observation) -> tuple[str, str, str]:
    """Return a section's document, the level of its heading and its words."""
    return section.document, section.attributes.get("level", ""), section.attributes.get("heading", "")


def _lone_headings(sections: Iterable[Observation]) -> frozenset[tuple[str, str, str]]:
    """Return the headings that stand once in their document, at a level at which several name statements."""
    sections = tuple(sections)
    times = Counter(_heading_of(section) for section in sections)
    naming = Counter(_heading_of(section)[:2] for section in sections if section.statements)
    return frozenset(one for one, number in times.items() if number == 1 and naming[one[:2]] >= _SEVERAL)


def _numbers(section: Observation) -> Iterator[tuple[str, int]]:
    for name, value in section.attributes.items():
        if name not in _TEXTS:
            yield name, int(value)
