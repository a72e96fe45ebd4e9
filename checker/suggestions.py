"""Suggestions for words that are not known: the nearest known one, or the list of them."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_LISTED = 15


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the known word that was probably meant, or an empty text."""
    from difflib import get_close_matches

    folded = {_fold(name): name for name in sorted(known, reverse=True)}
    near = get_close_matches(_fold(word), sorted(folded), n=1, cutoff=0.7)
    return folded[near[0]] if near else ""


def suggest(word: str, known: Iterable[str], *, listed: str = "known") -> str:
    """Return what a message says of an unknown word: `did you mean 'x'?`, or which words are known."""
    names = sorted(set(known))
    if meant := did_you_mean(word, names):
        return f"did you mean '{meant}'?"
    more = f", … ({len(names)} in all)" if len(names) > _MOST_LISTED else ""
    return f"{listed}: {', '.join(names[:_MOST_LISTED]) or 'none'}{more}"


def _fold(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")
