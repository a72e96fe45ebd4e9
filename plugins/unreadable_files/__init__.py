"""
Says of files that no reader can read what they are, and what to do so that their words count as evidence.

A library holds photographs, recordings, shortcuts and files of older programs. Each is listed as not read, with words
for the person who looks after it; what only the suffix tells is no reason to say less.
"""

from __future__ import annotations

from checker import Source, UnreadableError, hookimpl, reads

from .kinds import WORDS


@hookimpl
@reads(*WORDS)
def checker_read_document(source: Source) -> None:
    """Raise `UnreadableError` with what to do for files that hold no text or whose format is not read."""
    words = WORDS.get(source.suffix)
    if words:
        raise UnreadableError(words)
