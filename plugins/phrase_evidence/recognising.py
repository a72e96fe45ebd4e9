"""Decides which expectations a sentence speaks to, and which is the main one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from checker import Document, Recognition, RuleBook, Sentence

from .order import main_first
from .paragraphs import Topics, carried
from .partners import listed_together
from .phrases import LOOK_FOR, Found, PhraseIndex, because_of, index_of
from .sections import by_section
from .together import Signs
from .weighing import WeighedSentences, weighers_of

_HEADING_BONUS = 0.75
_EARLY_BONUS = 0.25
_HINT_SHARE = 0.5
_ENOUGH_HINTS = 2


def recognise(document: Document, sentences: Sequence[Sentence], book: RuleBook) -> list[tuple[Recognition, ...]]:
    """
    Return for each sentence what it speaks to, highest score first; nothing for sentences that cannot be evidence.
    """
    return list(_Reading(document, sentences, book).answers())


def signs_of(document: Document, sentences: Sequence[Sentence], book: RuleBook) -> list[dict[str, Signs]]:
    """Return for each sentence what speaks for each expectation whose words a pack weighs; nothing where none can."""
    reading = _Reading(document, sentences, book)
    return [reading.signs() for _ in reading.answers()]


class _Reading:
    """One document, read sentence by sentence in order."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], book: RuleBook) -> None:
        self._text = document.text
        self._sentences = sentences
        self._index = index_of(book)
        self._found = self._index.find(self._text, [(sentence.start, sentence.end) for sentence in sentences])
        self._statement_of = {one.id: one.statement for one in book.expectations}
        self._headings = _Headings(document, self._index)
        self._topics = Topics(document, self._statement_of)
        self._weighed = WeighedSentences(self._text, sentences, self._found, weighers_of(book, self._statement_of))
        self._sectioned = len({sentence.under for sentence in sentences if sentence.under}) > 1
        self._latest: tuple[int, tuple[Recognition, ...]] | None = None

    def answers(self) -> Iterator[tuple[Recognition, ...]]:
        """Yield for each sentence what it speaks to, highest score first, and what is outweighed."""
        for number, sentence in enumerate(self._sentences):
            self._latest = None
            topics = self._topics.of(sentence) if sentence.countable else ()
            own, outweighed = self._of_its_own(number, topics) if sentence.countable else ((), ())
            self._topics.heard(sentence, own)
            yield (own or carried(topics, self._text, sentence)) + outweighed

    def signs(self) -> dict[str, Signs]:
        """Return what speaks for each expectation in the sentence that was read last; nothing where none can."""
        return self._weighed.signs(*self._latest) if self._latest else {}

    def _of_its_own(
        self, number: int, topics: Collection[str]
    ) -> tuple[tuple[Recognition, ...], tuple[Recognition, ...]]:
        sentence, here = self._sentences[number], self._found[number]
        near = {*self._headings.keys(sentence), *topics}
        phrases = _recognitions(here, near, self._text, sentence, self._index.partners)
        self._latest = number, phrases
        own, outweighed = self._weighed.of(number, phrases)
        own = main_first(own, self._index.main_before)
        if own and not phrases:  # words know the expectations of their pack alone
            own += carried(self._unheard(topics, own), self._text, sentence)
        return own + self._of_its_section(sentence, here, own, topics), outweighed

    def _unheard(self, topics: Iterable[str], own: Iterable[Recognition]) -> list[str]:
        """Return the topics that are of other statements than what a sentence speaks to."""
        heard = {self._statement_of.get(one.key, "") for one in own}
        return [key for key in topics if self._statement_of.get(key) not in heard]

    def _of_its_section(
        self, sentence: Sentence, here: Iterable[Found], own: tuple[Recognition, ...], topics: Collection[str]
    ) -> tuple[Recognition, ...]:
        """Return what a sentence speaks to besides, of the statement whose section it stands in."""
        if not self._sectioned or not sentence.under:
            return ()
        unheard = set(sentence.under) - {self._statement_of.get(one.key, "") for one in own}
        hinted = by_section(here, unheard, self._statement_of, self._text)
        goes_on = [key for key in self._unheard(topics, own) if own and self._statement_of.get(key) in unheard]
        return hinted or carried(goes_on, self._text, sentence)


class _Headings:
    """What the headings above a sentence speak of; each heading is looked at once."""

    def __init__(self, document: Document, index: PhraseIndex) -> None:
        self._document = document
        self._index = index
        self._known: dict[tuple[str, ...], set[str]] = {}

    def keys(self, sentence: Sentence) -> Collection[str]:
        """Return the expectations that the nearest heading names."""
        blocks = self._document.blocks
        path = blocks[sentence.block].heading_path if sentence.block < len(blocks) else ()
        if path not in self._known:
            heading = path[-1] if path else ""
            found = self._index.find(heading, [(0, len(heading))])[0] if heading else []
            self._known[path] = {one.known.key for one in found if one.known.use == LOOK_FOR}
        return self._known[path]


def _recognitions(
    found: Iterable[Found], near: Collection[str], text: str, sentence: Sentence, partners: frozenset[str]
) -> tuple[Recognition, ...]:
    sure_of, hints_of = _by_key(found)
    answers = []
    for key, several in sure_of.items():
        sure = _longest(several) if len(several) > 1 else several
        score = _score(sure, hints_of.pop(key, _NO_HINTS), key in near, sentence)
        answers.append(Recognition(key=key, score=score, because=because_of(sure, text)))
    for key, hints in hints_of.items():
        if key in near or (len(hints) > 1 and len({hint.known.text for hint in hints}) >= _ENOUGH_HINTS):
            score = _score([], hints, key in near, sentence)
            answers.append(Recognition(key=key, score=score, because=because_of(hints, text)))
    if len(answers) > 1:
        answers.sort(key=_best_first)
        together = listed_together(sure_of, partners, text)
        answers = [one for one in answers if one.key not in together] or answers
    return tuple(answers)


_ByKey = dict[str, list[Found]]
_NO_HINTS: list[Found] = []


def _by_key(found: Iterable[Found]) -> tuple[_ByKey, _ByKey]:
    """Return what is looked for and what only hints at something, each by what it speaks of."""
    sure_of: _ByKey = {}
    hints_of: _ByKey = {}
    for one in found:
        key, use = one[0][:2]  # by place: names would take most of the time here
        of = sure_of if use == LOOK_FOR else hints_of
        if key in of:
            of[key].append(one)
        else:
            of[key] = [one]
    return sure_of, hints_of


def _best_first(answer: Recognition) -> tuple[float, str]:
    return -answer.score, answer.key


def _longest(found: list[Found]) -> list[Found]:
    """Leave out what lies inside a longer find: "record" in "shared care record" says nothing more."""
    reached = -1
    for _, start, end in found:
        if start < reached:
            return [one for one in found if not _is_held(one, found)]
        reached = end
    return found  # in the order of the text, so that nothing lies inside another


def _is_held(one: Found, found: Iterable[Found]) -> bool:
    known, start, end = one
    for other, begin, stop in found:
        if begin <= start and end <= stop and (stop - begin, other.weight) > (end - start, known.weight):
            return True
    return False


def _score(sure: list[Found], hints: list[Found], near: bool, sentence: Sentence) -> float:
    """
    Return how much a sentence speaks to an expectation.

    The best phrase counts whole, every further one for less; words at the start of a sentence name its topic; a heading
    or the sentence before adds a little.
    """
    score, first = 0.0, sentence.end
    if len(sure) == 1:
        score, first = sure[0].known.weight, sure[0].start
    elif sure:
        weights = sorted([one.known.weight for one in sure], reverse=True)
        score = sum([weight / number for number, weight in enumerate(weights, 1)])
        first = min([one.start for one in sure])
    if hints:
        score += _HINT_SHARE * len({hint.known.text for hint in hints}) / (1 + len(sure))
        first = min(first, *[hint.start for hint in hints])
    score += _EARLY_BONUS * (1 - (first - sentence.start) / max(1, sentence.end - sentence.start))
    return round(score + (_HEADING_BONUS if near else 0), 4)
