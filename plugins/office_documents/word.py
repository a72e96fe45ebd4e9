"""Puts the parts of a Word file together: body, notes, comments, properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from checker import Block, BlockKind, Document, HiddenMatter, ReadStatus, UnreadableError

from .body import Body
from .package import BrokenPartError, OfficePackage
from .paragraphs import Piece
from .styles import Styles

_PROPERTIES = frozenset({"title", "subject", "description", "keywords", "category", "created", "modified"})
_MOST_HIDDEN = 1_000
_LONGEST_COMMENT = 300


def read_word(name: str, package: OfficePackage) -> Document:
    """Read an opened Word file. The author is left out: reports do not name people."""
    main = package.related("").get("officeDocument", "word/document.xml")
    if main not in package:
        msg = "It holds no Word document. Open it in the program that made it and save it as .docx."
        raise UnreadableError(msg)
    related = {
        "styles": "word/styles.xml",
        "footnotes": "word/footnotes.xml",
        "endnotes": "word/endnotes.xml",
    } | package.related(main)
    styles = Styles(package, related["styles"])
    bodies, broken = _bodies(package, styles, main, related)
    pieces = [piece for body in bodies for piece in body.pieces]
    if not pieces:
        msg = "It is damaged: no text could be read." if broken else "It holds no text; it may be a picture of a text."
        raise UnreadableError(msg)
    troubles = [*broken, *(["It holds an embedded document that was not read."] if bodies[0].has_unread_parts else ())]
    hidden = [*(matter for body in bodies for matter in body.hidden), *_comments(package, related), *_embedded(package)]
    text, blocks = _laid_out(pieces)
    return Document(
        name=name,
        text=text,
        blocks=blocks,
        metadata=_metadata(package, pieces),
        hidden=tuple(hidden[:_MOST_HIDDEN]),
        status=ReadStatus.PARTIAL if troubles else ReadStatus.OK,
        reason=" ".join(troubles),
    )


def _bodies(
    package: OfficePackage, styles: Styles, main: str, related: Mapping[str, str]
) -> tuple[list[Body], list[str]]:
    """Read the body, then footnotes and endnotes; also return what went wrong, in plain words."""
    bodies, broken = [], []
    for what, part in (("text", main), ("footnotes", related["footnotes"]), ("endnotes", related["endnotes"])):
        if part not in package:
            continue
        body = Body(styles, None if part == main else BlockKind.FOOTNOTE)
        try:
            package.parse(part, body.start, body.end, body.text)
        except BrokenPartError:
            broken.append(
                f"It is damaged: the {what} break off, and the rest was not read." if what != "text" else _BROKEN_TEXT
            )
        bodies.append(body)
    return bodies, broken


_BROKEN_TEXT = "It is damaged: the text breaks off, and the rest was not read."


def _laid_out(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    blocks, texts = [], []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        blocks.append(Block(start=at, end=end, kind=piece.kind, level=piece.level, cell=piece.cell or None))
        texts.append(piece.text)
        at = end + 1
    return "\n".join(texts), tuple(blocks)


def _metadata(package: OfficePackage, pieces: Iterable[Piece]) -> dict[str, str]:
    """Return the file's properties; a paragraph in the style "Title" says the title better than the property does."""
    found: dict[str, list[str]] = {}
    open_: list[str] = []
    part = package.related("").get("core-properties", "docProps/core.xml")
    if part in package:
        try:
            package.parse(
                part,
                lambda name, _: open_.append(name),
                lambda _: open_.clear(),
                lambda words: found.setdefault(open_[-1], []).append(words) if open_ else None,
            )
        except BrokenPartError:
            found.clear()
    metadata = {key: "".join(words).strip() for key, words in sorted(found.items()) if key in _PROPERTIES}
    title = next((piece.text for piece in pieces if piece.title), "") or metadata.get("title", "")
    return {key: value for key, value in ({**metadata, "title": title}).items() if value}


def _comments(package: OfficePackage, related: Mapping[str, str]) -> list[HiddenMatter]:
    part = related.get("comments", "word/comments.xml")
    comments: list[list[str]] = []

    def start(name: str, _: Mapping[str, str]) -> None:
        if name == "comment":
            comments.append([])
        elif name == "p" and comments:
            comments[-1].append(" ")

    if part in package:
        try:
            package.parse(part, start, lambda _: None, lambda words: comments[-1].append(words) if comments else None)
        except BrokenPartError:
            comments.append(["(the comments are damaged)"])
    texts = (re.sub(r"\s+", " ", "".join(words)).strip() for words in comments)
    return [
        HiddenMatter(kind="comment", place=f"comment {number}", text=text[:_LONGEST_COMMENT])
        for number, text in enumerate(texts, 1)
    ]


def _embedded(package: OfficePackage) -> list[HiddenMatter]:
    return [HiddenMatter(kind="embedded file", place=name) for name in package.names("word/embeddings/")]
