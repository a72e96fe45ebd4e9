"""The lines of a block of a page: cut where the page breaks lines, but not within a sentence."""

from __future__ import annotations

import re

BREAK = "\x1d"
"""Stands for a line break of the page among the words of a block."""
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'’”)\]]*$")


def lines_of(joined: str, *, whole: bool) -> list[str]:
    """Cut words at the page's line breaks, but not within a sentence; headings stay whole."""
    lines: list[str] = []
    for part in joined.split(BREAK):
        words = " ".join(part.split())
        if not (words[:1].isalnum() or any(letter.isalnum() for letter in words)):
            continue
        if lines and (whole or (words[0].islower() and not _ENDS_SENTENCE.search(lines[-1]))):
            lines[-1] += f" {words}"
        else:
            lines.append(words)
    return lines
