"""The sections of the self-assessments: what each heading opens, put together by quality statement."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from checker import Assessment, Observation, Passage, dataclass, field

from .asking import self_assessments

_TEXTS = frozenset({"heading", "label"})


@dataclass(slots=True)
class Part:
    """
    Everything that the self-assessments have under one quality statement, or under one heading that names none.

    `item` is the statement's id, or the heading's words; `counts` add up the attributes of its sections.
    """

    item: str
    title: str
    statement: str
    opening: Passage
    counts: Counter[str] = field(default_factory=Counter)
    labels: set[str] = field(default_factory=set)


class Sections:
    """
    The parts of all self-assessments, in the order of the text.

    A section belongs to the statement that its headings name; a label such as "What we are proud of" belongs to the
    section before it, whatever its level.
    """

    def __init__(self, assessment: Assessment) -> None:
        self._titles = {one.id: one.title for one in assessment.book.framework.statements}
        self._parts: dict[tuple[str, str], Part] = {}
        self._starts: dict[str, list[int]] = {}
        self._at: dict[str, list[Part]] = {}
        for section in assessment.observations.kind("section", self_assessments(assessment)):
            self._add(section)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts."""
        return tuple(self._parts.values())

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
        return tuple(part for part in self.parts if part.statement in wanted)

    def part_of(self, observation: Observation) -> Part | None:
        """Return the part in which an observation stands, or `None` outside the self-assessments."""
        starts = self._starts.get(observation.document)
        if not starts:
            return None
        return self._at[observation.document][max(0, bisect_right(starts, observation.start) - 1)]

    def _add(self, section: Observation) -> None:
        before = self._at.get(section.document, [])
        label = section.attributes.get("label", "")
        statement = section.statement or (before[-1].statement if label and before else "")
        heading = section.attributes.get("heading", "")
        follows = bool(label and before and not statement)
        part = before[-1] if follows else self._part(section, statement, heading)
        part.counts.update(dict(_numbers(section)))
        if label:
            part.labels.add(label)
        self._starts.setdefault(section.document, []).append(section.start)
        self._at.setdefault(section.document, []).append(part)

    def _part(self, section: Observation, statement: str, heading: str) -> Part:
        path = section.heading_path
        title = self._titles.get(statement) or (path[0] if path else heading) or section.document
        item = statement or title
        key = (statement, item)
        if key not in self._parts:
            self._parts[key] = Part(item=item, title=title, statement=statement, opening=section.citation)
        return self._parts[key]


def _numbers(section: Observation) -> Iterator[tuple[str, int]]:
    for name, value in section.attributes.items():
        if name not in _TEXTS and name != "level":
            yield name, int(value)
