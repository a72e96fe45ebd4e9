"""Evaluation: every rule in scope is asked once. What a rule asks is a criterion's business, not this stage's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.domain.assessment import Assessment
from checker.domain.finding import Finding, Outcome
from checker.domain.pack import Rule
from checker.domain.unread import unread_in_words
from checker.values import replace

Ask = Callable[[Rule, Assessment], Sequence[Finding]]


def evaluate(
    assessment: Assessment, evaluate_rule: Ask, asked: Callable[[Rule], bool] = lambda _: True
) -> tuple[Finding, ...]:
    """
    Return the findings of each rule in scope that is `asked`, at least one a rule, sorted by the rule's id.

    In scope are the rules of expectations and statements in scope, and the rules without a statement. If no document
    could be read, no rule is asked and all are `not assessed`. Where nothing was found although some files could not be
    read, the reason says so.
    """
    rules = [rule for rule in _in_scope(assessment) if asked(rule)]
    if not assessment.readable:
        return tuple(_unasked(rule) for rule in rules)
    return tuple(_honest(one, assessment) for rule in rules for one in _ask(rule, assessment, evaluate_rule))


def _in_scope(assessment: Assessment) -> list[Rule]:
    of_expectations = [
        rule
        for expectation in assessment.book.expectations
        if expectation.statement in assessment.scope
        for rule in expectation.rules
    ]
    others = [
        rule
        for pack in assessment.book.packs
        for rule in pack.statement_rules
        if not rule.statement or rule.statement in assessment.scope
    ]
    return sorted(of_expectations + others, key=lambda rule: rule.id)


def _unasked(rule: Rule) -> Finding:
    return Finding(rule_id=rule.id, outcome=Outcome.NOT_ASSESSED, reason="No document could be read.")


def _ask(rule: Rule, assessment: Assessment, evaluate_rule: Ask) -> Sequence[Finding]:
    findings = evaluate_rule(rule, assessment)
    other = next((one.rule_id for one in findings if one.rule_id != rule.id), "")
    if not other:
        return findings
    reason = f"The criterion {rule.criterion} answered for another rule, {other}."
    return [Finding(rule_id=rule.id, outcome=Outcome.NOT_ASSESSED, reason=reason)]


def _honest(finding: Finding, assessment: Assessment) -> Finding:
    """Say beside an absence that some files could not be read: what is missing may be in them."""
    absent = finding.outcome is Outcome.NOT_MET and finding.searched
    unread = unread_in_words(assessment.documents)
    return replace(finding, reason=f"{finding.reason} {unread}") if absent and unread else finding
