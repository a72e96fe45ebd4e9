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
_SEPARATOR = re.compile(r"\s[-–—]\s|[:|()]|\s?[–—]\s?")
_LONGEST_LINE = 200


def fold(text: str) -> str:
    """
    Return the bare words of a line: without case, punctuation, markup and differences of British and American
    spelling.
    """
    words = text.casefold().replace("&", " and ").replace("’", "").replace("'", "").replace("_", " ")
    return re.sub(r"iz(?=[aei])", "is", " ".join(_WORD.findall(words)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Titles:
    """Folded titles of a framework. `statements`, `subtopics`: words → id of the statement; `numbers`: number → id."""

    statements: Mapping[str, str] = field(default_factory=dict)
    subtopics: Mapping[str, str] = field(default_factory=dict)
    themes: frozenset[str] = frozenset()
    numbers: Mapping[int, str] = field(default_factory=dict)

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


def titles_of(framework: Framework) -> Titles:
    """Return the folded titles of a framework."""
    statements = tuple(
        (
            statement.id,
            statement.number,
            (statement.title, *statement.aliases),
            tuple(topic.title for topic in statement.subtopics),
        )
        for statement in framework.statements
    )
    return _titles(statements, tuple(theme.title for theme in framework.themes))


def statement_titled(line: str, framework: Framework) -> str:
    """Return the id of the quality statement that a line names as its title or number, or an empty text."""
    return titles_of(framework).statement_of(line)


def section_statement(heading_path: Sequence[str], framework: Framework) -> str:
    """
    Return the id of the quality statement that the headings above a sentence name, the nearest first; empty if
    none does.
    """
    titles = titles_of(framework)
    return next((found for heading in reversed(heading_path) if (found := titles.section_of(heading))), "")


@lru_cache(maxsize=8)
def _titles(
    statements: tuple[tuple[str, int, tuple[str, ...], tuple[str, ...]], ...], themes: tuple[str, ...]
) -> Titles:
    subtopics: dict[str, set[str]] = {}
    for statement, _, _, topics in statements:
        for topic in topics:
            subtopics.setdefault(fold(topic), set()).add(statement)
    return Titles(
        statements={fold(title): statement for statement, _, titles, _ in statements for title in titles},
        subtopics={topic: min(found) for topic, found in subtopics.items() if len(found) == 1},
        themes=frozenset(fold(theme) for theme in themes),
        numbers={number: statement for statement, number, _, _ in statements},
    )


def _readings(line: str) -> list[str]:
    """Return what a line may mean as a title: whole and by its parts, each with and without its number."""
    parts = [fold(part) for part in (line, *_SEPARATOR.split(line))]
    return [reading for part in parts if part for reading in (part, _PREFIX.sub("", part, count=1))]
