"""Lists what the checker got wrong in one set, with the words that decided it. Never for a set that is held out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker import Because

from .answers import Answer, Reading, answers_for
from .labels import Label, LabelError, LabelledSet, Narrative

_NOTHING = "no cue decided"


def refuse_held_out(one: LabelledSet) -> None:
    """Raise `LabelError` for a held-out set: who reads its errors will mend them, and then it measures nothing."""
    if one.held_out:
        msg = (
            f"{one.id}: its errors are not shown. It is held out: rules are never improved by looking at it, so that "
            "its figures say how the checker does on a text that nobody has seen. Use another set."
        )
        raise LabelError(msg)


def list_errors(one: LabelledSet, readings: Mapping[str, Reading], scored: Sequence[str]) -> Iterator[str]:
    """Yield a line for each narrative with errors, each sentence and each error; refuses a held-out set."""
    refuse_held_out(one)
    for narrative in one.narratives:
        errors = list(_in_narrative(narrative, readings[narrative.id], scored))
        if errors:
            yield f"== {narrative.id}"
            yield from errors


def _in_narrative(narrative: Narrative, reading: Reading, scored: Sequence[str]) -> Iterator[str]:
    for label, answer in zip(narrative.labels, answers_for(narrative.labels, reading), strict=True):
        wrong = [*_wrong(label, answer), *_wrong_expectations(label, answer, scored)]
        if wrong:
            yield " ".join(narrative.text[label.start : label.end].split())
            yield from (f"    {line}" for line in wrong)


def _wrong(label: Label, answer: Answer) -> Iterator[str]:
    if not label.finding:
        return
    if label.shortfall != answer.polarity.reports_shortfall:
        expected = label.polarity or ("shortfall" if label.shortfall else "no shortfall")
        what = "shortfall missed" if label.shortfall else "false shortfall"
        yield f"{what}: {answer.polarity}, expected {expected}; {_words(answer.cues)}"
    if label.voice is not None and label.voice != answer.voice:
        yield f"voice: {answer.voice}, expected {label.voice}; {_words(answer.voice_cues)}"
    if label.impact is not None and label.impact != answer.impact:
        yield f"impact: {answer.impact}, expected {label.impact}"
    if label.certainty is not None and label.certainty != answer.certainty:
        yield f"certainty: {answer.certainty}, expected {label.certainty}"


def _wrong_expectations(label: Label, answer: Answer, scored: Sequence[str]) -> Iterator[str]:
    if label.expectations is None:
        return
    found = [key for key in answer.expectations if key in scored]
    missed = [key for key in label.expectations if key not in found]
    false = [key for key in found if key not in label.expectations and key not in label.also]
    if missed:
        yield f"not recognised: {', '.join(missed)}"
    if false:
        yield f"wrongly recognised: {', '.join(false)}"


def _words(cues: Iterable[Because]) -> str:
    told = [f"{cue.words!r} ({cue.family}, {cue.entry})" for cue in cues]
    return ", ".join(told) or _NOTHING
