"""Decides which expectations a sentence speaks to, and which is the main one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from checker import Because, Document, Recognition, RuleBook, Sentence

from .order import main_first
from .partners import listed_together
from .phrases import HINT, LOOK_FOR, Found, PhraseIndex, index_of
from .weighing import weighers_of

_HEADING_BONUS = 0.75
_EARLY_BONUS = 0.25
_HINT_SHARE = 0.5
_ENOUGH_HINTS = 2
_SECTION_SCORE = 0.3
_CARRIED = 0.1
# How many sentences of a paragraph may go on about what an earlier one named, without a word of their own.
_CARRIED_AT_MOST = 3
_GOES_ON = "goes on from the sentence before"


def recognise(document: Document, sentences: Sequence[Sentence], book: RuleBook) -> list[tuple[Recognition, ...]]:
    """
    Return for each sentence what it speaks to, highest score first; nothing for sentences that cannot be evidence.
    """
    index = index_of(book)
    found = index.find(document.text, [(sentence.start, sentence.end) for sentence in sentences])
    headings = _Headings(document, index)
    answers: list[tuple[Recognition, ...]] = []
    weighers = weighers_of(book)
    statement_of = {one.id: one.statement for one in book.expectations}
    sectioned = len({sentence.under for sentence in sentences if sentence.under}) > 1
    paragraph = _Paragraph(document, statement_of)
    for sentence, here in zip(sentences, found, strict=True):
        carried = paragraph.carried(sentence) if sentence.countable else ()
        near = headings.keys(sentence) | {one.key for one in carried}
        own = _recognitions(here, near, document.text, sentence, index.partners) if sentence.countable else ()
        for weigher in weighers if sentence.countable else ():
            own = weigher.weigh(own, document.text, sentence)
        own = main_first(own, index.main_before)
        if sectioned and sentence.under and sentence.countable:
            unheard = set(sentence.under) - {statement_of.get(one.key, "") for one in own}
            hinted = _by_section(here, unheard, statement_of, document.text)
            own += hinted or tuple(one for one in carried if own and statement_of.get(one.key) in unheard)
        paragraph.heard(sentence, own)
        answers.append(own or carried)
    return answers


class _Paragraph:
    """
    What the sentences so far of a paragraph speak of.

    A sentence without a word that an expectation knows goes on about the topic of the one before ("Carers had no
    equivalent group"): the same paragraph is the only hint, so it reaches over few sentences and never names more than
    the main topic.
    """

    def __init__(self, document: Document, statement_of: Mapping[str, str]) -> None:
        self._document = document
        self._statement_of = statement_of
        self._block = -1
        self._topics: dict[str, str] = {}
        self._carried = 0
        self._end = 0

    def carried(self, sentence: Sentence) -> tuple[Recognition, ...]:
        """Return the topics of the sentences before, one for each statement, if this one may go on about them."""
        if not self._topics or self._carried >= _CARRIED_AT_MOST or not self._same_paragraph(sentence):
            return ()
        first = self._document.text[sentence.start : sentence.end].split(maxsplit=1)[0]
        return tuple(
            Recognition(key=key, score=_CARRIED, because=(_goes_on(sentence, first, key),), goes_on=True)
            for key in sorted(self._topics.values())
        )

    def heard(self, sentence: Sentence, own: tuple[Recognition, ...]) -> None:
        """Remember what a sentence speaks of by its own words."""
        if own:
            self._topics, self._carried = self._main(own), 0
        elif not sentence.countable or not self._same_paragraph(sentence):
            self._topics = {}
        else:
            self._carried += 1
        self._block, self._end = sentence.block, sentence.end

    def _main(self, own: tuple[Recognition, ...]) -> dict[str, str]:
        topics: dict[str, str] = {}
        for one in own:
            if statement := self._statement_of.get(one.key):
                topics.setdefault(statement, one.key)
        return topics

    def _same_paragraph(self, sentence: Sentence) -> bool:
        return sentence.block == self._block and "\n\n" not in self._document.text[self._end : sentence.start]


def _goes_on(sentence: Sentence, first: str, key: str) -> Because:
    end = sentence.start + len(first)
    return Because(field="expectations", words=first, start=sentence.start, end=end, family=_GOES_ON, expectation=key)


class _Headings:
    """What the headings above a sentence speak of; each heading is looked at once."""

    def __init__(self, document: Document, index: PhraseIndex) -> None:
        self._document = document
        self._index = index
        self._known: dict[tuple[str, ...], set[str]] = {}

    def keys(self, sentence: Sentence) -> set[str]:
        """Return the expectations that the nearest heading names."""
        blocks = self._document.blocks
        path = blocks[sentence.block].heading_path if sentence.block < len(blocks) else ()
        if path not in self._known:
            heading = path[-1] if path else ""
            found = self._index.find(heading, [(0, len(heading))])[0] if heading else []
            self._known[path] = {one.known.key for one in found if one.known.use == LOOK_FOR}
        return self._known[path]


def _recognitions(
    found: Iterable[Found], near: set[str], text: str, sentence: Sentence, partners: frozenset[str]
) -> tuple[Recognition, ...]:
    sure_of: dict[str, list[Found]] = {}
    hints_of: dict[str, list[Found]] = {}
    for one in found:
        of = sure_of if one.known.use == LOOK_FOR else hints_of
        key = one.known.key
        if key in of:
            of[key].append(one)
        else:
            of[key] = [one]
    answers = []
    for key in {**sure_of, **hints_of}:
        sure = _longest(sure_of.get(key, []))
        hints = hints_of.get(key, [])
        if not sure and not (key in near or len({hint.known.text for hint in hints}) >= _ENOUGH_HINTS):
            continue
        score = _score(sure, hints, key in near, sentence)
        answers.append(Recognition(key=key, score=score, because=_because(sure or hints, text)))
    if len(answers) > 1:
        answers.sort(key=_best_first)
        together = listed_together(sure_of, partners, text)
        answers = [one for one in answers if one.key not in together] or answers
    return tuple(answers)


def _by_section(
    found: Iterable[Found], unheard: Set[str], statement_of: Mapping[str, str], text: str
) -> tuple[Recognition, ...]:
    """
    Return the expectation of the section's own statement at which the words of a sentence hint, if they hint at one
    more than at all others: a writer puts things where they belong, whatever else they speak of.

    `unheard` are the statements of the section of which the sentence has said nothing else. Asked only where a document
    has sections on several: a title over the whole says nothing of one sentence. Such a sentence stands like one that
    goes on: no word of it names the expectation.
    """
    hints: dict[str, list[Found]] = {}
    for one in found:
        if one.known.use == HINT and statement_of.get(one.known.key) in unheard:
            hints.setdefault(one.known.key, []).append(one)
    numbers = {key: len({one.known.text for one in of}) for key, of in hints.items()}
    most = [key for key, number in numbers.items() if number == max(numbers.values())]
    if len(most) != 1:
        return ()
    return (Recognition(key=most[0], score=_SECTION_SCORE, because=_because(hints[most[0]], text), goes_on=True),)


def _best_first(answer: Recognition) -> tuple[float, str]:
    return -answer.score, answer.key


def _longest(found: list[Found]) -> list[Found]:
    """Leave out what lies inside a longer find: "record" in "shared care record" says nothing more."""
    if len(found) < 2:
        return found
    return [
        one
        for one in found
        if not any(
            other is not one
            and other.start <= one.start
            and one.end <= other.end
            and (other.end - other.start, other.known.weight) > (one.end - one.start, one.known.weight)
            for other in found
        )
    ]


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


def _most_telling_first(one: Found) -> tuple[float, int]:
    return -one.known.weight, one.start


def _because(found: list[Found], text: str) -> tuple[Because, ...]:
    return tuple(
        Because(
            field="expectations",
            words=text[one.start : one.end],
            start=one.start,
            end=one.end,
            entry=one.known.place,
            family=one.known.text,
            expectation=one.known.key,
        )
        for one in (found if len(found) == 1 else sorted(found, key=_most_telling_first))
    )
