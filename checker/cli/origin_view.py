"""Where each setting of a rule or an expectation comes from, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.cli.loaded import Loaded
from checker.cli.look import Look, shortened
from checker.domain.origin import Origin
from checker.domain.tailoring import disagreements

_MOST_OF_VALUE = 240


def origin_lines(name: str, origins: Sequence[Origin], loaded: Loaded, look: Look) -> Iterator[str]:
    """Yield for each setting its value, the place that gives it, and the places that no longer count."""
    yield ""
    yield look.title("Where each setting comes from")
    for origin in origins:
        value = shortened(origin.value, _MOST_OF_VALUE)
        told = f"{origin.setting}: {value}" if origin.counts else f"not {value}"
        yield from look.wrapped(told, 2 if origin.counts else 4)
        because = f" – {origin.because}" if origin.because else ""
        yield from look.wrapped(f"{loaded.place(origin.file, origin.line)} ({origin.pack}){because}", 6)
    for one in disagreements(loaded.book.overrides):
        if name in {other.target for other in one.others}:
            yield from ("", *look.wrapped(str(one), 2))
