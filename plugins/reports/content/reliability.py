"""How reliable this is: how often each expectation was recognised rightly when that was measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker import Measured, ReportedExpectation, counted

from ..wording import number, plain
from .lookup import Lookup
from .parts import Heading, Items, Line, Link, Paragraph, Part, Strong, Table, words

ANCHOR = "reliability"
TITLE = "How reliable this is"
_EXPLAINED = (
    "Which sentences speak to an expectation is found by words, and that is sometimes wrong. How often was measured on "
    "texts that people had labelled sentence by sentence. “How often right” is F1: 1 would be every labelled sentence "
    "found, and no other. In brackets is the range that holds the true value 95 times in 100. “Sentences” are the "
    "labelled ones that a figure rests on: the fewer, the less it says."
)
_FEW = 10
"""Labelled sentences: with fewer, a figure says little."""
_STEPS = (
    (0.9, "Mostly right: up to one sentence in ten is wrong or missed."),
    (0.8, "Usually right: up to one sentence in five is wrong or missed, so read the quotes."),
    (0.7, "Often right: up to one sentence in three is wrong or missed, so read the quotes and look for more."),
    (0.0, "Often wrong: take the status as a hint, and read the documents themselves."),
)
"""From which F1 on what is said of it."""


def leads_there(one: ReportedExpectation, look: Lookup) -> Iterator[Part]:
    """Yield the line of one expectation that leads to the section, or to the page that its pack names."""
    if look.extent.brief or not (one.reliability or one.measured):
        return
    if one.reliability.startswith("https://"):
        yield Paragraph(line=(Link("How reliable is this?", plain(one.reliability)),), style="note")
        return
    told = _right(one.measured) if one.measured else f"See “{TITLE}” near the end."
    yield Paragraph(line=(Link("How reliable is this?", f"#{ANCHOR}"), f" {told}"), style="note")


def is_told(look: Lookup) -> bool:
    """Whether there is such a section: a pack says something of it, and the format has room."""
    found = (one for statement in look.in_scope for one in statement.expectations)
    return not look.extent.brief and any(one.measured or _is_said_here(one) for one in found)


def reliability(look: Lookup) -> Iterator[Part]:
    """Yield the section: a row for each expectation that was measured, and what packs say of others, each once."""
    found = [one for statement in look.in_scope for one in statement.expectations]
    rows = tuple(_row(one, one.measured, look) for one in found if one.measured)
    said = Counter(plain(one.reliability) for one in found if not one.measured and _is_said_here(one))
    if not is_told(look):
        return
    yield Heading(level=2, text=TITLE, anchor=ANCHOR)
    yield Paragraph(line=words(_EXPLAINED))
    if rows:
        head = ("Expectation", "How often right", "Sentences", "What that means")
        yield Table(caption="How often each expectation was recognised rightly", head=head, rows=rows)
    if said:
        of_all = f"of {counted(len(found), 'expectation')}"
        yield Items(items=tuple((Strong(f"{number(times)} {of_all}: "), text) for text, times in said.items()))


def _is_said_here(one: ReportedExpectation) -> bool:
    return bool(one.reliability) and not one.reliability.startswith("https://")


def _row(one: ReportedExpectation, measured: Measured, look: Lookup) -> tuple[Line, ...]:
    title = Link(plain(one.title), f"#{look.anchor('expectation', one.id)}")
    return (title,), words(_right(measured)), words(number(measured.n)), words(_meaning(measured))


def _right(measured: Measured) -> str:
    return f"{measured.f1:.2f} ({measured.low:.2f} to {measured.high:.2f})"


def _meaning(measured: Measured) -> str:
    if measured.n < _FEW:
        return "Too few sentences to tell: read the quotes."
    return next(told for least, told in _STEPS if measured.f1 >= least)
