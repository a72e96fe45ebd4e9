"""All phrases of a rule book, compiled once a run: what each is for and how telling it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from checker import Phrase, PhraseMatcher, RuleBook

LOOK_FOR = "look_for"
HINT = "hints"
NOT_WHEN = "not_when"


@dataclass(frozen=True, slots=True)
class Known:
    """One phrase of one expectation or rule (`key`). `weight`: the more words it asks for, the more telling it is."""

    key: str
    statement: str
    use: str
    phrase: Phrase
    weight: float


class Found(NamedTuple):
    """A phrase found in a sentence."""

    known: Known
    start: int
    end: int


class PhraseIndex:
    """All phrases of a rule book behind one matcher."""

    def __init__(self, book: RuleBook) -> None:
        self._known = tuple(_all(book))
        self._matcher = PhraseMatcher([known.phrase for known in self._known])

    def find(self, text: str, spans: Sequence[tuple[int, int]]) -> list[list[Found]]:
        """Return what each span holds, phrases that a `not_when` covers left out."""
        return [
            _not_hidden([Found(self._known[hit.phrase], hit.start, hit.end) for hit in hits])
            for hits in self._matcher.find(text, spans)
        ]


def _all(book: RuleBook) -> Iterable[Known]:
    for expectation in book.expectations:
        lists = ((LOOK_FOR, expectation.look_for), (HINT, expectation.hints), (NOT_WHEN, expectation.not_when))
        for use, phrases in lists:
            for phrase in phrases:
                yield Known(expectation.id, expectation.statement, use, phrase, _weight(phrase))
    for rule in book.rules:
        for use, phrases in ((LOOK_FOR, rule.look_for), (NOT_WHEN, rule.not_when)):
            for phrase in phrases:
                yield Known(rule.id, rule.statement, use, phrase, _weight(phrase))


def _weight(phrase: Phrase) -> float:
    """Return 1 for a word, more for each further word; words apart count a little less than words together."""
    pieces = phrase.text.lstrip("=").split("...")
    words = sum(len(piece.split(" | ", 1)[0].split()) for piece in pieces)
    return 1.0 + 0.5 * (min(words, 4) - 1) - 0.1 * (len(pieces) - 1)


def _not_hidden(found: list[Found]) -> list[Found]:
    hiding = [one for one in found if one.known.use == NOT_WHEN]
    if not hiding:
        return found
    return [
        one
        for one in found
        if one.known.use != NOT_WHEN
        and not any(
            other.known.key == one.known.key and other.start <= one.start and one.end <= other.end for other in hiding
        )
    ]


_latest: tuple[RuleBook, PhraseIndex] | None = None


def index_of(book: RuleBook) -> PhraseIndex:
    """Return the compiled phrases of a rule book; compiled once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        _latest = (book, PhraseIndex(book))
    return _latest[1]
