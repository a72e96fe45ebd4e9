"""Criterion `kinds_present`."""

from __future__ import annotations

from collections.abc import Iterable

from checker import Assessment, DocumentKind, ExpectationStatus, Finding, Outcome, Rule, counted, listed

from .question import Question
from .schemas import ids, parameters, whole_number


class KindsPresent:
    """
    Do enough different kinds of document affirm it? A rule without an expectation and words of its own asks only
    whether they were read.

    A document that also reports shortfalls counts fully if one of its affirming passages was kept; otherwise it may
    hold nothing but a mixed sentence and makes the rule partly met at most. Not applicable: nothing affirmed yet.
    """

    name = "kinds_present"
    about = "Enough different kinds of document affirm it, or were read at all."
    schema = parameters(
        ("any_of", "at_least"),
        any_of=ids("The kinds of document that count.", known=[kind.value for kind in DocumentKind]),
        at_least=whole_number("How many different kinds there must be."),
    )

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        question = Question.about(rule, assessment)
        if not rule.expectation and not rule.look_for:
            return _read(question)
        too_early = question.not_yet()
        if too_early:
            return too_early
        wanted, at_least = question.names("any_of"), question.number("at_least")
        sure = _kinds(assessment, _affirming(question)) & set(wanted)
        perhaps = _kinds(assessment, _with_mixed(question)) & set(wanted)
        reason = f"Affirmed in {_of(sure, wanted)}; at least {at_least} expected."
        shown = [passage for passage in question.affirming if _kinds(assessment, {passage.document}) & sure]
        if len(sure) >= at_least:
            return question.answer(Outcome.MET, reason, shown)
        if sure or perhaps:
            more = f" Mixed in {_named(perhaps - sure)}." if perhaps - sure else ""
            return question.answer(Outcome.PARTLY_MET, reason + more, shown)
        return question.answer(Outcome.NOT_MET, reason)


def _read(question: Question) -> Finding:
    """Return the finding about the documents themselves; the kinds asked for are what was searched."""
    wanted, at_least = question.names("any_of"), question.number("at_least")
    there = _kinds(question.assessment, {record.name for record in question.assessment.readable}) & set(wanted)
    outcome = Outcome.MET if len(there) >= at_least else Outcome.PARTLY_MET if there else Outcome.NOT_MET
    documents = counted(len(question.assessment.readable), "document")
    reason = f"Among {documents} read: {_of(there, wanted)}; at least {at_least} expected."
    return Finding(rule_id=question.rule.id, outcome=outcome, reason=reason, searched=tuple(_words(wanted)))


def _affirming(question: Question) -> set[str]:
    supported = {
        name for name, status in question.evidence.by_document.items() if status is ExpectationStatus.SUPPORTED
    }
    return supported | {passage.document for passage in question.affirming}


def _with_mixed(question: Question) -> set[str]:
    return {name for name, status in question.evidence.by_document.items() if status is ExpectationStatus.MIXED}


def _kinds(assessment: Assessment, names: set[str]) -> set[str]:
    return {record.kind.value for record in assessment.readable if record.name in names}


def _of(found: set[str], wanted: tuple[str, ...]) -> str:
    names = f" ({_named(found)})" if found else ""
    return f"{len(found) or 'none'} of {counted(len(wanted), 'kind')} of document asked for{names}"


def _named(kinds: Iterable[str]) -> str:
    return listed(_words(sorted(kinds)))


def _words(kinds: Iterable[str]) -> list[str]:
    return [kind.replace("-", " ") for kind in kinds]
