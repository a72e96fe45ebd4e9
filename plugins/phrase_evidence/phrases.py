"""All phrases of a rule book, compiled once a run: what each is for and how telling it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker import Phrase, PhraseMatcher, RuleBook

LOOK_FOR = "look_for"
HINT = "hints"
NOT_WHEN = "not_when"


class Known(NamedTuple):
    """
    One phrase of one expectation or rule (`key`): its text, and its place (`file:line`).

    `weight`: the more words it asks for, the more telling it is.
    """

    key: str
    use: str
    text: str
    place: str
    weight: float


class Found(NamedTuple):
    """A phrase found in a sentence."""

    known: Known
    start: int
    end: int


class PhraseIndex:
    """All phrases of a rule book behind one matcher; of most, no more is needed than that."""

    def __init__(self, book: RuleBook) -> None:
        self._phrases: list[Phrase] = []
        self._uses: list[tuple[str, str]] = []
        for key, use, phrases in _all(book):
            self._phrases += phrases
            self._uses += [(key, use)] * len(phrases)
        self._known: dict[int, Known] = {}
        self._matcher = PhraseMatcher(self._phrases, keys=book.phrase_keys)
        self.partners = frozenset(one.id for one in book.expectations if one.one_kind_of_partner)
        """The expectations that are about one kind of partner."""
        self.main_before = {one.id: one.main_before for one in book.expectations if one.main_before}
        """Which expectations come second in a sentence, by the one that is the main there."""

    def find(self, text: str, spans: Sequence[tuple[int, int]]) -> list[list[Found]]:
        """Return what each span holds, phrases that a `not_when` covers left out."""
        known = self._known
        new = tuple.__new__  # past the check of the number of fields, which would take longer than the rest
        return [
            _not_hidden([new(Found, (known.get(index) or self._met(index), start, end)) for index, start, end in hits])
            for hits in self._matcher.find(text, spans)
        ]

    def _met(self, index: int) -> Known:
        key, use = self._uses[index]
        phrase = self._phrases[index]
        known = self._known[index] = Known(key, use, phrase.text, phrase.place, _weight(phrase))
        return known


def _all(book: RuleBook) -> Iterator[tuple[str, str, tuple[Phrase, ...]]]:
    for expectation in book.expectations:
        yield expectation.id, LOOK_FOR, expectation.look_for
        yield expectation.id, HINT, expectation.hints
        yield expectation.id, NOT_WHEN, expectation.not_when
    for rule in book.rules:
        yield rule.id, LOOK_FOR, rule.look_for
        yield rule.id, NOT_WHEN, rule.not_when


def _weight(phrase: Phrase) -> float:
    """Return 1 for a word, more for each further word; words apart count a little less than words together."""
    pieces = phrase.text.lstrip("=").split("...")
    words = sum(len(piece.split(" | ", 1)[0].split()) for piece in pieces)
    return 1.0 + 0.5 * (min(words, 4) - 1) - 0.1 * (len(pieces) - 1)


def _not_hidden(found: list[Found]) -> list[Found]:
    hiding = [one for one in found if one.known.use == NOT_WHEN]
    if not hiding:
        return found
    about = {one.known.key for one in hiding}
    return [
        one for one in found if one.known.use != NOT_WHEN and not (one.known.key in about and _is_hidden(one, hiding))
    ]


def _is_hidden(one: Found, hiding: list[Found]) -> bool:
    return any(
        other.known.key == one.known.key and other.start <= one.start and one.end <= other.end for other in hiding
    )


_latest: tuple[RuleBook, PhraseIndex] | None = None


def index_of(book: RuleBook) -> PhraseIndex:
    """Return the compiled phrases of a rule book; compiled once a run."""
    global _latest
    if _latest is None or _latest[0] is not book:
        _latest = (book, PhraseIndex(book))
    return _latest[1]
