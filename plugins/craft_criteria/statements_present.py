"""Criterion `statements_present`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Outcome, Rule, counted, listed

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, self_assessments, whole_number
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Sections


class StatementsPresent:
    """
    Has the self-assessment a section, by its title or another name of it, for each quality statement in scope?

    `words`: a section with fewer is only partly there. `whole_from`: a self-assessment in which fewer statements have a
    section may be a part of one, or may have no headings that can be recognised; then a person must look. A document
    that states that it is about one statement counts as a section of it.
    """

    name = "statements_present"
    about = "The self-assessment has a section for each quality statement in scope."
    schema = parameters(
        ("words",),
        words=a_number("Words that a section has at least.", least=1),
        whole_from=a_number("From so many statements with a section on, the others are missing.", least=1),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each statement without a section, or with a short one."""
        own = self_assessments(assessment)
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        words = _words(assessment, own)
        there = {statement for statement, number in words.items() if number}
        missing = [statement for statement in assessment.scope if statement not in there]
        if missing and len(there) < whole_number(rule, "whole_from", 3):
            return _unclear(rule, assessment, missing)
        findings = [_missing(rule, assessment, statement) for statement in missing]
        short = [one for one in assessment.scope if 0 < words.get(one, 0) < whole_number(rule, "words", 1)]
        findings += [_short(rule, assessment, statement, words[statement]) for statement in short]
        reason = f"Each of {counted(len(assessment.scope), 'quality statement')} in scope has a section."
        return findings or met(rule, reason, _titles(assessment, assessment.scope))


def _words(assessment: Assessment, own: Sequence[str]) -> dict[str, int]:
    words = {part.statement: part.counts["words"] for part in Sections(assessment).parts if part.statement}
    for record in assessment.readable:
        if record.name in own and record.statement:
            words.setdefault(record.statement, record.sentences * 20)
    return words


def _missing(rule: Rule, assessment: Assessment, statement: str) -> Finding:
    title = assessment.book.framework.statement(statement)
    names = [title.title, *title.aliases]
    reason = f"No heading of the self-assessment names “{title.title}”. Looked for: {listed(names)}."
    return fault(rule, outcome_of(rule, Outcome.NOT_MET), reason, item=statement, searched=", ".join(names))


def _short(rule: Rule, assessment: Assessment, statement: str, words: int) -> Finding:
    title = assessment.book.framework.statement(statement).title
    reason = f"The section “{title}” has {counted(words, 'word')}: too few to say where the council stands."
    opening = [part.opening for part in Sections(assessment).of_statements([statement])]
    return fault(rule, Outcome.PARTLY_MET, reason, opening, item=statement)


def _unclear(rule: Rule, assessment: Assessment, missing: Sequence[str]) -> Finding:
    scope = counted(len(assessment.scope), "quality statement")
    reason = (
        f"No heading was recognised for {len(missing)} of {scope} in scope: it is a part of a self-assessment, or its "
        "headings have other names."
    )
    return fault(rule, Outcome.NEEDS_REVIEW, reason, searched=", ".join(_titles(assessment, missing)))


def _titles(assessment: Assessment, statements: Sequence[str]) -> list[str]:
    return [assessment.book.framework.statement(statement).title for statement in statements]
