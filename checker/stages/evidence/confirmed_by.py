"""Names what confirms a claim: the document, and the place in it where a passage that says the same is kept."""

from __future__ import annotations

from checker.domain.evidence import Because, Claim, Passage
from checker.values import replace

FAMILY = "corroborated by another source"


def raised(passage: Passage, *, key: str, topic: str, by: str, other: Passage | None) -> Passage:
    """
    Return a passage as corroborated.

    The words that name the topic say why: `other` confirms them, or the document `by` does, of which no passage is
    kept.
    """
    named = next(one for one in passage.because if one.expectation == key and one.family == topic)
    why = Because(
        field="claim",
        words=named.words,
        start=named.start,
        end=named.end,
        entry=_place(other) if other else by,
        family=FAMILY,
    )
    return replace(
        passage,
        claim=Claim.CORROBORATED,
        claim_alone=passage.reached_alone,
        because=(*passage.because, why),
    )


def _place(passage: Passage) -> str:
    """Return where a passage stands: `file:line`, or its page, cell or heading."""
    if passage.line:
        return f"{passage.document}:{passage.line}"
    page = f"page {passage.page}" if passage.page else ""
    sheet = f"sheet {passage.sheet}" if passage.sheet else ""
    cell = f"cell {passage.cell}" if passage.cell else ""
    known = [part for part in (page, sheet, cell) if part]
    under = [f"under {passage.heading_path[-1]}"] if passage.heading_path and not known else []
    return ", ".join((passage.document, *known, *under))
