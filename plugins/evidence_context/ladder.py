"""How far a claim goes, how sure it is, and whether it states a result for people."""

from __future__ import annotations

import re

from checker import Because, Certainty, Claim, Period, Polarity, replace

from .cues import Cue, SentenceCues
from .figures import Figure, figures_in
from .polarity import Verdict
from .voice import Attribution

# "They shared records" tells of something done; "a shared record" names a thing, and so does "the need".
_IRREGULAR = (
    "began|brought|built|came|chose|drew|fell|found|gave|grew|held|kept|led|left|lost|made|met|paid|ran|rose|sat|saw|sent|"
    "shrank|spent|spoke|stood|taught|took|went|won|wrote"
)
_PAST = rf"(?:agreed|{_IRREGULAR}|[a-z]{{2,}}(?<!e)ed)\b"
_PAST_VERB = re.compile(rf"\b(?:(?:an?|the|our|their|its|new|more|of|for|with)\s+{_PAST}|(?P<verb>{_PAST}))")
_SHARE = re.compile(
    r"\b(?:half|halved|doubled|trebled|(?:a|one|two|three|four) (?:third|quarter|fifth|tenth)s?"
    r"|(?:one|two|three) in (?:three|four|five|six|seven|eight|nine|ten))\b"
)
"""A share or a change in words."""
_NO_COUNT = re.compile(r"(?:[Ss]ections?|under|over|aged|of|from|to|article|part)\s$")
"""Before the number of a section, an age, or a day."""
_COUNTED_WITHIN = 6
_TIMES = frozenset({"day", "week", "month", "hour", "minute"})
_RESULT_UNITS = _TIMES | {"%"}


def read_impact(cues: SentenceCues, polarity: Polarity | None, voice: Attribution) -> tuple[bool, tuple[Because, ...]]:
    """
    Return whether a result for people is stated as having happened, and the words that say so.

    Three ways: a result in words; how long people wait for something, in figures; people's own account of their care.
    """
    if polarity is Polarity.PLANNED:
        return False, ()
    goals = cues.of("not-result")
    results = cues.of("result")
    for cue in (*results, *_times(cues)):
        # A goal takes everything behind it in the sentence, up to a comma, out of what has happened.
        if not any(goal.start <= cue.start and "," not in cues.text[goal.end : cue.start] for goal in goals):
            return True, (cue.because("impact", cues.text),)
    if _own_account(cues, voice):
        return True, tuple(replace(because, field="impact") for because in voice.because[:1])
    return False, tuple(cue.because("impact", cues.text, "a goal or a purpose, not a result") for cue in results[:1])


def _times(cues: SentenceCues) -> list[Cue]:
    if not cues.has("service-time"):
        return []
    timed = any(figure.unit in _TIMES for figure in figures_in(cues.text, cues.start, cues.end))
    return cues.of("service-time") if timed else []


def _own_account(cues: SentenceCues, voice: Attribution) -> bool:
    """Whether people speak of their own care here, and not of taking part in decisions."""
    if not voice.named or cues.has("participation"):
        return False
    return voice.voice in cues.index.voices_of("participation")


def read_certainty(
    cues: SentenceCues, verdict: Verdict, polarity: Polarity | None
) -> tuple[Certainty, tuple[Because, ...]]:
    """Return how sure the claim is: intended and begun things are early, limited ones hedged."""
    if polarity is Polarity.PLANNED:
        return Certainty.EARLY_STAGE, ()
    early = cues.of("early")
    if verdict.early or early:
        return Certainty.EARLY_STAGE, tuple(cue.because("certainty", cues.text) for cue in early)
    hidden = cues.of("not-hedge")
    for cue in cues.of("hedge"):
        if not any(other.start <= cue.start < other.end for other in hidden):
            return Certainty.HEDGED, (cue.because("certainty", cues.text),)
    return Certainty.ASSERTED, ()


def read_claim(
    cues: SentenceCues, verdict: Verdict, *, reported: bool, periods: tuple[Period, ...]
) -> tuple[Claim, tuple[Because, ...]]:
    """
    Return the rung of the claim. `reported`: somebody outside says so, so it is experience.

    A promise is `planned`, whatever else the sentence holds; what was not done shows no practice.
    """
    polarity = verdict.polarity
    if polarity is Polarity.PLANNED:
        return Claim.PLANNED, ()
    if polarity is Polarity.NEUTRAL:
        return Claim.STATED, ()
    if (figure := _figure(cues)) is not None:
        start, end = figure
        words = cues.text[start:end]
        return Claim.MEASURED, (Because(field="claim", words=words, start=start, end=end, family="figure"),)
    done = cues.of("done")
    if denied := _denied(cues, verdict):
        return Claim.STATED, (denied.because("claim", cues.text),)
    if done:
        return Claim.PRACTISED, (done[0].because("claim", cues.text),)
    verb = next((one for one in _PAST_VERB.finditer(cues.text, cues.start, cues.end) if one["verb"]), None)
    if verb:
        start, end = verb.span("verb")
        return Claim.PRACTISED, (Because(field="claim", words=verb["verb"], start=start, end=end, family="past tense"),)
    if reported or periods:
        return Claim.PRACTISED, ()
    return Claim.STATED, ()


def _denied(cues: SentenceCues, verdict: Verdict) -> Cue | None:
    """Return the denial that decides that something is not there or was not done."""
    if verdict.polarity is not Polarity.SHORTFALL:
        return None
    decided = {(one.start, one.end) for one in verdict.because if not one.overruled}
    return next((cue for cue in cues.of("negator") if (cue.start, cue.end) in decided), None)


def _figure(cues: SentenceCues) -> tuple[int, int] | None:
    """Return where a figure stands that measures something: a share, a time, or a number of what is measured."""
    figures = figures_in(cues.text, cues.start, cues.end)
    measures = cues.of("result", "measure-good", "measure-bad")
    for figure in figures:
        if figure.unit in _RESULT_UNITS or any(_counts(cues, figure, measure) for measure in measures):
            return figure.start, figure.end
    in_words = _SHARE.search(cues.text, cues.start, cues.end) if measures else None
    return in_words.span() if in_words else None


def _counts(cues: SentenceCues, figure: Figure, measure: Cue) -> bool:
    """Whether a bare number counts what is measured: "a backlog of 860", and not "section 117", "people under 65"."""
    before = cues.text[max(cues.start, figure.start - 10) : figure.start]
    follows = cues.text[measure.end : figure.start].strip() in ("of", "from", "to")
    if measure.role != "result" and not follows and _NO_COUNT.search(before):
        return False
    left, right = min(figure.end, measure.end), max(figure.start, measure.start)
    return cues.words_between(left, right) <= _COUNTED_WITHIN
