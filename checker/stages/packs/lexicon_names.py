"""Lexicons that nobody reads and that may be meant for another: no check refuses them, as a plugin may be missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.domain.pack import RuleBook
from checker.errors import Problem
from checker.suggestions import did_you_mean

REGISTER = "register"
"""The lexicon that the checker reads itself, without a plugin."""


def misspelt_lexicons(book: RuleBook, read: Iterable[str]) -> Iterator[Problem]:
    """
    Yield lexicons whose ids are like one that is read, of which `read` has those of plugins; others are for plugins
    that do not say what they read.
    """
    known = {REGISTER, *read}
    for one in book.lexicons:
        if one.id not in known and (meant := did_you_mean(one.id, known)):
            message, expected = f"no plugin reads the lexicon '{one.id}'", f"did you mean '{meant}'?"
            yield Problem(file=one.file, line=one.line, message=message, expected=expected)
