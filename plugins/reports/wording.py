"""Plain words for the ids of the gap report; the same in every human format. Nothing here decides anything."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date

from checker import Claim, DocumentRecord, ExpectationStatus, Flag, Outcome, Passage, ReadStatus, counted, listed

STATUS_WORDS = {
    ExpectationStatus.SUPPORTED: "Evidence found",
    ExpectationStatus.MIXED: "Evidence both ways",
    ExpectationStatus.SHORTFALL: "Only shortfalls found",
    ExpectationStatus.ABSENT: "Nothing found",
    ExpectationStatus.NOT_ASSESSED: "Not assessed",
}
OUTCOME_WORDS = {
    Outcome.MET: "Met",
    Outcome.PARTLY_MET: "Partly met",
    Outcome.NOT_MET: "Not met",
    Outcome.NEEDS_REVIEW: "Needs a person to decide",
    Outcome.NOT_APPLICABLE: "Does not apply",
    Outcome.NOT_ASSESSED: "Not assessed",
}
CLAIM_WORDS = {
    Claim.PLANNED: "planned",
    Claim.STATED: "stated",
    Claim.PRACTISED: "shown in practice",
    Claim.MEASURED: "measured",
    Claim.CORROBORATED: "confirmed by another source",
}
FLAG_WORDS = {
    Flag.STALE: "the evidence is old",
    Flag.WAIVED: "waived",
    Flag.ATTESTED: "attested by a person",
    Flag.SUSPECT: "attested, but the evidence has changed since",
}
READ_WORDS = {ReadStatus.OK: "Read", ReadStatus.PARTIAL: "Read in part", ReadStatus.FAILED: "Could not be read"}
FACT_WORDS = {
    "partly-confirmed": "Partly confirmed: details are sector guidance, not confirmed as the regulator's wording.",
    "derived": "Worked out from the law or published guidance, not the regulator's wording.",
    "unconfirmed": "Sector guidance, not confirmed as the regulator's wording.",
}
"""What to say beside an expectation whose source is not confirmed; `confirmed` needs no words."""

_BLANKS = re.compile(r"\s+")
_TURNS_TEXT_ROUND = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def plain(text: str) -> str:
    """
    Return text of a document on one line, without control characters.

    Terminal escapes, and marks that turn the text round, could make a reader see something else than was written.
    """
    one_line = _BLANKS.sub(" ", text).strip()
    if one_line.isascii() and one_line.isprintable():
        return one_line
    return "".join(sign for sign in one_line if _can_be_shown(sign))


def _can_be_shown(sign: str) -> bool:
    return sign not in _TURNS_TEXT_ROUND and unicodedata.category(sign) not in ("Cc", "Cs")


def expected(title: str) -> str:
    """
    Return how an expectation is named beside what is missing of it: `expected: “Equipment comes quickly”`.

    Its title says how things should be; alone, or run together with a gap, it would read as how they are.
    """
    return f"expected: “{plain(title)}”"


def age(iso: str, as_of: str) -> str:
    """Return how long before the as-of date something was, in whole months; empty where a date is missing."""
    try:
        then, now = date.fromisoformat(iso), date.fromisoformat(as_of)
    except ValueError:
        return ""
    months = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)
    if months < 1:
        return "less than a month before the as-of date" if then <= now else ""
    return f"{counted(months, 'month')} before the as-of date"


def number(value: int) -> str:
    """Return a whole number with commas."""
    return f"{value:,}"


def of(part: int, whole: int, one: str, many: str = "") -> str:
    """Return `3 of 5 files`: a count with its denominator."""
    return f"{number(part)} of {number(whole)} {one if whole == 1 else many or one + 's'}"


def tally(counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Return the counts that are not 0 in the order of `words`: `people 3, partners 1`."""
    return ", ".join(f"{word} {number(counts[key])}" for key, word in words.items() if counts.get(key))


def phrase(text: str) -> str:
    """Return a look-for phrase without its signs: `share|exchange ... data` becomes `share or exchange … data`."""
    return plain(text.removeprefix("=").replace("...", "…").replace("|", " or "))


def phrases(texts: Iterable[str], at_most: int) -> str:
    """Return look-for phrases in quotation marks, at most so many, saying how many more there are."""
    shown = [f"“{phrase(text)}”" for text in texts]
    more = len(shown) - at_most
    if more < 1:
        return listed(shown)
    return f"{', '.join(shown[:at_most])} and {number(more)} more"


def place(passage: Passage) -> str:
    """Return where a passage stands: document, headings, page, line or cell, as far as they are known."""
    parts = [passage.document, " › ".join(passage.heading_path)]
    parts += [f"page {passage.page}" if passage.page else "", f"line {passage.line}" if passage.line else ""]
    parts += [f"sheet {passage.sheet}" if passage.sheet else "", f"cell {passage.cell}" if passage.cell else ""]
    return ", ".join(plain(part) for part in parts if part)


def kind(record: DocumentRecord) -> str:
    """Return the kind of a document in words."""
    return record.kind.value.replace("-", " ").capitalize()


def how_many(value: int) -> str:
    """Return the word that stands beside a number of passages: None, One, Several."""
    return ("None", "One")[value] if value < 2 else "Several"
