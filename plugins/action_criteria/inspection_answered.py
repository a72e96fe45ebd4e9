"""Criterion `inspection_answered`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker import Assessment, DocumentKind, ExpectationStatus, Finding, Outcome, Passage, Rule, Side

from .answers import finding

_AGAINST = (ExpectationStatus.SHORTFALL, ExpectationStatus.MIXED)
_CITED = 3


class InspectionAnswered:
    """
    Is what an earlier inspection report found wanting answered: by an action, or by a word of the self-assessment?

    One finding for each expectation in scope on which an inspection report in the library reports a shortfall. Met: an
    action answers a gap of it, or the self-assessment speaks to it. Whether the answer is a good one is for a person.
    Shortfalls that no expectation recognises are not seen. Not applicable: no inspection report, no shortfall in it, or
    neither an action plan nor a self-assessment.
    """

    name = "inspection_answered"
    about = "What an earlier inspection report found wanting has an action or is spoken of in the self-assessment."
    schema: Mapping[str, object] = {"type": "object", "additionalProperties": False, "properties": {}}

    def evaluate(self, rule: Rule, assessment: Assessment) -> Sequence[Finding]:
        """Return a finding for each expectation, or one where there is nothing to ask."""
        ours = assessment.names_of(DocumentKind.SELF_ASSESSMENT)
        reports = _own_reports(ours, assessment)
        if not reports:
            return (finding(rule, Outcome.NOT_APPLICABLE, "There is no inspection report among the documents."),)
        if assessment.actions is None and not ours:
            reason = "Neither an action plan (--actions FILE) nor a self-assessment was given."
            return (finding(rule, Outcome.NOT_APPLICABLE, reason),)
        wanting = [one.id for one in assessment.book.expectations if _is_wanting(one.id, reports, assessment)]
        if not wanting:
            return (
                finding(rule, Outcome.NOT_APPLICABLE, "The inspection report names no shortfall that was recognised."),
            )
        return tuple(_judged(rule, key, reports, ours, assessment) for key in wanting)


def _own_reports(ours: Sequence[str], assessment: Assessment) -> tuple[str, ...]:
    """Return the inspection reports; none about another council than the self-assessment is of."""
    councils = {record.name: record.council for record in assessment.documents}
    own = {councils[name] for name in ours} - {""}
    reports = assessment.names_of(DocumentKind.INSPECTION_REPORT)
    return tuple(name for name in reports if not own or not councils[name] or councils[name] in own)


def _is_wanting(key: str, reports: Sequence[str], assessment: Assessment) -> bool:
    found = assessment.evidence(key).by_document
    return assessment.expectation(key).statement in assessment.scope and any(
        found.get(name) in _AGAINST for name in reports
    )


def _judged(rule: Rule, key: str, reports: Sequence[str], ours: Sequence[str], assessment: Assessment) -> Finding:
    title = assessment.expectation(key).title
    cited = _cited(key, reports, assessment)
    if _has_action(key, assessment):
        return finding(rule, Outcome.MET, f"An action answers it: {title}.", item=key, cited=cited)
    if any(name in assessment.evidence(key).by_document for name in ours):
        return finding(rule, Outcome.MET, f"The self-assessment speaks of it: {title}.", item=key, cited=cited)
    sought = "no action answers it" if assessment.actions else "no action plan was given"
    reason = f"An inspection report reports a shortfall, {sought} and the self-assessment is silent: {title}."
    return finding(rule, Outcome.NOT_MET, reason, item=key, cited=cited)


def _has_action(key: str, assessment: Assessment) -> bool:
    rows = assessment.actions.rows if assessment.actions else ()
    return any(key in named.split("/") for row in rows if row.is_action for named in row.answered)


def _cited(key: str, reports: Sequence[str], assessment: Assessment) -> tuple[Passage, ...]:
    against = assessment.evidence(key).on(Side.AGAINST)
    return tuple(passage for passage in against if passage.document in reports)[:_CITED]
