"""Right answers, of which a test makes a wrong one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from checker.domain.document import Block, Document, HiddenMatter, Source
from checker.domain.evidence import Because, Part, Passage, Period, Polarity
from checker.plugin_host import answers
from checker.testing import a_book, an_expectation

SOURCE = Source(name="a.note", data=b"Partners meet.", sha256="0" * 64)
NAMES = answers.KnownNames.of(a_book(an_expectation("sharing")))
BLOCK = Block(start=0, end=14, heading_path=("Top",), line=1, page=1, sheet="One", cell="A1")
HIDDEN = HiddenMatter(kind="comment", place="page 1")
DOCUMENT = Document(
    name="a.note", text="Partners meet.", blocks=(BLOCK,), metadata={"title": "A"}, hidden=(HIDDEN,), reader="reads"
)
BECAUSE = Because(field="polarity", words="meet", start=9, end=13)
PERIOD = Period(start="2024-01-01", end="2024-12-31", words="2024")
PART = Part(start=0, end=14, polarity=Polarity.STRENGTH)
PASSAGE = Passage(document="a.note", start=0, end=14, text="Partners meet.")


def changed(value: Any, **fields: object) -> Any:
    return replace(value, **fields)
