"""Where a setting of a rule or an expectation comes from."""

from __future__ import annotations

from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """
    One place that gives a setting a value, as JSON text.

    `counts` is false where a later or another place decides. `pack` is the pack that says it; `because` is the reason
    given there, if any.
    """

    setting: str
    value: str
    pack: str
    file: str
    line: int
    counts: bool = True
    because: str = ""
