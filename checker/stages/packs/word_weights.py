"""
Files of word weights: plain text, because thousands of short lines are no YAML that a person would write.

First a line for each answer: its id, what is on the scale before any word, and the chances below and above which the
words decide. After an empty line a line for each word or pair of words: its rarity and its weight for each answer, in
the order above, empty for none. Tabs stand between; lines that begin with # are remarks. Numbers have bounds, so that
no file of a third party can make a chance that is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from pathlib import Path
from typing import TypeVar

from checker.domain.word_weights import OF_ANY_SENTENCE, WeighedAnswer, WordWeights
from checker.errors import Problem, shown_path
from checker.stages.packs.files import RawPack
from checker.suggestions import suggest
from checker.text.weighing import features
from checker.values import dataclass

_Kept = TypeVar("_Kept")
MOST_BYTES = 4_000_000
_MOST_TOLD = 20
_HEAVIEST = 100.0
_RAREST = 50.0
_ANSWER = "an id, a bias from -100 to 100 and two chances from 0 to 1, the lower first, with tabs between"
_LINE = "one word or two in lower case, a rarity up to 50, weights from -100 to 100 for the answers, with tabs between"
_ONCE = "every answer and all words once"


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: list[str]


class _Wrong(Exception):
    """A line that cannot be used; the message says what was expected."""


def read_word_weights(path: Path, name: str, problems: list[Problem]) -> WordWeights | None:
    """Return the weights of a file that packs call `name`; `None`, with its mistakes in `problems`, if it has any."""
    try:
        if path.stat().st_size > MOST_BYTES:
            expected = f"at most {MOST_BYTES // 1_000_000} MB"
            problems.append(Problem(file=shown_path(path), message="this file is too large", expected=expected))
            return None
        lines = list(_lines(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError):
        problems.append(Problem(file=shown_path(path), message="this file cannot be read", expected="text in UTF-8"))
        return None
    reading = _Reading(shown_path(path))
    found = reading.read(lines, name)
    problems += reading.problems
    return None if reading.problems else found


def check_word_weights(packs: Sequence[RawPack]) -> Iterator[Problem]:
    """
    Yield a problem for each answer that a pack may not weigh words for.

    A pack weighs for its own expectations, and for what is asked of every sentence if it brings the framework: what
    another pack asks is changed by an overlay, with a reason.
    """
    for pack in packs:
        own = {expectation.get("id").text for _, expectation in pack.expectations()}
        own |= OF_ANY_SENTENCE if pack.first("framework") else set()
        known: set[str] = set()
        for weights in pack.word_weights:
            yield from _check_answers(weights, pack, own, known)


def _check_answers(weights: WordWeights, pack: RawPack, own: Set[str], known: set[str]) -> Iterator[Problem]:
    file = shown_path(pack.folder.path / weights.file.partition("/")[2])
    for one in weights.answers:
        if one.id not in own:
            expected = suggest(one.id, own) or "the id of an expectation of this pack"
            message = f"words cannot be weighed here for '{one.id}'"
            yield Problem(file=file, line=one.line, message=message, expected=expected)
        elif one.id in known:
            message = f"another file of this pack weighs words for '{one.id}'"
            yield Problem(file=file, line=one.line, message=message, expected=_ONCE)
        known.add(one.id)


def _lines(text: str) -> Iterator[_Line]:
    for number, line in enumerate(text.strip("\n").splitlines(), 1 + len(text) - len(text.lstrip("\n"))):
        if not line.startswith("#"):
            yield _Line(number, line.split("\t"))


class _Reading:
    """Reads the lines of one file and keeps its mistakes, the first few of them."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[Problem] = []

    def read(self, lines: Sequence[_Line], name: str) -> WordWeights:
        """Return what the lines hold; it is whole only if there is no problem."""
        gap = next((place for place, line in enumerate(lines) if line.cells == [""]), len(lines))
        answers: dict[str, WeighedAnswer] = {}
        words: dict[str, str] = {}
        if not gap:
            self._wrong(1, _ANSWER)
        for line in lines[:gap]:
            self._keep(line, answers, _answer)
        for line in lines[gap + 1 :]:
            if line.cells != [""] and len(self.problems) < _MOST_TOLD:
                self._keep(line, words, lambda line: _weighed(line, len(answers)))
        return WordWeights(file=name, answers=tuple(answers.values()), words=words)

    def _keep(self, line: _Line, known: dict[str, _Kept], read: Callable[[_Line], tuple[str, _Kept]]) -> None:
        try:
            key, value = read(line)
        except (_Wrong, ValueError) as error:
            self._wrong(line.number, str(error) if isinstance(error, _Wrong) else _LINE)
            return
        if key in known:
            self._wrong(line.number, _ONCE)
        known[key] = value

    def _wrong(self, number: int, expected: str) -> None:
        message = "this line cannot be used"
        self.problems.append(Problem(file=self._file, line=number, message=message, expected=expected))


def _answer(line: _Line) -> tuple[str, WeighedAnswer]:
    try:
        name, *numbers = line.cells
        bias, below, above = map(float, numbers)
    except ValueError:
        raise _Wrong(_ANSWER) from None
    if not (name and abs(bias) <= _HEAVIEST and 0 <= below <= above <= 1):
        raise _Wrong(_ANSWER)
    return name, WeighedAnswer(id=name, bias=bias, below=below, above=above, line=line.number)


def _weighed(line: _Line, answers: int) -> tuple[str, str]:
    words, rarity, *weights = line.cells
    told = [f"{place}:{_bounded(weight)}" for place, weight in enumerate(weights) if weight]
    is_rarity = 0 < float(rarity) <= _RAREST
    if not is_rarity or len(weights) > answers or len(words.split(" ")) > 2 or words not in features(words):
        raise _Wrong(_LINE)
    return words, " ".join([str(line.number), str(float(rarity)), *told])


def _bounded(weight: str) -> float:
    if abs(float(weight)) <= _HEAVIEST:
        return float(weight)
    raise _Wrong(_LINE)
