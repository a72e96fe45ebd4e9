"""Whose a finding is: of which quality statement, with which outcome, and who owns an action about it."""

from __future__ import annotations

from checker import ReportedFinding

from ..wording import OUTCOME_WORDS, plain
from .lookup import Lookup
from .parts import Belongs

WHOLE = "The documents as a whole"
NO_OWNER = "No owner yet"


def belongs(finding: ReportedFinding, look: Lookup) -> Belongs:
    """Return whose a finding is."""
    return Belongs(
        statement=look.titles.get(finding.statement) or WHOLE,
        outcome=OUTCOME_WORDS[finding.outcome],
        owners=owners(finding, look) or (NO_OWNER,),
    )


def owners(finding: ReportedFinding, look: Lookup) -> tuple[str, ...]:
    """Return who was typed as the owner of an action about a finding, each once."""
    typed = (plain(action.typed.get("owner", "")) for action in look.actions.get(finding.gap_id, ()))
    return tuple(dict.fromkeys(owner for owner in typed if owner))
