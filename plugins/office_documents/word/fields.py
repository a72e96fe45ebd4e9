"""Fields of Word: contents tables and links are made by their instructions."""

from __future__ import annotations

import re

from checker import dataclass

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+"([^"]*)"|"([^"]*)")', re.IGNORECASE)
_LONGEST_INSTRUCTION = 4_000


@dataclass(kw_only=True, slots=True)
class Field:
    """A field: its instruction, and the paragraph and number of words in it when its result began."""

    instruction: str = ""
    paragraph: int = 0
    words_before: int | None = None

    @property
    def is_contents(self) -> bool:
        """Whether it makes a table of contents."""
        return self.instruction.split(maxsplit=1)[:1] == ["TOC"]

    @property
    def target(self) -> str:
        """Where it leads, if it is a link; else empty."""
        found = _HYPERLINK.match(self.instruction)
        if not found:
            return ""
        return f"#{found.group(1)}" if found.group(1) else found.group(2) or ""

    def instruct(self, words: str) -> None:
        """Take a part of the instruction."""
        if len(self.instruction) < _LONGEST_INSTRUCTION:
            self.instruction += words
