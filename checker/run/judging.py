"""From an assessment to its findings: rules about evidence first, then those about the action plan, then decisions."""

from __future__ import annotations

from collections.abc import Iterable

from checker.domain.actions import Gap
from checker.domain.assessment import Assessment
from checker.domain.finding import Finding, Flag
from checker.domain.gap_id import gap_id_of
from checker.domain.pack import Rule, RuleBook
from checker.plugin_manager import Plugins
from checker.stages.evaluation import evaluate
from checker.stages.waivers import Decisions, Marked, mark_findings
from checker.values import replace

_NEEDS = "x-needs"
_GAPS = "gaps"
_SHOWS = "x-shows"


def judge(assessment: Assessment, plugins: Plugins, decisions: Decisions) -> Marked:
    """
    Return the findings of every rule in scope with their flags, sorted by rule.

    Rules whose criterion needs the gaps are asked last, when all others have answered; they see the gaps that no waiver
    in force covers.
    """
    about_gaps = rules_about_gaps(assessment.book, plugins)
    first = evaluate(assessment, plugins.evaluate, lambda rule: rule.id not in about_gaps)
    open_gaps = _gaps(mark_findings(first, decisions, assessment).findings, assessment.book)
    later = evaluate(replace(assessment, gaps=open_gaps), plugins.evaluate, lambda rule: rule.id in about_gaps)
    both = sorted((*first, *later), key=lambda finding: finding.rule_id)
    return mark_findings(both, decisions, assessment)


def rules_about_gaps(book: RuleBook, plugins: Plugins) -> frozenset[str]:
    """Return the ids of the rules that ask about the gaps of a run: theirs need no action of their own."""
    needing = {name for name, one in plugins.criteria().items() if _needs_gaps(one.schema.get(_NEEDS))}
    return frozenset(rule.id for rule in book.rules if rule.criterion in needing)


def rules_showing(book: RuleBook, plugins: Plugins, what: str) -> frozenset[str]:
    """Return the ids of the rules whose criterion says that it shows something (`"x-shows": "contradictions"`)."""
    showing = {name for name, one in plugins.criteria().items() if one.schema.get(_SHOWS) == what}
    return frozenset(rule.id for rule in book.rules if rule.criterion in showing)


def _needs_gaps(needs: object) -> bool:
    return isinstance(needs, list | tuple) and _GAPS in needs


def _gaps(findings: Iterable[Finding], book: RuleBook) -> tuple[Gap, ...]:
    rules = {rule.id: rule for rule in book.rules}
    found = [_gap(finding, rules[finding.rule_id]) for finding in findings if _is_open(finding)]
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
