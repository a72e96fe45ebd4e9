"""How often something was right when it was measured."""

from __future__ import annotations

from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """
    How often an expectation was recognised rightly on labelled texts.

    `f1` (0 to 1) counts what was wrongly recognised and what was missed; `low` and `high` are the ends of its 95 %
    interval, `n` is the number of sentences that a reader labelled with the expectation.
    """

    f1: float
    low: float
    high: float
    n: int
