"""Blocks of a Markdown file. The text stays the file itself, so sentences keep their markup characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker import Block, BlockKind, Document, HiddenMatter, replace

from .lines import LIST_MARKER, Line, belong_together, split_lines, wrapped_width
from .tables import is_table_start, table_blocks

_ATX = re.compile(r"(#{1,6})(?:\s+(?P<words>.*?))?(?:\s+#+)?$")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_RULE = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r"`{3,}|~{3,}")
_QUOTE = re.compile(r"(?:>\s?)+")
_TASK = re.compile(r"\[[ xX]\]\s+")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:\s+")
_NOT_PROSE = re.compile(r"\[[^\]^][^\]]*\]:\s*\S+.*$|!\[[^\]]*\]\([^)]*\)$|(?:</?[A-Za-z][^<>]*>\s*)+$")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(?P<words>(?:(?!\1).)+)\1:?$")
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_MOST_WORDS_OF_A_HEADING = 12
_BOLD_LEVEL = 6
"""A line in bold is taken for a heading below all real ones."""

Taken = tuple[list[Block], int]


def read_markdown(name: str, text: str, note: str) -> Document:
    """Read a Markdown file; `note` says what is known of its encoding."""
    start, metadata, trouble = _front_matter(text)
    lines = list(_lines(text, start))
    blocks = [Block(start=0, end=len(text[:start].rstrip()), kind=BlockKind.METADATA, line=1)] if start else []
    blocks += _blocks(lines, wrapped_width(lines))
    hidden = tuple(
        HiddenMatter(kind="comment", place=f"line {line.number}", text=line.text.removesuffix("-->")[4:].strip()[:300])
        for line in lines
        if line.comment
    )
    reason = " ".join(filter(None, (note, trouble)))
    return Document(name=name, text=text, blocks=tuple(blocks), metadata=metadata, hidden=hidden, reason=reason)


def _front_matter(text: str) -> tuple[int, dict[str, str], str]:
    if not text.startswith(("---", "\ufeff---")):
        return 0, {}, ""
    from .front_matter import find_front_matter  # brings a YAML parser, which costs time

    return find_front_matter(text)


def _lines(text: str, start: int) -> Iterator[Line]:
    """Yield the lines outside comments, and each comment as a line of its own, in order."""
    comments = _COMMENT.finditer(text, start)
    comment = next(comments, None)
    for line in split_lines(text, start, 1 + text.count("\n", 0, start)):
        while comment and comment.start() <= line.end:
            if line.start < comment.start():
                yield from _piece(text, line, comment.start())
            if line.start <= comment.start():
                yield replace(line, start=comment.start(), end=comment.end(), text=comment.group(), comment=True)
            if comment.end() > line.end:
                line = replace(line, start=line.end, text="")
                break
            line = replace(line, start=comment.end(), text=text[comment.end() : line.end])
            comment = next(comments, None)
        yield from _piece(text, line, line.end)


def _piece(text: str, line: Line, end: int) -> Iterator[Line]:
    words = text[line.start : end].strip()
    start = line.start + (text[line.start : end].index(words) if words else 0)
    piece = replace(line, start=start, end=start + len(words), text=words)
    quote = _QUOTE.match(words)
    yield replace(piece.from_offset(quote.end()), quoted=True) if quote else piece


def _blocks(lines: Sequence[Line], width: int) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        if not lines[at].text:
            at += 1
            continue
        blocks, at = _taken(lines, at, width)
        yield from blocks


def _taken(lines: Sequence[Line], at: int, width: int) -> Taken:
    """Return the blocks that begin at a line, and the index of the first line after them."""
    line = lines[at]
    if line.comment or _NOT_PROSE.match(line.text):
        return [_furniture(line, line)], at + 1
    if _FENCE.match(line.text):
        return _fenced(lines, at)
    if is_table_start(lines, at):
        return table_blocks(lines, at)
    if _RULE.match(line.text):
        return [], at + 1
    return _heading(lines, at) or _prose(lines, at, width)


def _furniture(first: Line, last: Line) -> Block:
    return Block(start=first.start, end=last.end, kind=BlockKind.FURNITURE, line=first.number)


def _fenced(lines: Sequence[Line], at: int) -> Taken:
    """Take code up to the closing fence. A fence that is never closed is a slip: only its line is code."""
    mark = lines[at].text[:3]
    for below in range(at + 1, len(lines)):
        if lines[below].text.startswith(mark):
            return [_furniture(lines[at], lines[below])], below + 1
    return [_furniture(lines[at], lines[at])], at + 1


def _heading(lines: Sequence[Line], at: int) -> Taken | None:
    line = lines[at]
    marked = _ATX.match(line.text)
    if marked:
        offset = marked.start("words") if marked.group("words") else 0
        start, end = line.start + offset, line.start + (marked.end("words") if offset else len(line.text))
        kind = BlockKind.HEADING if offset else BlockKind.FURNITURE
        return [
            Block(start=start, end=end, kind=kind, level=len(marked.group(1)) if offset else 0, line=line.number)
        ], at + 1
    short = len(line.text.split()) <= _MOST_WORDS_OF_A_HEADING and not line.text.rstrip("*_").endswith((".", ";", ","))
    under = lines[at + 1].text if at + 1 < len(lines) else ""
    if short and _UNDERLINE.match(under) and not LIST_MARKER.match(line.text) and not line.quoted:
        level = 1 if under.startswith("=") else 2
        return [Block(start=line.start, end=line.end, kind=BlockKind.HEADING, level=level, line=line.number)], at + 2
    bold = _BOLD_LINE.match(line.text) if short else None
    if bold and not under:
        start, end = line.start + bold.start("words"), line.start + bold.end("words")
        return [Block(start=start, end=end, kind=BlockKind.HEADING, level=_BOLD_LEVEL, line=line.number)], at + 1
    return None


def _prose(lines: Sequence[Line], at: int, width: int) -> Taken:
    """Take a paragraph, list item, footnote or quote with the lines that go on with it."""
    last = at
    while last + 1 < len(lines) and _goes_on(lines, last, width):
        last += 1
    line = lines[at]
    note = _NOTE.match(line.text)
    marker = note or LIST_MARKER.match(line.text)
    if marker and marker.end() < len(line.text):
        line = line.from_offset(marker.end())
        task = _TASK.match(line.text)
        line = line.from_offset(task.end()) if task else line
    usual = BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH
    kind = BlockKind.FOOTNOTE if note else BlockKind.QUOTE if line.quoted else usual
    if not any(letter.isalnum() for letter in line.text) and last == at:
        return [], at + 1
    return [Block(start=line.start, end=lines[last].end, kind=kind, line=line.number)], last + 1


def _goes_on(lines: Sequence[Line], last: int, width: int) -> bool:
    line, after = lines[last], lines[last + 1]
    if after.comment or after.quoted != line.quoted or _FENCE.match(after.text) or is_table_start(lines, last + 1):
        return False
    if after.text.startswith("#") or _RULE.match(after.text) or _NOT_PROSE.match(after.text):
        return False
    if _NOTE.match(after.text):
        return False
    return belong_together(line, after, width, shortest=1)
