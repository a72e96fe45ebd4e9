"""
From an assessment to its findings: rules about evidence first, then those about the action plan, then decisions.

Once the gaps are known, the rows of the plan are taken on to those that they mean, and all is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.domain.actions import ActionPlan, Gap
from checker.domain.assessment import Assessment
from checker.domain.finding import Finding, Flag
from checker.domain.gap_id import gap_id_of
from checker.domain.pack import Rule, RuleBook
from checker.plugin_manager import Plugins
from checker.run.given_files import Given
from checker.stages.actions import masked_plan
from checker.stages.evaluation import evaluate
from checker.stages.waivers import Decisions, Marked, mark_findings
from checker.values import dataclass, replace

_NEEDS = "x-needs"
_GAPS = "gaps"
_PLAN = "actions"
_SHOWS = "x-shows"


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """The findings with their flags, and the assessment and the plan that they were made from."""

    assessment: Assessment
    given: Given
    marked: Marked


def judge(assessment: Assessment, plugins: Plugins, given: Given) -> Judged:
    """Return the findings of every rule in scope; the plan's rows stand at the gaps that they mean now."""
    marked = _judged(assessment, plugins, given.decisions)
    if given.plan is None:
        return Judged(assessment=assessment, given=given, marked=marked)
    from checker.run.carried_plan import carried_plan  # costs time, and most runs have no plan

    carried = replace(given, plan=carried_plan(given.plan, marked, assessment))
    assessment = replace(assessment, actions=masked_plan(carried.plan) if carried.plan else None)
    if _ids(carried.plan) != _ids(given.plan):
        marked = _judged(assessment, plugins, carried.decisions)
    return Judged(assessment=assessment, given=carried, marked=marked)


def _ids(plan: ActionPlan | None) -> list[tuple[str, ...]]:
    return [row.answered for row in plan.rows] if plan else []


def _judged(assessment: Assessment, plugins: Plugins, decisions: Decisions) -> Marked:
    """
    Return the findings of every rule in scope with their flags, sorted by rule.

    Rules whose criterion needs the gaps are asked last, when all others have answered; they see the gaps that no waiver
    in force covers.
    """
    about_gaps = rules_about_gaps(assessment.book, plugins)
    first = evaluate(assessment, plugins.evaluate, lambda rule: rule.id not in about_gaps)
    about_plan = rules_about_plan(assessment.book, plugins)
    open_gaps = _gaps(mark_findings(first, decisions, assessment).findings, assessment.book, about_plan)
    later = evaluate(replace(assessment, gaps=open_gaps), plugins.evaluate, lambda rule: rule.id in about_gaps)
    both = sorted((*first, *later), key=lambda finding: finding.rule_id)
    return mark_findings(both, decisions, assessment)


def rules_about_gaps(book: RuleBook, plugins: Plugins) -> frozenset[str]:
    """Return the ids of the rules that ask about the gaps of a run: theirs need no action of their own."""
    return _rules_needing({_GAPS}, book, plugins)


def rules_about_plan(book: RuleBook, plugins: Plugins) -> frozenset[str]:
    """Return the ids of the rules that ask about the action plan itself: readers are told their gaps apart."""
    return _rules_needing({_GAPS, _PLAN}, book, plugins)


def _rules_needing(any_of: set[str], book: RuleBook, plugins: Plugins) -> frozenset[str]:
    needing = {name for name, one in plugins.criteria().items() if _needs(one.schema.get(_NEEDS)) & any_of}
    return frozenset(rule.id for rule in book.rules if rule.criterion in needing)


def rules_showing(book: RuleBook, plugins: Plugins, what: str) -> frozenset[str]:
    """Return the ids of the rules whose criterion says that it shows something (`"x-shows": "contradictions"`)."""
    showing = {name for name, one in plugins.criteria().items() if one.schema.get(_SHOWS) == what}
    return frozenset(rule.id for rule in book.rules if rule.criterion in showing)


def _needs(needs: object) -> set[str]:
    return {str(one) for one in needs} if isinstance(needs, list | tuple) else set()


def _gaps(findings: Iterable[Finding], book: RuleBook, about_plan: frozenset[str]) -> tuple[Gap, ...]:
    """Return the open gaps, those of the action plan itself left out."""
    rules = {rule.id: rule for rule in book.rules if rule.id not in about_plan}
    found = [_gap(one, rules[one.rule_id]) for one in findings if one.rule_id in rules and _is_open(one)]
    return tuple(sorted(found, key=lambda gap: gap.gap_id))


def _is_open(finding: Finding) -> bool:
    return finding.outcome.is_gap and Flag.WAIVED not in finding.flags


def _gap(finding: Finding, rule: Rule) -> Gap:
    return Gap(
        gap_id=gap_id_of(rule, rule.statement, finding.item),
        title=rule.title,
        weight=rule.weight.value,
        rule=rule.id,
        expectation=rule.expectation,
    )
