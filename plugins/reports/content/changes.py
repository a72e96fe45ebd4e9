"""What changed between two gap reports, worst first, as a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker import Change, ChangeKind, Comparison, counted, in_words, listed

from ..wording import number, plain
from .parts import Facts, Heading, Items, Paragraph, Part, Table, words

_EXPLAINED = {
    ChangeKind.NEW: "Gaps that were not open before, also those whose waiver has ended.",
    ChangeKind.WORSE: "It was less bad, or can no longer be assessed.",
    ChangeKind.NEWLY_STALE: "The evidence has become old.",
    ChangeKind.NEWLY_ASKED: "An action plan or a register was not given before: the question is new, not the fault.",
    ChangeKind.OTHER: "No longer asked, waived, or gone from the files: neither better nor closed.",
    ChangeKind.BETTER: "It was worse before.",
    ChangeKind.CLOSED: "The gap's rule is met now.",
}
HEAD = ("What", "Title", "Weight", "Before", "Now", "Why", "Id")


def changes_pages(comparison: Comparison) -> Iterator[Part]:
    """Yield the page: what was compared, how many changes of each kind, then every change."""
    changes = comparison.changes
    yield Heading(level=1, text=title_of(comparison))
    yield Facts(
        rows=(
            ("Earlier report", words(f"as of {in_words(comparison.old_as_of)}")),
            ("Later report", words(f"as of {in_words(comparison.new_as_of)}")),
        )
    )
    yield Paragraph(line=words(in_numbers(changes)), style="lead")
    if comparison.notes:
        yield Heading(level=2, text="What makes the two hard to compare", anchor="notes")
        yield Items(items=tuple(words(plain(note)) for note in comparison.notes))
    for kind, found in groupby(changes, key=lambda one: one.kind):
        yield from _of_kind(kind, tuple(found))


def title_of(comparison: Comparison) -> str:
    """Return the title of the page."""
    return plain(comparison.title) or "What changed between two gap reports"


def in_numbers(changes: Sequence[Change]) -> str:
    """Return how many changes there are of each kind, worst first."""
    if not changes:
        return "No difference in gaps, expectations and what was assessed."
    kinds = [(kind, sum(one.kind is kind for one in changes)) for kind in ChangeKind]
    told = listed([f"{number(many)} {kind.value}" for kind, many in kinds if many])
    return f"{counted(len(changes), 'change').capitalize()}: {told}."


def cells(change: Change) -> tuple[str, ...]:
    """Return a change as the cells of a row, in the order of `HEAD`."""
    told = (
        change.what,
        change.title or change.id,
        change.weight,
        change.before,
        change.after,
        change.reason,
        change.id,
    )
    return tuple(plain(one) for one in told)


def _of_kind(kind: ChangeKind, found: Sequence[Change]) -> Iterator[Part]:
    title = f"{kind.value.capitalize()}: {number(len(found))}"
    yield Heading(level=2, text=title, anchor=kind.value.replace(" ", "-"))
    yield Paragraph(line=words(_EXPLAINED[kind]), style="note")
    rows = tuple(tuple(words(cell or "–") for cell in _title_first(cells(one))) for one in found)
    yield Table(caption=f"{kind.value.capitalize()}, by weight and priority", head=_title_first(HEAD), rows=rows)


def _title_first(told: tuple[str, ...]) -> tuple[str, ...]:
    """Return cells with the title before what it is: the first column of a page names the row and is wide."""
    what, title, *rest = told
    return (title, what, *rest)
