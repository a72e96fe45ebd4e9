"""
Files of word weights: plain text, because thousands of short lines are no YAML that a person would write.

First a line for each answer: its id, what is on the scale before any word, and the chances below and above which the
words decide. After an empty line a line for each word or pair of words: its rarity and its weight for each answer, in
the order above, empty for none. Tabs stand between; lines that begin with # are remarks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.domain.word_weights import WeighedAnswer, WordWeights
from checker.errors import Problem, shown_path
from checker.values import dataclass

_ANSWER = "an answer, its bias and two chances from 0 to 1, with tabs between"
_LINE = "words, their rarity and a weight for each answer (or nothing), with tabs between"


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: list[str]


def read_word_weights(path: Path, name: str, problems: list[Problem]) -> WordWeights | None:
    """Return the weights of a file that packs call `name`; `None`, with its mistakes in `problems`, if it has any."""
    try:
        lines = list(_lines(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(file=shown_path(path), message="this file cannot be read", expected="text in UTF-8"))
        return None
    gap = next((place for place, line in enumerate(lines) if line.cells == [""]), len(lines))
    wrong: list[tuple[int, str]] = []
    answers = [_answer(line, wrong) for line in lines[:gap]]
    if not answers:
        wrong.append((1, _ANSWER))
    words = dict(_words(lines[gap + 1 :], len(answers), wrong))
    problems += [
        Problem(file=shown_path(path), line=number, message="this line cannot be used", expected=expected)
        for number, expected in wrong
    ]
    found = tuple(one for one in answers if one is not None)
    return None if wrong else WordWeights(file=name, answers=found, words=words)


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            yield _Line(number, line.split("\t"))


def _answer(line: _Line, wrong: list[tuple[int, str]]) -> WeighedAnswer | None:
    try:
        name, *numbers = line.cells
        bias, below, above = map(float, numbers)
    except ValueError:
        wrong.append((line.number, _ANSWER))
        return None
    if not (name and 0 <= below <= above <= 1):
        wrong.append((line.number, _ANSWER))
    return WeighedAnswer(id=name, bias=bias, below=below, above=above)


def _words(lines: list[_Line], answers: int, wrong: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    for line in lines:
        try:
            words, rarity, *weights = line.cells
            told = [f"{place}:{float(weight)}" for place, weight in enumerate(weights) if weight]
            if not words or len(weights) > answers:
                raise ValueError
            yield words, " ".join([str(line.number), str(float(rarity)), *told])
        except ValueError:
            wrong.append((line.number, _LINE))
