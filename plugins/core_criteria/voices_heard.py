"""Criterion `voices_heard`."""

from __future__ import annotations

from checker import Assessment, Finding, Rule, counted

from .presence import Presence, unknown_names
from .question import Question
from .schemas import ids, parameters, whole_number


class VoicesHeard:
    """
    Do enough different voices affirm it? A voice is the source of a statement, never its subject.

    Partly met: some, too few. Not met: none of those asked for. Not applicable: nothing affirmed yet. A voice that
    only reports a shortfall or is only to be asked does not count.
    """

    name = "voices_heard"
    about = "Enough different voices say that what is expected is there."
    schema = parameters(
        ("at_least",),
        any_of=ids("The voices that count; all voices of the framework if left out.", of="voice"),
        at_least=whole_number("How many different voices must affirm it."),
        independent=whole_number("How many of them must be independent of the assessed organisation.", least=0),
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        titles = {voice.id: voice.title for voice in assessment.book.framework.voices}
        wanted = question.names("any_of") or tuple(sorted(titles))
        wrong = unknown_names(wanted, titles, "voice")
        if wrong:
            return question.mistake(wrong)
        too_early = question.not_yet()
        if too_early:
            return too_early
        heard = tuple(voice for voice in wanted if question.affirmed(voices={voice}))
        independent = [voice for voice in heard if voice not in assessment.own_voices]
        needed = question.number("independent")
        presence = Presence(
            question=question,
            attribute="voice",
            opening="Affirmed by",
            thing="voice",
            things="voices",
            titles=titles,
            wanted=wanted,
            found=heard,
        )
        return presence.judge(
            question.number("at_least"), _of_others(len(independent), needed), len(independent) >= needed
        )


def _of_others(independent: int, needed: int) -> str:
    if not needed:
        return ""
    return f" {counted(independent, 'independent voice').capitalize()} among them, {needed} expected."
