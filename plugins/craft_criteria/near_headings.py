"""Which of the council's own headings may stand for a quality statement that none names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from checker import Framework, QualityStatement

from .sections import Part

_WORD = re.compile(r"[^\W\d_]{4,}")
_ENDING = re.compile(r"(?<=[a-z]{4})(?:ing|ed|es|s)$")
_BEGINNING = 7
_EVERYWHERE = frozenset(
    _ENDING.sub("", word)
    for word in (
        "about adult better care council everyone find found from getting good have help into know local look make "
        "making more need other part people place places provide provision self service services social support that "
        "their them this time want well what when where which with work year"
    ).split()
)
"""Stems of words that stand in headings about anything."""
_OF_COUNCIL = "assessment"
"""What the council writes, in the singular; "assessments" are those of people."""
_FEWEST_SENTENCES = 2


class NearHeadings:
    """
    The parts under headings that name no statement, and how near they are to one.

    A heading is near by words of the statement's names and sub-topics that few others have ("Who leads …": leadership),
    and by the share of what stands below it that is expected of the statement. One that is as near to another statement
    is near to none, and so is one without such a word of which fewer than two sentences tell.
    """

    def __init__(self, parts: Iterable[Part], framework: Framework) -> None:
        self._loose = [part for part in parts if not part.statement and part.counts["words"]]
        self._words = {one.id: _stems(" ".join(_names_of(one))) for one in framework.statements}

    def of(self, statement: str) -> Part | None:
        """Return the part that is nearest to a statement, or `None` where none is near."""
        near = [(score, part) for part in self._loose if (score := self._score(part, statement))]
        return max(near, key=lambda one: one[0])[1] if near else None

    def _score(self, part: Part, statement: str) -> float:
        scores = _by_words(part.title, self._words)
        if not scores[statement] and part.speaks_to(statement) < _FEWEST_SENTENCES:
            return 0.0
        for one in scores:
            scores[one] += part.speaks_to(one) / max(part.counts["placed"], 1)
        others = max((score for one, score in scores.items() if one != statement), default=0.0)
        return scores[statement] if scores[statement] > others else 0.0


def _by_words(title: str, words: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """Return for each statement how many words of a heading its names have; one that several have counts in part."""
    scores = dict.fromkeys(words, 0.0)
    for word in _stems(title):
        having = [one for one, known in words.items() if any(_is_like(word, other) for other in known)]
        for one in having:
            scores[one] += 1 / len(having)
    return scores


def _is_like(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _stems(text: str) -> frozenset[str]:
    stems = (_ENDING.sub("", word) for word in _WORD.findall(text.lower()) if word != _OF_COUNCIL)
    return frozenset(stem[:_BEGINNING] for stem in stems if stem not in _EVERYWHERE)


def _names_of(statement: QualityStatement) -> Iterable[str]:
    yield from (statement.title, *statement.aliases, *statement.headings)
    yield from (topic.title for topic in statement.subtopics)
