"""Messages of one kind: each in full where they are few, together where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

FEW = 2
"""So many messages of one kind are told in full."""
_SHOWN = 3
"""So many different ones are told where there are more."""

Message = tuple[str, str]
"""Where something is (empty if the message says it), and what is to be said of it."""


def told_together(messages: Sequence[Message], many: str, see: str) -> Iterator[str]:
    """
    Yield the messages of one kind. Many become one: how many there are, `many` (what they have in common, e.g. `rows
    hold a day that is no date`), the first that differ, each with how many more say the same, and where all are.
    """
    if len(messages) <= FEW:
        yield from (_message(place, told) for place, told in messages)
        return
    places: dict[str, list[str]] = {}
    for place, told in messages:
        places.setdefault(told, []).append(place)
    shown = [_message(_places(found), told) for told, found in list(places.items())[:_SHOWN]]
    more = f" The others: see {see}." if len(places) > _SHOWN else ""
    yield f"{len(messages):,} {many}. {' '.join(shown)}{more}"


def _message(place: str, told: str) -> str:
    return f"{place}: {told}" if place else told


def _places(found: Sequence[str]) -> str:
    return f"{found[0]} (and {len(found) - 1:,} more like it)" if len(found) > 1 else found[0]
