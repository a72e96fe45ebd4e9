"""Reading one source: by its name, else by what it certainly is. What is too long is cut, and says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checker.domain.document import (
    SENTENCE_LIMIT,
    TEXT_LIMIT,
    WHOLE_TEXT_LIMIT,
    Block,
    Document,
    ReadStatus,
    Sentence,
    Source,
)
from checker.run.true_type import TrueType, true_type
from checker.values import replace

_LONG_GAP = 1_000
"""In characters: what is longer is not looked through for letters."""

_EMPTY = "Nothing could be read from it: it holds no text."
_NO_READER = (
    "No reader knows this type of file ({suffix}). Open it in the program that it belongs to and save it as Word, PDF, "
    "HTML or text."
)
_CUT = f"It is longer than {TEXT_LIMIT:,} characters, and only its beginning was read. Split it."

_MORE_SENTENCES = (
    f"It has more than {SENTENCE_LIMIT:,} sentences, cells or lines, and only the first were read. Split it."
)

Read = Callable[[Source], Document | None]


def read_source(source: Source, read: Read) -> Document:
    """
    Return the document that `read` makes of a source; failed, with the reason, where there is none.

    A file that cannot be read as what its name says, and whose content is certainly of another type, is read as that
    and says so. An empty text from a file that is not empty is never `ok`, unless the file holds others.
    """
    document = _honest(read(source), source)
    if document.status is ReadStatus.FAILED:
        document = _by_content(source, read) or document
    return _bounded(replace(document, name=source.name))


def _by_content(source: Source, read: Read) -> Document | None:
    found = true_type(source.data)
    if found is None or source.suffix in found.family:
        return None
    document = read(replace(source, name=source.name + found.suffix))
    return None if document is None else _renamed(_honest(document, source), source, found)


def _renamed(document: Document, source: Source, found: TrueType) -> Document:
    named = f"Its name ends in {source.suffix}" if source.suffix else "Its name has no suffix"
    told = f"{named}, but it is {found.called}"
    if document.status is ReadStatus.FAILED:
        return replace(document, reason=f"{told}. {document.reason}")
    return replace(
        document, reason=f"{told} and was read as one. Give it the suffix {found.suffix}. {document.reason}".strip()
    )


def _honest(document: Document | None, source: Source) -> Document:
    if document is None:
        reason = _NO_READER.format(suffix=source.suffix or "no suffix")
        return Document(name=source.name, status=ReadStatus.FAILED, reason=reason)
    if document.status is not ReadStatus.FAILED and not document.text.strip() and not document.members:
        return replace(document, status=ReadStatus.FAILED, reason=document.reason or _EMPTY)
    return document


def _bounded(document: Document) -> Document:
    text, blocks = document.text, document.blocks
    if len(blocks) > SENTENCE_LIMIT:
        document = _until(blocks[SENTENCE_LIMIT].start, document, _MORE_SENTENCES)
        text = document.text
    limit = _end_of_what_is_read(document)
    if len(text) <= limit:
        return document
    end = text.rfind("\n", limit - 10_000, limit)
    return _until(limit if end < 0 else end, document, _CUT)


def _end_of_what_is_read(document: Document) -> int:
    """
    Return where a text becomes too long. Rows of a large table that stand in no block do not count, within reason; what
    stands between blocks without a letter or digit does: blank lines, marks of lists.
    """
    longest = min(len(document.text), WHOLE_TEXT_LIMIT)
    if longest <= TEXT_LIMIT:
        return TEXT_LIMIT
    left, text, before = TEXT_LIMIT, document.text, 0
    for block in document.blocks:
        left -= block.end - (before if _holds_nothing(text[before : block.start]) else block.start - 1)
        before = block.end
        if left < 0:
            return max(TEXT_LIMIT, min(longest, block.start))
    return longest


def _holds_nothing(between: str) -> bool:
    return len(between) < _LONG_GAP and not any(map(str.isalnum, between))


def _until(end: int, document: Document, reason: str) -> Document:
    return replace(
        document,
        text=document.text[:end],
        blocks=tuple(_cut(block, end) for block in document.blocks if block.start < end),
        links=tuple(link for link in document.links if link.end <= end),
        status=ReadStatus.PARTIAL,
        reason=f"{document.reason} {reason}".strip(),
    )


def first_sentences(document: Document, sentences: Sequence[Sentence]) -> tuple[Document, tuple[Sentence, ...]]:
    """Return the sentences that are looked at; a document that has more says so."""
    if len(sentences) <= SENTENCE_LIMIT:
        return document, tuple(sentences)
    reason = f"{document.reason} {_MORE_SENTENCES}".strip()
    return replace(document, status=ReadStatus.PARTIAL, reason=reason), tuple(sentences[:SENTENCE_LIMIT])


def _cut(block: Block, end: int) -> Block:
    return block if block.end <= end else replace(block, end=end)
