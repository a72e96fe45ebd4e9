"""What the checker answers on a narrative: the real pipeline, on the bare text, told nothing but the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checker import Because, Certainty, ExpectationStatus, Passage, Polarity, RuleBook
from checker.pipeline import load_book, mark_text
from checker.plugin_host.loading import PluginSettings
from checker.plugin_manager import Plugins
from checker.settings import Settings

from .labels import Label, Narrative


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What was answered on one sentence. `cues` are the words that decided the polarity, most decisive first."""

    start: int
    end: int
    expectations: tuple[str, ...] = ()
    polarity: Polarity = Polarity.NEUTRAL
    voice: str = ""
    impact: bool = False
    certainty: str = Certainty.ASSERTED.value
    cues: tuple[Because, ...] = ()
    voice_cues: tuple[Because, ...] = ()

    @property
    def family(self) -> str:
        """The family of the cue that decided the polarity; where none did, what the polarity was taken from."""
        if self.cues:
            return self.cues[0].family
        return NO_CUE if self.polarity is Polarity.NEUTRAL else NO_CUE_RECOGNISED


NO_CUE = "(no cue, nothing recognised: neutral)"
NO_CUE_RECOGNISED = "(no cue, an expectation recognised: strength)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Everything answered on one narrative; `statuses` leaves out what is absent."""

    answers: tuple[Answer, ...]
    statuses: Mapping[str, ExpectationStatus] = field(default_factory=dict)


class CheckerReader:
    """The checker with its own plugins and packs, loaded once."""

    name = "checker"

    def __init__(self) -> None:
        self._plugins = Plugins.load(Settings(plugins=PluginSettings(autoload=False)))
        self.book: RuleBook = load_book(self._plugins)

    def read(self, narrative: Narrative) -> Reading:
        """Return what the checker makes of a narrative; its name says nothing of its kind."""
        marked = mark_text(narrative.text, self._plugins, self.book, name=f"text{narrative.suffix}")
        return Reading(answers=tuple(_answer(one) for one in marked.passages), statuses=marked.record.statuses)


def _answer(passage: Passage) -> Answer:
    return Answer(
        start=passage.start,
        end=passage.end,
        expectations=passage.expectations,
        polarity=passage.polarity,
        voice=passage.voice,
        impact=passage.impact,
        certainty=passage.certainty.value,
        cues=tuple(one for one in passage.because if one.field == "polarity" and not one.overruled),
        voice_cues=tuple(one for one in passage.because if one.field == "voice" and not one.overruled),
    )


def answers_for(labels: Sequence[Label], reading: Reading) -> list[Answer]:
    """
    Return one answer for each label.

    An answer belongs to the labelled sentence of which it covers at least half, or that covers at least half of it. Of
    several, the expectations are united and the one that covers most gives the rest. A sentence without an answer is
    neutral, by nobody.
    """
    return [_united(label, [one for one in reading.answers if _belongs(one, label)]) for label in labels]


def _shared(answer: Answer, label: Label) -> int:
    return max(0, min(answer.end, label.end) - max(answer.start, label.start))


def _belongs(answer: Answer, label: Label) -> bool:
    shared = _shared(answer, label)
    return shared > 0 and 2 * shared >= min(answer.end - answer.start, label.end - label.start)


def _united(label: Label, answers: list[Answer]) -> Answer:
    if not answers:
        return Answer(start=label.start, end=label.end)
    ordered = sorted(answers, key=lambda one: (-_shared(one, label), one.start))
    best = ordered[0]
    expectations = tuple(dict.fromkeys(key for one in ordered for key in one.expectations))
    return Answer(
        start=best.start,
        end=best.end,
        expectations=expectations,
        polarity=best.polarity,
        voice=best.voice,
        impact=best.impact,
        certainty=best.certainty,
        cues=best.cues,
        voice_cues=best.voice_cues,
    )
