"""Says in plain words which pages of a file could not be read, and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from .lines import Page

_CUT_OFF = "It is cut off: what follows its last whole page is missing."
_BLANK = "It holds no text: its pages are blank."
_SCANS = (
    "It holds no text on any page: it may be a scan. Give the document it was made from, or have its text recognised."
)
_DAMAGED = "It is damaged, and no page could be read. Save it as PDF again."


def troubles_of(
    pages: Sequence[Page], damaged: Sequence[int], with_text: Collection[int], *, left_out: Sequence[int], cut_off: bool
) -> Iterator[str]:
    """Yield what is missing, a sentence each. A page without anything on it misses nothing."""
    if cut_off:
        yield _CUT_OFF
    if damaged:
        yield f"It is damaged on {_page_numbers(damaged)}: nothing could be read there."
    if left_out:
        were = "was" if len(left_out) == 1 else "were"
        yield f"It is too long, and {_page_numbers(left_out)} {were} not read. Split it."
    scans = [page.number for page in pages if page.is_drawn_on and page.number not in with_text]
    if scans:
        they = "it may be a scan" if len(scans) == 1 else "they may be scans"
        yield f"It holds no text on {_page_numbers(scans)}: {they}."


def no_text(pages: Sequence[Page], damaged: Sequence[int]) -> str:
    """Return why a file holds no text at all."""
    if damaged and not pages:
        return _DAMAGED
    return _SCANS if any(page.is_drawn_on for page in pages) else _BLANK


def _page_numbers(numbers: Sequence[int]) -> str:
    """Return `page 3`, `pages 3 to 9`, `pages 1, 3 to 5 and 9`."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = spans[-1][0], number
        else:
            spans.append((number, number))
    words = [str(first) if first == last else f"{first} to {last}" for first, last in spans]
    listed = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"
