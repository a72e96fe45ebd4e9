"""Where each setting of a rule or an expectation comes from, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from checker.cli.loaded import Loaded
from checker.cli.look import Look, shortened
from checker.domain.origin import Origin
from checker.domain.tailoring import disagreements, takes_out, words_meant

_MOST_OF_VALUE = 240


def origin_lines(name: str, origins: Sequence[Origin], loaded: Loaded, look: Look) -> Iterator[str]:
    """Yield for each setting its value, the place that gives it, and the places that no longer count."""
    yield ""
    yield look.title("Where each setting comes from")
    for origin in origins:
        value = shortened(_told(json.loads(origin.value)), _MOST_OF_VALUE)
        told = f"{_setting(origin)}: {value}" if origin.counts else f"not {_lost(origin)}{value}"
        yield from look.wrapped(told, 2 if origin.counts else 4)
        because = f" – {origin.because}" if origin.because else ""
        yield from look.wrapped(f"{loaded.place(origin.file, origin.line)} ({origin.pack}){because}", 6)
    for one in disagreements(loaded.book.overrides):
        if name in {other.target for other in one.others}:
            yield from ("", *look.wrapped(str(one), 2))


def _setting(origin: Origin) -> str:
    return f"{words_meant(origin.setting)}, taken out" if takes_out(origin.setting) else origin.setting


def _lost(origin: Origin) -> str:
    return "taken out: " if takes_out(origin.setting) else ""


def _told(value: object) -> str:
    """Return a value as a person would write it: a source by its title, a list with marks between."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(_told, value))
    if isinstance(value, dict):
        pairs = (f"{key} {_told(one)}" for key, one in value.items())
        return f"{value['title']} ({value.get('status', 'unconfirmed')})" if "title" in value else ", ".join(pairs)
    return str(value)
