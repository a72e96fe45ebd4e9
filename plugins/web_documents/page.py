"""From the markup of a page to a document: what stands on the page, what is furniture, what is hidden."""

from __future__ import annotations

from checker import Block, BlockKind, Document, HiddenMatter, ReadStatus, UnreadableError

from .decoding import TOO_LONG
from .parsing import parse
from .tables import Piece

_MOST_HIDDEN = 200


def read_page(name: str, markup: str, note: str) -> Document:
    """Read a page. Raises `UnreadableError` if it is nested beyond reason or holds no text."""
    page = parse(markup)
    if not page.pieces:
        msg = "It holds no text that a reader of the page would see."
        raise UnreadableError(msg)
    text, blocks = _laid_out(page.pieces)
    hidden = tuple(
        HiddenMatter(kind=kind, place=f"line {line}", text=words) for kind, line, words in page.hidden[:_MOST_HIDDEN]
    )
    broken = (
        f"The page breaks off in a tag that begins in line {page.broken_at}; nothing after it was read."
        if page.broken_at
        else ""
    )
    return Document(
        name=name,
        text=text,
        blocks=blocks,
        metadata=page.metadata,
        hidden=hidden,
        status=ReadStatus.PARTIAL if broken or TOO_LONG in note else ReadStatus.OK,
        reason=" ".join(filter(None, (note, broken))),
    )


def _laid_out(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    blocks = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        level = piece.level if piece.kind is BlockKind.HEADING else 0
        blocks.append(Block(start=at, end=end, kind=piece.kind, level=level, line=piece.line, cell=piece.cell or None))
        at = end + 1
    return "\n".join(piece.text for piece in pieces), tuple(blocks)
