"""Reads meeting notes in JSON Lines: `{"date": "2025-03-12", "note": "..."}` on each line."""

from __future__ import annotations

import json

from checker import Block, Document, ReadStatus, Source, UnreadableError


def read_notes(source: Source) -> Document:
    """
    Return the notes as paragraphs, with the line of the file that each comes from.

    Lines that are no notes are left out and counted: the document is then `partial`. `UnreadableError` if there is no
    note at all.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    wrong = start = 0
    for number, line in enumerate(_decoded(source).splitlines(), start=1):
        note = _note(line)
        if note:
            blocks.append(Block(start=start, end=start + len(note), line=number))
            texts.append(note)
            start += len(note) + 1
        elif line.strip():
            wrong += 1
    if not texts:
        raise UnreadableError('It holds no notes. Each line should be like {"date": "2025-03-12", "note": "We met."}.')
    return Document(
        name=source.name,
        text="\n".join(texts),
        blocks=tuple(blocks),
        metadata={"kind": "minutes"},
        status=ReadStatus.PARTIAL if wrong else ReadStatus.OK,
        reason=f"Left out, since they are no notes: {wrong} of {len(texts) + wrong}." if wrong else "",
    )


def _decoded(source: Source) -> str:
    try:
        return source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("It is not UTF-8 text. Save it as UTF-8.") from error


def _note(line: str) -> str:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(entry, dict) or not isinstance(entry.get("note"), str):
        return ""
    words = " ".join(entry["note"].split())
    return f"{entry['date']}: {words}" if words and entry.get("date") else words
