"""Makes passages of sentences: what plugins recognised and said of each, with the defaults where they said nothing."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from checker.domain.document import Document, Recognised, Sentence
from checker.domain.evidence import Because, Certainty, Claim, Passage, Period, Polarity, Qualifiers, Recognition
from checker.domain.pack import RuleBook
from checker.values import replace

_FINGERPRINT_LENGTH = 16
_LONGEST_LABEL = 2
"""In words: "Shared records." names a thing and says nothing of it."""


def mark(
    document: Document,
    recognised: Recognised,
    sentences: Sequence[Sentence],
    recognitions: Sequence[Sequence[Recognition]],
    qualifiers: Sequence[Qualifiers],
    book: RuleBook,
    shown_text: str | None = None,
) -> tuple[Passage, ...]:
    """
    Return one passage for each sentence, in order.

    `shown_text` is the document's text with personal data masked, of the same length: passages quote from it. A
    sentence that an expectation recognises by its own words and no cue decides is a strength (it says that the thing is
    there); any other such, and a label of one or two words, is neutral.
    """
    marker = _Marker(document, recognised, book, document.text if shown_text is None else shown_text)
    return tuple(
        marker.passage(sentence, found, said)
        for sentence, found, said in zip(sentences, recognitions, qualifiers, strict=True)
    )


class _Marker:
    def __init__(self, document: Document, recognised: Recognised, book: RuleBook, shown: str) -> None:
        self._document = document
        self._recognised = recognised
        self._shown = shown
        self._statement_of = {expectation.id: expectation.statement for expectation in book.expectations}
        self._for_impact = tuple(expectation for expectation in book.expectations if expectation.also_when_impact)
        self._only_statement = len(set(self._statement_of.values())) == 1
        self._times: dict[str, int] = {}

    def passage(self, sentence: Sentence, found: Sequence[Recognition], said: Qualifiers) -> Passage:
        text = self._shown[sentence.start : sentence.end]
        block = self._document.blocks[sentence.block] if self._document.blocks else None
        expectations, because = self._expectations(sentence, found, said)
        named = bool(set(expectations) - {one.key for one in found if one.goes_on})
        polarity = self._polarity(sentence, said, named=named)
        return Passage(
            document=self._document.name,
            start=sentence.start,
            end=sentence.end,
            text=text,
            expectations=expectations,
            main=self._main(expectations),
            rules=tuple(sorted(one.key for one in found if one.key not in self._statement_of and not one.overruled)),
            polarity=polarity,
            voice=said.voice or self._recognised.default_voice,
            evidence_category=said.evidence_category or self._recognised.default_category,
            claim=_claim(polarity, said.claim),
            impact=bool(said.impact) and sentence.countable,
            certainty=said.certainty or (Certainty.EARLY_STAGE if polarity is Polarity.PLANNED else Certainty.ASSERTED),
            dates=self._dates(sentence, said, text),
            parts=said.parts if polarity is Polarity.MIXED else (),
            because=self._shown_words((*because, *said.because)),
            heading_path=block.heading_path if block else (),
            line=self._line(sentence, block.line if block else None, block.start if block else 0),
            page=block.page if block else None,
            sheet=block.sheet if block else None,
            cell=block.cell if block else None,
            countable=sentence.countable,
            own_words=named,
            fingerprint=self._fingerprint(text),
        )

    def _expectations(
        self, sentence: Sentence, found: Sequence[Recognition], said: Qualifiers
    ) -> tuple[tuple[str, ...], tuple[Because, ...]]:
        if not sentence.countable:
            return (), ()
        keys = [one.key for one in found if one.key in self._statement_of and not one.overruled]
        because = [reason for one in found for reason in one.because]
        if said.impact:
            statements = {self._statement_of[key] for key in keys}
            for expectation in self._for_impact:
                if expectation.id not in keys and (self._only_statement or expectation.statement in statements):
                    keys.append(expectation.id)
        return tuple(keys), tuple(because)

    def _main(self, expectations: tuple[str, ...]) -> tuple[str, ...]:
        """Return the first expectation of each statement."""
        first: dict[str, str] = {}
        for key in expectations:
            first.setdefault(self._statement_of[key], key)
        return tuple(first.values())

    def _polarity(self, sentence: Sentence, said: Qualifiers, *, named: bool) -> Polarity:
        if not sentence.countable:
            return Polarity.NEUTRAL
        if said.polarity is not None:
            return said.polarity
        is_label = len(self._document.text[sentence.start : sentence.end].split()) <= _LONGEST_LABEL
        return Polarity.STRENGTH if named and not is_label else Polarity.NEUTRAL

    def _dates(self, sentence: Sentence, said: Qualifiers, shown: str) -> tuple[Period, ...]:
        """Return the dates; one that is masked (somebody's birthday) is not told beside the text either."""
        text = self._document.text[sentence.start : sentence.end]
        return tuple(one for one in said.dates or () if one.words in shown or one.words not in text)

    def _line(self, sentence: Sentence, line: int | None, start: int) -> int | None:
        return None if line is None else line + self._document.text.count("\n", start, sentence.start)

    def _shown_words(self, because: tuple[Because, ...]) -> tuple[Because, ...]:
        if self._shown is self._document.text:
            return because
        return tuple(replace(one, words=self._shown[one.start : one.end]) for one in because)

    def _fingerprint(self, text: str) -> str:
        normal = " ".join(text.lower().split())
        ordinal = self._times[normal] = self._times.get(normal, 0) + 1
        return sha256(f"{normal}\n{ordinal}".encode()).hexdigest()[:_FINGERPRINT_LENGTH]


def _claim(polarity: Polarity, claim: Claim | None) -> Claim:
    """Return the step of a claim: plans promise, and what is neither for nor against shows nothing in practice."""
    if polarity is Polarity.PLANNED:
        return Claim.PLANNED
    return Claim.STATED if claim is None or polarity is Polarity.NEUTRAL else claim
