"""The id of a finding, which stays the same from run to run whatever the files are called."""

from __future__ import annotations

from checker.domain.pack import Rule


def gap_id_of(rule: Rule, statement: str, item: str = "") -> str:
    """
    Return the gap id of a rule's finding: statement, expectation and rule, or the rule alone, and the item concerned.

    `statement` is the quality statement of the rule or of its expectation; empty for rules of the whole run.
    """
    place = f"{statement}/{rule.expectation}/{rule.id}" if statement else rule.id
    return f"{place}/{item}" if item else place
