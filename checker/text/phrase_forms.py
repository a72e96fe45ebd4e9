"""From a phrase as an author wrote it to the literal forms that a text is searched for."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from checker.text.folding import fold
from checker.text.inflection import forms

_MOST_LITERALS = 20_000
_GAP = re.compile(r"\s*(?:\.\.\.|\u2026)\s*")

Slots = tuple[tuple[str, ...], ...]
"""A row of words that follow each other, each with its forms."""


class _Compiled(NamedTuple):
    segments: tuple[tuple[str, ...], ...]
    exact: str


def compile_phrase(text: str, *, inflect: bool = True) -> _Compiled:
    """
    Return the literal forms of each segment of a phrase.

    `ValueError` with plain words if nothing in it can ever match or it stands for too many forms.
    """
    if text.startswith("="):
        exact = text[1:].strip()
        return _Compiled((_literal_forms(exact, inflect=False),), exact)
    pieces = _GAP.split(text.strip()) if "..." in text or "\u2026" in text else [text]
    segments = tuple(_literal_forms(piece, inflect=inflect) for piece in pieces)
    return _Compiled(segments, "")


def _literal_forms(piece: str, *, inflect: bool) -> tuple[str, ...]:
    """Return the literals of one segment, all its words multiplied out."""
    literals: list[str] = []
    for slots in _few_enough(_choices(piece, inflect=inflect), piece):
        literals += (" ".join(words) for words in product(*slots))
    return tuple(dict.fromkeys(literals))


def _choices(piece: str, *, inflect: bool) -> list[Slots]:
    """Return the alternatives of one segment (a bar with blanks around it parts them), each a row of words' forms."""
    if " | " not in piece:
        return [_slots(piece, inflect=inflect)]
    return [_slots(choice, inflect=inflect) for choice in re.split(r"\s+\|\s+", piece)]


def _slots(piece: str, *, inflect: bool) -> Slots:
    slots = tuple([slot for written in piece.split() if (slot := _slot(written, inflect))])
    if not slots:
        msg = f"the phrase {piece!r} has no letters or digits"
        raise ValueError(msg)
    return slots


@lru_cache(maxsize=20_000)
def _slot(written: str, inflect: bool) -> tuple[str, ...]:
    """Return the forms of one word, or of words with a bar between; most phrases share theirs with others."""
    slot: list[str] = []
    for choice in written.split("|"):
        words = [choice.lower()] if choice.isalnum() and choice.isascii() else fold(choice).text.split()
        if words:
            last = forms(words[-1]) if inflect else (words[-1],)
            slot += [" ".join((*words[:-1], form)) for form in last] if len(words) > 1 else last
    return tuple(dict.fromkeys(slot))


def segments_of(text: str, *, inflect: bool) -> list[list[Slots]]:
    """
    Return the segments of a phrase (what stands between `...`), each as its alternatives, each a row of words.

    `ValueError` as `compile_phrase`.
    """
    if text.startswith("="):
        return [_choices(text[1:], inflect=False)]
    pieces = _GAP.split(text.strip()) if "..." in text or "\u2026" in text else [text]
    return [_few_enough(_choices(piece, inflect=inflect), piece) for piece in pieces]


def _few_enough(rows: list[Slots], piece: str) -> list[Slots]:
    for slots in rows:
        number = prod(len(slot) for slot in slots)
        if number > _MOST_LITERALS:
            raise ValueError(_too_many(piece, number))
    return rows


def _too_many(piece: str, number: int) -> str:
    return f"the phrase {piece!r} stands for {number} forms, more than {_MOST_LITERALS}"
