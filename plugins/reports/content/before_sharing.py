"""What to look at before the report or the evidence leaves the team."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..wording import count, listed, number, plain
from .lookup import Lookup
from .parts import Heading, Items, Line, Paragraph, Part, Strong, Table, words

_MASKED: Final = re.compile("•{6,}")
"""What masked personal data looks like; the shortest kind that is known has six characters."""

_ALWAYS: Final = (
    "This report quotes what people, carers, staff and partners said. Small groups can be known by what they said.",
    "Names and postal addresses are not found or masked by the checker: read the quotes before you share them.",
)


def before_sharing(look: Lookup) -> Iterator[Part]:
    """Yield what was masked in the quotes, what hidden matter files hold, and what no program can see."""
    yield Heading(level=2, text="Before you share", anchor="before-sharing")
    masked = Counter(one.document for one in look.report.passages if _MASKED.search(one.text))
    lines = [words(text) for text in _ALWAYS]
    if masked:
        names = listed([plain(name) for name in sorted(masked)])
        passages = count(sum(masked.values()), "quoted passage")
        told = f"masked with • in {passages}, from {names}. It is still in the files themselves."
        lines.insert(0, (Strong("Personal data was found: "), told))
    yield Items(items=tuple(lines))
    rows = tuple(_hidden(look))
    if rows:
        yield Table(
            caption="Hidden matter in the files", head=("File", "What readers of the page do not see"), rows=rows
        )
    else:
        yield Paragraph(
            line=words("No hidden matter (comments, tracked changes, hidden text) was found in what was read.")
        )


def _hidden(look: Lookup) -> Iterator[tuple[Line, ...]]:
    for record in sorted(look.report.documents, key=lambda one: one.name):
        kinds = [f"{number(found)} × {plain(kind)}" for kind, found in sorted(record.hidden.items()) if found]
        if kinds:
            yield (words(plain(record.name)), words(", ".join(kinds)))
