"""Criterion `sections_readable`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import Assessment, Finding, Rule, counted, listed

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, self_assessments, whole_number
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Part, Sections


class SectionsReadable:
    """
    Can each section be read easily: words a sentence, and shares of long sentences, long words and passive forms?

    Long are sentences of more than 35 words and words of ten letters or more. Sections with fewer than `sentences` are
    not asked. Plain counts, no formula of grades: a reader can count them again.
    """

    name = "sections_readable"
    about = "Sections have short sentences and plain words."
    schema = parameters(
        ("words_a_sentence", "long_sentences", "long_words", "passive", "sentences"),
        words_a_sentence=a_number("Words of a sentence on average, at most.", least=1),
        long_sentences=a_number("Per cent of sentences with more than 35 words, at most."),
        long_words=a_number("Per cent of words with ten letters or more, at most."),
        passive=a_number("Per cent of sentences with a passive form, at most."),
        sentences=a_number("Sentences that a section must have to be asked.", least=1),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each section that is hard to read."""
        if not self_assessments(assessment):
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        fewest = whole_number(rule, "sentences", 1)
        parts = [part for part in Sections(assessment).parts if part.counts["sentences"] >= fewest]
        if not parts:
            return not_applicable(rule, f"No section has {fewest} sentences or more.")
        findings = []
        for part in parts:
            if told := list(_hard(rule, part)):
                reason = f"“{part.title}”: {listed(told)}."
                findings.append(fault(rule, outcome_of(rule), reason, [part.opening], item=part.item))
        reason = f"Of {counted(len(parts), 'section')} none is over a limit."
        return findings or met(rule, reason, ["words a sentence", "long sentences", "long words", "passive forms"])


def _hard(rule: Rule, part: Part) -> Iterator[str]:
    counts = part.counts
    sentences, words = counts["sentences"], max(1, counts["words"])
    mean = words / sentences
    if mean > whole_number(rule, "words_a_sentence", 0):
        yield f"{mean:.0f} words a sentence"
    for name, of, what in (
        ("long_sentences", sentences, "of the sentences have more than 35 words"),
        ("long_words", words, "of the words have ten letters or more"),
        ("passive", sentences, "of the sentences have a passive form"),
    ):
        share = 100 * counts[name] / of
        if share > whole_number(rule, name, 0):
            yield f"{share:.0f}% {what}"
