"""Lines of a text, and which of them belong together. Plain text and Markdown share this."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker import dataclass, late_pattern, replace

_LINE = re.compile("([^\r\n\f\v\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]|$)")
_SHORTEST_WRAPPED, _LONGEST_WRAPPED = 40, 140
_DIVIDED = late_pattern(r"[^\W\d_][-\u2010\u00ad]$")
_ENDS_SENTENCE = late_pattern(r"[.!?…:;][\"'’”)\]]*$")
LIST_MARKER = re.compile(r"(?:[-–—•*+·▪◦●○‣\uf0b7\uf0a7]|o(?=\s)|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\s+")
BLANK = "\ufeff\u200b"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """
    One line without the blanks around it: `start` to `end` in the text and its number from 1.

    Markdown sets `quoted` (the quote marks are then cut off) and `comment`.
    """

    start: int
    end: int
    number: int
    text: str
    quoted: bool = False
    comment: bool = False

    def from_offset(self, offset: int) -> Line:
        """Return the line without its first `offset` characters."""
        return replace(self, start=self.start + offset, text=self.text[offset:])

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does, or announces what follows."""
        return bool(_ENDS_SENTENCE.search(self.text))

    @property
    def goes_on(self) -> bool:
        """Whether it begins in lower case, as the rest of a sentence does; a list item does not."""
        return self.text[:1].islower() and not LIST_MARKER.match(self.text)


def split_lines(text: str, start: int = 0, number: int = 1) -> Iterator[Line]:
    """Yield the lines of `text` from `start`; blank ones have empty text. Line numbers are those of an editor."""
    while start < len(text):
        found = _LINE.match(text, start)
        if not found:
            return
        content = found.group(1)
        bare = content.strip().strip(BLANK).strip()
        begin = start + (content.index(bare) if bare else 0)
        yield Line(start=begin, end=begin + len(bare), number=number, text=bare)
        number += found.group(2) in ("\r\n", "\n", "\r")
        start = found.end()


def wrapped_width(lines: Sequence[Line]) -> int:
    """Return the usual length of a line if the text is hard-wrapped, else 0."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths or lengths[len(lengths) * 19 // 20] > _LONGEST_WRAPPED:
        return 0
    pairs = [(line, after) for line, after in pairwise(lines) if len(line.text) >= _SHORTEST_WRAPPED and after.text]
    broken = sum(not line.ends_sentence and after.goes_on for line, after in pairs)
    return lengths[len(lengths) * 9 // 10] if broken >= 2 and 4 * broken >= len(pairs) else 0


def belong_together(line: Line, after: Line, width: int, shortest: int = _SHORTEST_WRAPPED) -> bool:
    """
    Whether `after` goes on with the paragraph of `line`.

    `width` is that of the wrapped text: there every line that is nearly full goes on; elsewhere only a line that ends
    within a word, and one of at least `shortest` characters that breaks off.
    """
    if not after.text or LIST_MARKER.match(after.text):
        return False
    if after.goes_on and _DIVIDED.search(line.text):
        return True
    if not line.ends_sentence and after.goes_on and len(line.text) >= shortest:
        return True
    return bool(width) and not line.text.endswith(":") and 5 * len(line.text) >= 3 * width
