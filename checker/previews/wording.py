"""Phrases, weights and statuses in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.domain.framework import FactStatus
from checker.domain.pack import Weight

STATUS_WORDS: Mapping[FactStatus, str] = {
    FactStatus.CONFIRMED: "Confirmed: the regulator's own words, or the law.",
    FactStatus.PARTLY_CONFIRMED: "Partly confirmed: its main points were seen in a published source.",
    FactStatus.DERIVED: "Derived: worked out from the law or from published guidance. Not the regulator's wording.",
    FactStatus.UNCONFIRMED: "Not confirmed: a reading of sector practice. Not the regulator's wording.",
}
WEIGHT_WORDS: Mapping[Weight, str] = {
    Weight.ESSENTIAL: "essential",
    Weight.EXPECTED: "expected",
    Weight.HELPFUL: "helpful",
}
_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")
_BAR = re.compile(r"\s+\|\s+")


def phrase_words(text: str) -> str:
    """Return a phrase as an author wrote it, in words: which words, in which forms, how far apart."""
    if text.startswith("="):
        return f"“{text[1:]}”, in exactly these letters"
    return ", a few words from ".join(_segment(segment) for segment in _GAP.split(text.strip()))


def _segment(segment: str) -> str:
    """Return one run of words, or the runs that a bar with blanks sets side by side."""
    runs = [_run(run) for run in _BAR.split(segment)]
    return ", or ".join(runs) if any(" or " in run for run in runs) and len(runs) > 1 else listed(runs)


def _run(run: str) -> str:
    """Return words that follow one another; a bar without blanks is a choice of one word."""
    words = run.split()
    if len(words) == 1:
        return listed([f"“{choice}”" for choice in run.split("|")])
    return f"“{' '.join(f'({_choice(word)})' if '|' in word else word for word in words)}”"


def _choice(word: str) -> str:
    return " or ".join(word.split("|"))


def listed(texts: list[str]) -> str:
    """Return texts as a choice: `a`, `a or b`, `a, b or c`."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} or {texts[-1]}"
