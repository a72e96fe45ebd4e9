"""The text of a letter: paragraphs, lists, and what is no evidence: quoted letters, signatures, legal notices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import Block, BlockKind, dataclass

_BULLET = re.compile(r"(?:[-–—•*+·▪◦●○‣]|\(?(?:\d{1,3}|[a-z])[.)])\s+")
_REPLY = re.compile(
    r"-{3,}\s*(?:original|forwarded) (?:message|appointment)\s*-{3,}|-{5,}\s*forwarded message.*|"
    r"on .{5,120} wrote:$|begin forwarded message:$",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_-]{10,}$")
_HEADER = re.compile(r"\*?(?:from|sent|date|to|cc|bcc|subject|importance|reply-to)\s?:\*?\s", re.IGNORECASE)
_FEWEST_HEADERS = 3
_SIGN_OFF = re.compile(
    r"(?:(?:kind|kindest|best|warm|many|with) )?(?:regards|wishes|thanks)(?: and (?:regards|thanks))?[,.!]?$|"
    r"yours (?:sincerely|faithfully|truly)[,.]?$|many thanks[,.!]?$|thank you[,.!]?$|--$",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"(?:this|the information in this) (?:e-?mail|message|communication)\b.{0,200}"
    r"\b(?:confidential|intended|privileged)|"
    r"(?:confidentiality notice|disclaimer)\b|please consider the environment|"
    r"(?:caution|warning):? .{0,40}external (?:e-?mail|sender)",
    re.IGNORECASE,
)
_LONGEST_OF_A_SIGNATURE = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    start: int
    end: int
    number: int
    text: str

    @property
    def quoted(self) -> bool:
        return self.text.startswith(">")


def body_blocks(text: str, *, is_forwarded: bool) -> tuple[Block, ...]:
    """
    Return the blocks of a letter's text.

    Of a reply, the letter that it answers is furniture; a forwarded letter is what was sent and stays, as a quotation.
    """
    return tuple(_Body(list(_lines(text)), is_forwarded=is_forwarded).blocks())


class _Body:
    """Goes through the lines once; `_kind` is what a paragraph is at this place."""

    def __init__(self, lines: list[_Line], *, is_forwarded: bool) -> None:
        self._lines = lines
        self._forwarded = is_forwarded
        self._kind = BlockKind.PARAGRAPH
        self._signed = False

    def blocks(self) -> Iterator[Block]:
        at = 0
        while at < len(self._lines):
            if not self._lines[at].text:
                at += 1
                continue
            count, kind = self._next(at)
            first, last = self._lines[at], self._lines[at + count - 1]
            marker = _BULLET.match(first.text)
            skipped = marker.end() if marker and kind is BlockKind.LIST_ITEM else 0
            yield Block(start=first.start + skipped, end=last.end, kind=kind, line=first.number)
            at += count

    def _next(self, at: int) -> tuple[int, BlockKind]:
        """Return how many lines the block at this place has, and what it is."""
        line = self._lines[at]
        if boundary := self._boundary(at):
            self._kind = BlockKind.QUOTE if self._forwarded else BlockKind.FURNITURE
            self._forwarded = self._signed = False  # of several letters below one another only the first was sent on
            return boundary, BlockKind.FURNITURE
        if line.quoted or _LEGAL.match(line.text):
            return self._run(at, quoted=line.quoted), BlockKind.FURNITURE
        self._signed = bool(_SIGN_OFF.match(line.text)) or (self._signed and _is_of_a_signature(line.text))
        if self._signed:
            return 1, BlockKind.FURNITURE
        is_item = self._kind is BlockKind.PARAGRAPH and bool(_BULLET.match(line.text))
        return self._run(at), BlockKind.LIST_ITEM if is_item else self._kind

    def _boundary(self, at: int) -> int:
        """Return how many lines say that another letter begins below; 0 if none does here."""
        text = self._lines[at].text
        after = at + 1
        while after < len(self._lines) and not self._lines[after].text:
            after += 1
        if _RULE.match(text) or _REPLY.match(text):
            headers = self._headers(after)
            return after - at + headers if headers else int(bool(_REPLY.match(text)))
        return self._headers(at)

    def _headers(self, at: int) -> int:
        """Return how many lines of a quoted letter's head begin here; 0 if it is none."""
        count = 0
        while at + count < len(self._lines) and _HEADER.match(self._lines[at + count].text):
            count += 1
        return count if count >= _FEWEST_HEADERS else 0

    def _run(self, at: int, *, quoted: bool = False) -> int:
        """Return how many lines belong to the paragraph or quotation that begins here."""
        end = at + 1
        while end < len(self._lines) and self._goes_on(self._lines[end], quoted):
            end += 1
        return end - at

    def _goes_on(self, line: _Line, quoted: bool) -> bool:
        if quoted:
            return line.quoted
        ends = not line.text or line.quoted or _BULLET.match(line.text) or _REPLY.match(line.text)
        return not ends and not _SIGN_OFF.match(line.text)


def _is_of_a_signature(text: str) -> bool:
    """Whether a line after a sign-off is still a name or an address: it is short and no sentence."""
    return len(text) <= _LONGEST_OF_A_SIGNATURE and not text.endswith((".", "!", "?", ":"))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        begin = start + (line.index(bare) if bare else 0)
        yield _Line(start=begin, end=begin + len(bare), number=number, text=bare)
        start += len(line) + 1
