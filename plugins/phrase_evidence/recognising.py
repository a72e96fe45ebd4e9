"""Decides which expectations a sentence speaks to, and which is the main one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from checker import Because, Document, Recognition, RuleBook, Sentence

from .order import main_first
from .partners import listed_together
from .phrases import LOOK_FOR, Found, PhraseIndex, because_of, index_of
from .sections import by_section
from .weighing import weighed, weighers_of

_HEADING_BONUS = 0.75
_EARLY_BONUS = 0.25
_HINT_SHARE = 0.5
_ENOUGH_HINTS = 2
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
    statement_of = {one.id: one.statement for one in book.expectations}
    weighers = weighers_of(book, statement_of)
    sectioned = len({sentence.under for sentence in sentences if sentence.under}) > 1
    paragraph = _Paragraph(document, statement_of)
    for sentence, here in zip(sentences, found, strict=True):
        own: tuple[Recognition, ...] = ()
        outweighed: tuple[Recognition, ...] = ()
        topics: Collection[str] = ()
        if sentence.countable:
            topics = paragraph.topics(sentence)
            near = {*headings.keys(sentence), *topics}
            own = _recognitions(here, near, document.text, sentence, index.partners)
            own, outweighed = weighed(own, document.text, sentence, weighers)
            own = main_first(own, index.main_before)
            if sectioned and sentence.under:
                unheard = set(sentence.under) - {statement_of.get(one.key, "") for one in own}
                carried = [key for key in topics if own and statement_of.get(key) in unheard]
                hinted = by_section(here, unheard, statement_of, document.text)
                own += hinted or _carried(carried, document.text, sentence)
        paragraph.heard(sentence, own)
        answers.append((own or _carried(topics, document.text, sentence)) + outweighed)
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

    def topics(self, sentence: Sentence) -> Collection[str]:
        """Return the topics of the sentences before, one for each statement, if this one may go on about them."""
        if not self._topics or self._carried >= _CARRIED_AT_MOST or not self._same_paragraph(sentence):
            return ()
        return sorted(self._topics.values())

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


def _carried(topics: Collection[str], text: str, sentence: Sentence) -> tuple[Recognition, ...]:
    if not topics:
        return ()
    first = text[sentence.start : sentence.end].split(maxsplit=1)[0]
    return tuple(
        Recognition(key=key, score=_CARRIED, because=(_goes_on(sentence, first, key),), goes_on=True) for key in topics
    )


def _goes_on(sentence: Sentence, first: str, key: str) -> Because:
    end = sentence.start + len(first)
    return Because(field="expectations", words=first, start=sentence.start, end=end, family=_GOES_ON, expectation=key)


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
            return [one for one in found if not any(_holds(other, one) for other in found)]
        reached = end
    return found  # in the order of the text, so that nothing lies inside another


def _holds(other: Found, one: Found) -> bool:
    known, start, end = other
    longer = (end - start, known.weight) > (one.end - one.start, one.known.weight)
    return longer and start <= one.start and one.end <= end


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
