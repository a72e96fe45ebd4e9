"""The action plan beside what this run asked: its rows at the gaps that they mean now."""

from __future__ import annotations

from checker.domain.actions import ActionPlan
from checker.domain.assessment import Assessment
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.gap_id import gap_id_of
from checker.gap_succession import Subject
from checker.stages.actions.carrying import carry_over
from checker.stages.actions.fate import Asked
from checker.stages.waivers import Marked


def carried_plan(plan: ActionPlan, marked: Marked, assessment: Assessment) -> ActionPlan:
    """Return the plan with its rows at the gaps of these findings that they mean, and notes on what became of ids."""
    return carry_over(plan, _asked(marked, assessment))


def _asked(marked: Marked, assessment: Assessment) -> Asked:
    """Return what was asked, for the plan to be put beside it."""
    rules = {rule.id: rule for rule in assessment.book.rules}
    files = {record.name: record.sha256 for record in assessment.documents}
    found = {}
    for finding in marked.findings:
        rule = rules[finding.rule_id]
        gap_id, alone = (gap_id_of(rule, rule.statement, item) for item in (finding.item, ""))
        subject = Subject(gap_id=gap_id, asked=alone, item=finding.item, file=files.get(finding.item, ""))
        found[gap_id] = (subject, finding.outcome)
    unread = {record.name for record in assessment.documents if record.status is not ReadStatus.OK}
    assessments = {one.name for one in assessment.documents if one.kind is DocumentKind.SELF_ASSESSMENT} - unread
    return Asked(
        found=found,
        files=files,
        rules=frozenset(gap_id_of(rule, rule.statement) for rule in rules.values()),
        unread=frozenset(unread),
        assessments=frozenset(assessments),
    )
