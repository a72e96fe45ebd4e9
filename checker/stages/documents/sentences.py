"""
Cuts text into sentences: at the ends of blocks first, then at full stops that are no abbreviation's.

Part of the stage `documents`. A colon or semicolon never ends a sentence, nor does a stop before a lower-case word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker.domain.document import Block, BlockKind, Document, Sentence

_CLOSERS = "\"'’”)\\]»*_"
_BLANKS = " \t\r\n\f\v\xa0\u2007\u202f\u200b\ufeff\u2028\u2029"
# A stop with its closing quotes (and footnote marks), then blanks; or a bullet within a line; or a stop without the
# blank that should follow ("support.People told"). Nothing is tried twice ("++"), so a long row of dots costs no more.
_CANDIDATE = re.compile(
    rf"(?<![.!?…])(?P<stop>[.!?…]++)(?P<close>[{_CLOSERS}]*+(?:[¹²³⁴-⁹]+|\[\d{{1,3}}\]|(?<=[a-z]\.)\d{{1,2}}(?=\s+[A-Z]))?)"
    r"(?:(?P<gap>\s+)|(?P<glued>(?=[A-Z][a-z]*[ ,’'])))|(?P<bullet>[•▪●‣\uf0b7]+)"
)
_WORD_BEFORE = re.compile(r"[a-z]{3}$")
_LAST_TOKEN = re.compile(r"[^\s(\[‘“\"']+$")

LONGEST_SENTENCE = 2_000
"""In characters. What is longer is a table or a list without stops; the marks of a sentence take their time by it."""

ALWAYS_GOES_ON = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "cllr", "rev", "st", "mt", "messrs", "hon", "e.g", "eg", "i.e", "ie",
    "vs", "v", "viz", "cf", "al", "approx", "incl", "excl",
})  # fmt: skip
"""Abbreviations that a name or an example follows."""

GOES_ON_BEFORE_A_NUMBER = frozenset({
    "no", "nos", "sec", "secs", "s", "ss", "para", "paras", "p", "pp", "page", "fig", "figs", "art", "arts", "reg",
    "regs", "vol", "ch", "cl", "sch", "tel", "ext", "ref", "c", "ca", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec",
})  # fmt: skip
"""Abbreviations that go on only if a number follows."""


_CONTROL_LINE = re.compile(
    r"(?:(?:date of )?(?:next|last) review(?:ed)?(?: (?:date|due|by|on))?|review (?:date|due|by|on)"
    r"|(?:document|policy|strategy|report|plan) (?:owner|author|control|status|reference|version)"
    r"|version(?: (?:number|control))?|approved (?:by|on)|date (?:of issue|approved|published|issued)|issue date"
    r"|effective (?:date|from)|classification|file ?name)\s?:",
    re.IGNORECASE,
)
_LONGEST_CONTROL_LINE = 90
"""What a document says of itself ("Next review due: 30 September 2026.") is short; a longer sentence says more."""


def _is_control_line(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST_CONTROL_LINE and _CONTROL_LINE.match(text, start, end) is not None


def sentences_of(
    document: Document, blocks: tuple[Block, ...], under: Mapping[tuple[str, ...], tuple[str, ...]] | None = None
) -> Iterator[Sentence]:
    """
    Yield the sentences of every block. Those of blocks that cannot be evidence, and control lines, do not count.

    `under` says which quality statements a path of headings names.
    """
    text, named = document.text, under or {}
    for number, block in enumerate(blocks):
        countable = block.kind.can_be_evidence
        statements = named.get(block.heading_path, ())
        whole = not countable and block.kind is not BlockKind.STANDARD_TEXT
        spans = _trimmed(text, block.start, block.end) if whole else sentence_spans(text, block.start, block.end)
        for start, end in spans:
            is_evidence = countable and not _is_control_line(text, start, end)
            yield Sentence(start=start, end=end, block=number, countable=is_evidence, under=statements)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence in `text[start:end]`, without the blanks around it."""
    stop = len(text) if end is None else end
    begin = start
    for found in _CANDIDATE.finditer(text, start, stop):
        if found["bullet"] is not None:
            cut = found.start()
        elif _ends_sentence(text, begin, found, stop):
            cut = found.end("close")
        else:
            continue
        yield from _bounded(text, begin, cut)
        begin = found.end()
    yield from _bounded(text, begin, stop)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence; one that goes on beyond all reason in pieces, cut between words."""
    while end - start > LONGEST_SENTENCE:
        cut = max(text.rfind(mark, start, start + LONGEST_SENTENCE) for mark in " \n") + 1
        cut = cut if cut > start else start + LONGEST_SENTENCE
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in _BLANKS:
        start += 1
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, begin: int, found: re.Match[str], stop: int) -> bool:
    """Whether a stop ends the sentence that began at `begin`."""
    if found["glued"] is not None:
        return bool(_WORD_BEFORE.search(text, max(begin, found.start() - 3), found.start()))
    if found.end() >= stop:
        return True
    following = text[found.end()]
    if following.islower():
        return False
    if found["stop"] != ".":
        return True
    return not _is_abbreviation(text, begin, found.start(), following)


def _is_abbreviation(text: str, begin: int, dot: int, following: str) -> bool:
    last = _LAST_TOKEN.search(text, max(begin, dot - 20), dot)
    token = last.group() if last else ""
    if last and last.start() == begin and _is_numbering(token):
        return True
    folded = token.lower()
    if folded in ALWAYS_GOES_ON:
        return True
    if folded in GOES_ON_BEFORE_A_NUMBER and following.isdigit():
        return True
    return len(token) == 1 and token.isupper() and token != "I" and following.isupper()  # initials: "J. Smith"


def _is_numbering(token: str) -> bool:
    """Whether a block begins with this as its number: "1.", "2.3.", "a."."""
    return (token.replace(".", "").isdecimal() and len(token) <= 6) or (len(token) == 1 and token.isalpha())
