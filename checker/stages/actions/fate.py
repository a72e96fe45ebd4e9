"""How a row stands whose gap this run does not have. Closed only where nothing else can be the reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from checker.domain.actions import ActionRow, GapState
from checker.domain.finding import Outcome
from checker.domain.gap_id import HASHED
from checker.gap_succession import Subject
from checker.values import dataclass

_NOT_ASKED = frozenset({Outcome.NOT_APPLICABLE, Outcome.NOT_ASSESSED})
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_FILE_GONE = "This file is not among the documents any more; if it goes by another name, type its gap id of now."
_HASHED = "This sheet has no words of the gap (--no-quotes): if they have changed since, it cannot be known again."
_NOT_FOUND = "The rule was asked and finds nothing of this any more"
_UNREAD = (
    "The rule finds nothing of this now, but {names} could not be read in full: whether it was put right is not known."
)
_LOST = "The rule finds nothing of this now, but no self-assessment was read: whether it was put right is not known."
_UNCLEAR = (
    "The rule finds nothing of this now, and could not be answered in full: whether it was put right is not known."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """
    What a run asked: by gap id what each finding is about, with its outcome; the sha256 of files by name; the ids,
    without an item, of every rule of the packs in use. `unread` are files that were not read in full; `assessments`
    the self-assessments that were.
    """

    found: Mapping[str, tuple[Subject, Outcome]]
    files: Mapping[str, str]
    rules: Collection[str]
    unread: Collection[str] = ()
    assessments: Collection[str] = ()


def fate(row: ActionRow, subject: Subject, asked: Asked) -> tuple[GapState, str]:
    """Return how a row stands whose gap this run does not have, and what to say of that."""
    again = [(one, outcome) for one, outcome in asked.found.values() if one.asked == subject.asked]
    outcomes = {outcome for _, outcome in again}
    if not subject.item or not outcomes - _NOT_ASKED or row.gap_id in asked.found:
        return GapState.NOT_ASKED, ""
    if _SUFFIX.search(subject.item) and subject.item not in asked.files:
        return GapState.NOT_ASKED, _FILE_GONE
    if subject.item.startswith(HASHED):
        return GapState.TO_DECIDE, _HASHED
    answered = any(outcome is Outcome.MET or (one.item and outcome not in _NOT_ASKED) for one, outcome in again)
    doubt = _UNCLEAR if Outcome.NOT_ASSESSED in outcomes or not answered else _unknown(row, subject.item, asked)
    if doubt:
        return GapState.TO_DECIDE, doubt
    before = row.seen.get("outcome", "").lower()
    return GapState.CLOSED, _NOT_FOUND + (f"; it was {before}." if before else ".")


def _unknown(row: ActionRow, item: str, asked: Asked) -> str:
    """
    Return why it is not known what became of what a gap rested on; empty where that is read.

    A sheet knows files by hash alone: of one that has changed it cannot be said which it is now, so any that was not
    read may be it.
    """
    read = [digest for name, digest in asked.files.items() if name not in asked.unread]
    rested = row.seen.get("evidence", "").split()
    if rested and all(any(digest.startswith(one) for digest in read) for one in rested):
        return ""
    if item in asked.files and item not in asked.unread and asked.assessments:
        return ""
    if asked.unread:
        return _UNREAD.format(names=_listed(asked.unread))
    return "" if asked.assessments or item in asked.files else _LOST


def _listed(names: Collection[str]) -> str:
    first, *more = sorted(names)
    return f"{first} and {len(more)} more" if more else first
