"""Messages of one kind: each in full where they are few, together where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

FEW = 2
"""So many messages of one kind are told in full."""
_SHOWN = 3
"""So many are told where there are more."""


def told_together(messages: Sequence[str], many: str, see: str) -> Iterator[str]:
    """
    Yield the messages of one kind. Many become one: how many there are, `many` (what they have in common, e.g. `rows
    hold a day that is no date`), the first of them, and where all can be found.
    """
    if len(messages) <= FEW:
        yield from messages
        return
    more = len(messages) - _SHOWN
    told = f"{len(messages):,} {many}. {' '.join(messages[:_SHOWN])}"
    yield f"{told} {more:,} more: see {see}." if more else told
