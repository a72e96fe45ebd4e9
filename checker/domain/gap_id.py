"""
The id of a finding, which stays the same from run to run.

A finding about one file or one sentence has it in its id; `gap_succession` knows such a one again by another id.
"""

from __future__ import annotations

from hashlib import sha256

from checker.domain.pack import Rule

HASHED = "[not quoted: "
"""How an item begins that stands for a sentence in a report without quotes."""
_WORDS_OF_A_HEADING = 7
"""What a finding is about and has more words than this is, or begins, a sentence of a document."""


def gap_id_of(rule: Rule, statement: str, item: str = "") -> str:
    """
    Return the gap id of a rule's finding: statement, expectation and rule, or the rule alone, and the item concerned.

    `statement` is the quality statement of the rule or of its expectation; empty for rules of the whole run.
    """
    place = f"{statement}/{rule.expectation}/{rule.id}" if statement else rule.id
    return f"{place}/{item}" if item else place


def item_of(gap_id: str) -> str:
    """Return the item of a gap id, whether its rule is known or not: it follows the first part that has a dot."""
    parts = gap_id.split("/")
    after = next((number for number, part in enumerate(parts, 1) if "." in part and " " not in part), len(parts))
    return "/".join(parts[after:])


def without_sentence(item: str) -> str:
    """Return what a report without quotes says for an item: a hash where the item is a sentence, else the item."""
    if len(item.split()) <= _WORDS_OF_A_HEADING:
        return item
    return f"{HASHED}{sha256(item.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}]"
