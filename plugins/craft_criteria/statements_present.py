"""Criterion `statements_present`."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Assessment, Finding, Outcome, Rule, counted, listed

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, outcome_of, self_assessments, whole_number
from .near_headings import NearHeadings
from .schemas import OUTCOME, parameters
from .schemas import whole_number as a_number
from .sections import Part, Sections


class StatementsPresent:
    """
    Has the self-assessment a section, by its title or another name of it, for each quality statement in scope?

    `whole_from`: a self-assessment in which fewer statements have a section may be a part of one, or may have no
    headings that can be recognised; then a person must look, as where a section under another heading is mostly about
    the statement. The nearest of the council's own headings is named where one is near. A heading that stands for
    several statements is a section of each; a document that states that it is about one statement counts as a section
    of it.
    """

    name = "statements_present"
    about = "The self-assessment has a section for each quality statement in scope."
    schema = parameters(
        (),
        whole_from=a_number("From so many statements with a section on, the others are missing.", least=1),
        outcome=OUTCOME,
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each statement without a section."""
        own = self_assessments(assessment)
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        sections = Sections(assessment)
        there = {record.statement for record in assessment.readable if record.name in own}
        told = [part for part in sections.parts if part.counts["words"]]
        there |= {one for part in told for one in (part.statement, *part.stands_for)}
        missing = [statement for statement in assessment.scope if statement not in there]
        likely = {statement: found for statement in missing if (found := sections.likely(statement))}
        if missing and len(assessment.scope) - len(missing) + len(likely) < whole_number(rule, "whole_from", 3):
            return _unclear(rule, assessment, missing, sections)
        findings = [
            _perhaps(rule, assessment, statement, likely[statement])
            if statement in likely
            else _missing(rule, assessment, statement, sections)
            for statement in missing
        ]
        reason = f"Each of {counted(len(assessment.scope), 'quality statement')} in scope has a section."
        return findings or met(rule, reason, _titles(assessment, assessment.scope))


def _missing(rule: Rule, assessment: Assessment, statement: str, sections: Sections) -> Finding:
    title = assessment.book.framework.statement(statement)
    names = [title.title, *title.aliases]
    elsewhere = sum(part.speaks_to(statement) for part in sections.parts)
    told = f" Under other headings {_speak(elsewhere)} to what is expected of it." if elsewhere else ""
    empty = sections.of_statements([statement])
    if empty:
        reason = f"There is the heading “{title.title}”, and nothing stands below it.{told}"
        return fault(rule, outcome_of(rule, Outcome.NOT_MET), reason, [empty[0].opening], item=statement)
    everyday = f" and {counted(len(title.headings), 'everyday heading')}" if title.headings else ""
    near = NearHeadings(sections.inner, assessment.book.framework).of(statement)
    may = f" It may be under “{near.title}”." if near else ""
    reason = (
        f"No heading of the self-assessment names “{title.title}”.{may}{told} Looked for: {listed(names)}{everyday}."
    )
    return fault(rule, outcome_of(rule, Outcome.NOT_MET), reason, item=statement, searched=", ".join(names))


def _speak(number: int) -> str:
    return f"{counted(number, 'sentence')} {'speaks' if number == 1 else 'speak'}"


def _perhaps(rule: Rule, assessment: Assessment, statement: str, likely: Sequence[Part]) -> Finding:
    """Return what to say of a statement that another heading seems to stand for: a person must decide."""
    title = assessment.book.framework.statement(statement).title
    told = [f"{part.speaks_to(statement)} of {part.counts['placed']} under “{part.title}”" for part in likely]
    reason = (
        f"No heading of the self-assessment names “{title}”. By their words another section seems to answer it: of the "
        f"sentences that speak to an expectation, {listed(told)} speak to this statement's."
    )
    return fault(rule, Outcome.NEEDS_REVIEW, reason, [part.opening for part in likely], item=statement)


def _unclear(rule: Rule, assessment: Assessment, missing: Sequence[str], sections: Sections) -> Finding:
    framework = assessment.book.framework
    scope = counted(len(assessment.scope), "quality statement")
    near = NearHeadings(sections.inner, framework)
    found = ((statement, near.of(statement)) for statement in missing)
    may = [f"“{framework.statement(one).title}” under “{part.title}”" for one, part in found if part]
    reason = (
        f"No heading was recognised for {len(missing)} of {scope} in scope: it is a part of a self-assessment, or its "
        f"headings have other names.{f' It may be that they are there: {listed(may)}.' if may else ''}"
    )
    return fault(rule, Outcome.NEEDS_REVIEW, reason, searched=", ".join(_titles(assessment, missing)))


def _titles(assessment: Assessment, statements: Sequence[str]) -> list[str]:
    return [assessment.book.framework.statement(statement).title for statement in statements]
