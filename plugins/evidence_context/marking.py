"""Puts the qualifiers of each sentence together."""

from __future__ import annotations

from collections.abc import Sequence

from checker import (
    IMPACT,
    SHORTFALL,
    Because,
    Document,
    Qualifiers,
    Recognised,
    RuleBook,
    Scale,
    Sentence,
    find_periods,
)

from .cues import SentenceCues, index_of
from .ladder import read_certainty, read_claim, read_impact
from .polarity import read_polarity
from .voice import Attribution, VoiceReader
from .weighing import answered, scales_of, weigh, weigh_impact


def qualify(
    document: Document, sentences: Sequence[Sentence], recognised: Recognised, book: RuleBook
) -> list[Qualifiers]:
    """Return the qualifiers of each sentence of a document; sentences that cannot be evidence get empty ones."""
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    voices = VoiceReader(recognised.default_voice, recognised.first_person_voice)
    categories = {voice.id: voice.evidence_category for voice in book.framework.voices}
    found = []
    scales = scales_of(book)
    for sentence, cues in zip(sentences, index_of(book).find(document.text, spans), strict=True):
        if not sentence.countable:
            found.append(Qualifiers())
            continue
        voice = voices.read(cues)
        category = categories.get(voice.voice) if voice.named else recognised.default_category
        found.append(_qualifiers(cues, voice, category or None, scales))
    return found


def _qualifiers(cues: SentenceCues, voice: Attribution, category: str | None, scales: Sequence[Scale]) -> Qualifiers:
    weighed = answered(cues, scales)
    verdict = weigh(read_polarity(cues), cues, weighed.get(SHORTFALL))
    polarity = verdict.polarity
    periods = tuple(find_periods(cues.text, cues.start, cues.end))
    impact, why_impact = weigh_impact(*read_impact(cues, polarity, voice), polarity, weighed.get(IMPACT))
    certainty, why_certainty = read_certainty(cues, verdict, polarity)
    claim, why_claim = read_claim(cues, verdict, reported=voice.named, periods=periods)
    because: tuple[Because, ...] = (*verdict.because, *voice.because, *why_claim, *why_impact, *why_certainty)
    return Qualifiers(
        polarity=polarity,
        voice=voice.voice or None,
        evidence_category=category,
        claim=claim,
        impact=impact,
        certainty=certainty,
        dates=periods,
        parts=verdict.parts,
        because=because,
    )
