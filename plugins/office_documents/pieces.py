"""From pieces of text, as readers gather them, to a document's text with its blocks and links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker import Block, BlockKind, Document, HiddenMatter, Link, Member, ReadStatus, UnreadableError, dataclass

from .properties import hidden_properties
from .xml_stream import TooMuchError

MOST_PIECES = 200_000
MOST_CHARACTERS = 20_000_000
LONGEST_HIDDEN = 300
_MOST_HIDDEN = 1_000
_MOST_TROUBLES = 10


@dataclass(kw_only=True, slots=True)
class Piece:
    """
    One block to be: its words and what they are. `links` are places within `text`. `same_line`: it stands on the line
    of the piece before, as cells of a row do. Without `is_block` it stands in the text alone.
    """

    text: str
    kind: BlockKind
    level: int = 0
    page: int | None = None
    sheet: str | None = None
    cell: str | None = None
    heading_path: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    title: bool = False
    same_line: bool = False
    is_block: bool = True


class Gathered:
    """
    What a reader has gathered of a file. Raises `TooMuchError` where it holds more pieces or characters than any
    document needs: such a file is read up to there.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.hidden: list[HiddenMatter] = []
        self.troubles: list[str] = []
        self.notes: list[str] = []
        self._characters = self._blocks = 0

    def add(self, pieces: Iterable[Piece]) -> None:
        """Take further pieces."""
        for piece in pieces:
            self._characters += len(piece.text)
            self._blocks += piece.is_block
            if self._blocks > MOST_PIECES or self._characters > MOST_CHARACTERS:
                raise TooMuchError
            self.pieces.append(piece)

    def trouble(self, words: str) -> None:
        """Take what went wrong, in plain words; each once, and not more than a person reads."""
        if words not in self.troubles and len(self.troubles) < _MOST_TROUBLES:
            self.troubles.append(words)

    def note(self, words: str) -> None:
        """Take what a reader should know though nothing is missing; each once."""
        if words not in self.notes:
            self.notes.append(words)

    def hide(self, kind: str, place: str, words: str) -> None:
        """Take something that a reader of the printed page does not see; its text is shortened."""
        if len(self.hidden) < _MOST_HIDDEN:
            text = " ".join(words[: 4 * LONGEST_HIDDEN].split())[:LONGEST_HIDDEN]
            self.hidden.append(HiddenMatter(kind=kind, place=place, text=text))


TOO_MUCH = (
    f"It holds more than {MOST_PIECES:,} paragraphs and cells, or far more text than a document; the rest was not read."
)


def document_of(name: str, gathered: Gathered, metadata: Mapping[str, str], members: Sequence[Member] = ()) -> Document:
    """
    Return the document; `partial` where there was trouble. Raises `UnreadableError` where no text and no file inside
    was found.
    """
    reason = " ".join(gathered.troubles)
    told = " ".join((*gathered.troubles, *gathered.notes))
    if not gathered.pieces and not members:
        raise UnreadableError(f"No text could be read. {reason}" if reason else _NO_TEXT)
    text, blocks, links = laid_out(gathered.pieces)
    if not gathered.pieces:
        reason = told = reason or "It holds no text of its own, only other files."
    return Document(
        name=name,
        text=text,
        blocks=blocks,
        links=links,
        metadata=metadata,
        hidden=(*gathered.hidden, *hidden_properties(metadata)),
        members=tuple(members),
        status=ReadStatus.PARTIAL if reason else ReadStatus.OK,
        reason=told,
    )


_NO_TEXT = "It holds no text; it may be a picture of a text."


def laid_out(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
    """Return the text, one piece a line (cells of a row parted by tabs), with the place of each piece and link."""
    texts: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    at = 0
    for piece in pieces:
        if texts:
            texts.append("\t" if piece.same_line else "\n")
            at += 1
        end = at + len(piece.text)
        if piece.is_block:
            blocks.append(_block(piece, at, end))
        if piece.links:
            links += [Link(start=at + one.start, end=at + one.end, target=one.target) for one in piece.links]
        texts.append(piece.text)
        at = end
    return "".join(texts), tuple(blocks), tuple(links)


def _block(piece: Piece, start: int, end: int) -> Block:
    return Block(
        start=start,
        end=end,
        kind=piece.kind,
        level=piece.level,
        heading_path=piece.heading_path,
        page=piece.page,
        sheet=piece.sheet,
        cell=piece.cell,
    )
