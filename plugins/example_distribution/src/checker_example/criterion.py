"""The criterion `in_several_documents`."""

from __future__ import annotations

from collections.abc import Mapping

from checker import Assessment, ExpectationStatus, Finding, Outcome, Rule, Side

_AFFIRMED = (ExpectationStatus.SUPPORTED, ExpectationStatus.MIXED)


class InSeveralDocuments:
    """
    Do several documents affirm the expectation?

    Met: at least as many as asked. Partly met: fewer. Not met: none. A plan or a shortfall never counts.
    """

    name = "in_several_documents"
    about = "Several documents affirm what is expected."
    schema: Mapping[str, object] = {
        "type": "object",
        "properties": {"at_least": {"type": "integer", "minimum": 1, "description": "How many documents."}},
        "required": ["at_least"],
        "additionalProperties": False,
    }

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        evidence = assessment.evidence(rule.expectation)
        affirming = [name for name, status in evidence.by_document.items() if status in _AFFIRMED]
        shown = evidence.on(Side.FOR)[:3]
        wanted = int(str(rule.expects["at_least"]))
        reason = (
            f"Documents that affirm it: {len(affirming)} of {len(assessment.readable)}; at least {wanted} expected."
        )
        if not shown:
            return Finding(rule_id=rule.id, outcome=Outcome.NOT_MET, reason=reason)
        outcome = Outcome.MET if len(affirming) >= wanted else Outcome.PARTLY_MET
        return Finding(rule_id=rule.id, outcome=outcome, reason=reason, citations=shown)
