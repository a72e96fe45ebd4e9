"""Which quality statement, theme or sub-topic a heading or line names. Part of the stage `documents`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from checker.domain.framework import Framework
from checker.values import dataclass, field

_WORD = re.compile(r"\w+")
_PREFIX = re.compile(
    r"^(?:(?:quality statement|statement|standard|theme|section|chapter|part|appendix|"
    r"qs)\s*)?(?:\d{1,2}(?:\s\d{1,2})*|[a-z])?\s+(?=\w)"
)
_NUMBER_ONLY = re.compile(r"^(?:qs|quality statement|statement)\s*(\d{1,2})$")
_ABOUT = re.compile(r"^(?:approach to|our approach to|our work on|work on|our|the|about)\s+(?=\w)")
_PLACE = re.compile(r"(?<=\w)\s+in\s+\w+(?:\s\w+){0,2}$")
_TOGETHER = re.compile(r",|&|\band\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[-–—]\s|[:|()]|\s?[–—]\s?")
_LONGEST_LINE = 200


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """
    Return the bare words of a line: without case, punctuation, markup and differences of British and American
    spelling.
    """
    words = text.casefold().replace("&", " and ").replace("’", "").replace("'", "").replace("_", " ")
    return re.sub(r"iz(?=[aei])", "is", " ".join(_WORD.findall(words)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Titles:
    """
    Folded titles of a framework. `statements`, `subtopics`: words → id of the statement; `numbers`: number → id;
    `headings`: everyday headings and themes → ids of the statements that they may stand for.
    """

    statements: Mapping[str, str] = field(default_factory=dict)
    subtopics: Mapping[str, str] = field(default_factory=dict)
    themes: frozenset[str] = frozenset()
    numbers: Mapping[int, str] = field(default_factory=dict)
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def named(self, line: str) -> tuple[str, bool]:
        """Return the statement that a line names ("QS5: …"), or empty, and whether it names a theme."""
        if len(line) > _LONGEST_LINE:
            return "", False
        readings = _readings(line)
        number = _NUMBER_ONLY.match(readings[0]) if readings else None
        statement = next((self.statements[words] for words in readings if words in self.statements), "")
        statement = statement or (self.numbers.get(int(number.group(1)), "") if number else "")
        return statement, any(words in self.themes for words in readings)

    def statement_of(self, line: str) -> str:
        """Return the statement that a line names as its title, or empty."""
        return self.named(line)[0]

    def section_of(self, heading: str) -> str:
        """Return the statement to which a heading belongs, by its title or by a sub-topic's, or empty."""
        found = self.statement_of(heading)
        if found or len(heading) > _LONGEST_LINE:
            return found
        return next((self.subtopics[words] for words in _readings(heading) if words in self.subtopics), "")

    def may_stand_for(self, heading: str) -> tuple[str, ...]:
        """
        Return the statements that an everyday heading may stand for ("Our workforce", "Safeguarding in Ellanmere"), in
        the framework's order. One that joins several ("Commissioning and partnerships") stands for them all; a part
        that is not known ("Money and trees") leaves it unknown.
        """
        if len(heading) > _LONGEST_LINE:
            return ()
        if found := self._everyday(heading):
            return found
        parts = [self._everyday(part) for part in _TOGETHER.split(heading) if part.strip()]
        named = {statement for part in parts for statement in part}
        return tuple(one for one in self.numbers.values() if one in named) if all(parts) else ()

    def _everyday(self, heading: str) -> tuple[str, ...]:
        for reading in bare_readings(heading):
            if reading in self.headings:
                return self.headings[reading]
            if found := self.statements.get(reading) or self.subtopics.get(reading):
                return (found,)
        return ()


def titles_of(framework: Framework) -> Titles:
    """Return the folded titles of a framework."""
    statements = tuple(
        (
            statement.id,
            statement.number,
            (statement.title, *statement.aliases),
            tuple(topic.title for topic in statement.subtopics),
            statement.headings,
        )
        for statement in framework.statements
    )
    return _titles(
        statements, tuple((theme.title, (theme.title, *theme.headings), theme.statements) for theme in framework.themes)
    )


def statement_titled(line: str, framework: Framework) -> str:
    """Return the id of the quality statement that a line names as its title or number, or an empty text."""
    return titles_of(framework).statement_of(line)


def section_statements(heading_path: Sequence[str], framework: Framework) -> tuple[str, ...]:
    """
    Return the ids of the quality statements that the headings above a sentence name; empty if none does.

    A statement's title or sub-topic says which one, the nearest first. Where there is none, everyday headings and
    themes may stand for several; one below another only narrows it down ("Leadership" › "Our workforce").
    """
    titles = titles_of(framework)
    for heading in reversed(heading_path):
        if found := titles.section_of(heading):
            return (found,)
    named: tuple[str, ...] = ()
    for heading in heading_path:
        below = titles.may_stand_for(heading)
        named = tuple(one for one in below if one in named) or named or below
    return named


_Described = tuple[str, int, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_DescribedTheme = tuple[str, tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=8)
def _titles(statements: tuple[_Described, ...], themes: tuple[_DescribedTheme, ...]) -> Titles:
    subtopics: dict[str, set[str]] = {}
    headings: dict[str, tuple[str, ...]] = {}
    for statement, _, _, topics, everyday in statements:
        for topic in topics:
            subtopics.setdefault(fold(topic), set()).add(statement)
        for heading in everyday:
            words = fold(heading)
            headings[words] = (*headings.get(words, ()), statement)
    for _, names, of_theme in themes:
        headings.update({fold(name): of_theme for name in names})
    return Titles(
        statements={fold(title): statement for statement, _, titles, _, _ in statements for title in titles},
        subtopics={topic: min(found) for topic, found in subtopics.items() if len(found) == 1},
        themes=frozenset(fold(title) for title, _, _ in themes),
        numbers={number: statement for statement, number, _, _, _ in statements},
        headings=headings,
    )


def bare_readings(line: str) -> list[str]:
    """Return what a heading may mean without "our", "the" and the place that it speaks of."""
    found = []
    for reading in _readings(line):
        bare = _ABOUT.sub("", reading, count=1)
        found += [reading, bare, _PLACE.sub("", reading), _PLACE.sub("", bare)]
    return found


@lru_cache(maxsize=256)
def _readings(line: str) -> tuple[str, ...]:
    """Return what a line may mean as a title: whole and by its parts, each with and without its number."""
    parts = [fold(part) for part in (line, *_SEPARATOR.split(line))]
    return tuple(reading for part in parts if part for reading in (part, _PREFIX.sub("", part, count=1)))
