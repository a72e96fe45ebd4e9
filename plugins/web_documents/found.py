"""What was found on a page."""

from __future__ import annotations

from checker import dataclass, field

from .tables import Piece


@dataclass(kw_only=True, slots=True)
class Page:
    """
    What was found on a page.

    `hidden` holds kind, line and words of what readers do not see; `broken_at` is the line of a tag that never ends.
    """

    pieces: list[Piece] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    hidden: list[tuple[str, int, str]] = field(default_factory=list)
    broken_at: int = 0
