"""
Plain keywords, to see what the rules add: the standard's own words for expectations, a short list for shortfalls.

Made by rule from the framework and the titles: somebody who chose keywords by hand would do better.
"""

from __future__ import annotations

import re
from collections import Counter

from checker import DocumentKind, Expectation, Polarity, RuleBook

from .answers import Answer, Reading
from .labels import Narrative, statuses_of
from .outside_sets import cut_sentences

NEGATIVE = re.compile(
    r"\b(?:not|no|never|lack\w*|delay\w*|poor\w*|need(?:ed|s)? to|however|wait(?:s|ing)?|gaps?|limited|inconsisten\w*"
    r"|improvements?|concerns?|issues?|challeng\w*|difficult\w*|problems?|insufficient\w*|barriers?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ENDING = re.compile(r"(?:ations?|ings?|ions?|edly|ed|ies|es|ly|s|e|y)$")
_SHORTEST = 3
# Words that tell nothing, and those that every sentence about a council may hold.
_PLAIN_WORDS = """
    a about adult all and are as at authority be both by can care clear council do enough everyone for from good have i
    in is it known local long me meet met my need of on once one openly other our part people run services so social
    support take takes that the their them they this to together us we well what who whole with work working works
"""
_PLAIN = frozenset(_PLAIN_WORDS.split())
_OWN_WORDS = frozenset({"we", "our"})
_SENTENCES_AN_OWN_WORD = 4
_COMMON = 3
_ENOUGH = 2


class KeywordReader:
    """Reads narratives by the words of the framework and of the expectations' titles."""

    name = "keywords"

    def __init__(self, book: RuleBook) -> None:
        self._kinds = book.framework.kinds
        self._titles = {one.id: _stems(one.title) for one in book.expectations}
        self._served = {one.id: _stems(_served_words(one, book)) for one in book.expectations}
        told = Counter(stem for stems in self._titles.values() for stem in stems)
        self._telling = {stem for stem, times in told.items() if times < _COMMON}

    def read(self, narrative: Narrative) -> Reading:
        """Return what plain keywords say of a narrative."""
        voice = self._default_voice(narrative.text)
        answers = tuple(
            self._answer(narrative.text[start:end], start, voice) for start, end in cut_sentences(narrative.text)
        )
        sentences = [(one.expectations, one.polarity) for one in answers]
        return Reading(answers=answers, statuses=statuses_of(sentences, self._titles))

    def _answer(self, sentence: str, start: int, voice: str) -> Answer:
        expectations = self._expectations(_stems(sentence))
        usual = Polarity.STRENGTH if expectations else Polarity.NEUTRAL
        polarity = Polarity.SHORTFALL if NEGATIVE.search(sentence) else usual
        return Answer(start=start, end=start + len(sentence), expectations=expectations, polarity=polarity, voice=voice)

    def _expectations(self, stems: frozenset[str]) -> tuple[str, ...]:
        """Return those of whose title a telling word is here, or two words of what they serve; most words first."""
        words = {}
        for key, title in self._titles.items():
            telling = len(stems & title & self._telling)
            served = len(stems & self._served[key])
            if telling or served >= _ENOUGH:
                words[key] = telling + served
        return tuple(sorted(words, key=lambda key: (-words[key], key)))

    def _default_voice(self, text: str) -> str:
        """Return one voice for the text: a council's own if every fourth sentence says "we", else an assessor's."""
        own = sum(word in _OWN_WORDS for word in _WORD.findall(text.lower()))
        is_own = own * _SENTENCES_AN_OWN_WORD >= len(list(cut_sentences(text)))
        return self._kinds[DocumentKind.SELF_ASSESSMENT if is_own else DocumentKind.INSPECTION_REPORT].voice


def _served_words(expectation: Expectation, book: RuleBook) -> str:
    statement = book.framework.statement(expectation.statement)
    return " ".join(served.text for served in statement.served if served.id in expectation.serves)


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _PLAIN)


def _stem(word: str) -> str:
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= _SHORTEST else word
