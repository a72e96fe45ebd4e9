"""Phrases, parameters and statuses in plain words."""

from __future__ import annotations

import json
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
_ADDED: Mapping[str, str] = {
    "look_for": "further words to look for",
    "hints": "further words that hint at it",
    "not_when": "further words that mean something else",
}
_GAP = re.compile(r"\s*(?:\.\.\.|…)\s*")
_BAR = re.compile(r"\s+\|\s+")


def phrase_words(text: str) -> str:
    """Return a phrase as an author wrote it, in words: which words, in which forms, how far apart."""
    if text.startswith("="):
        return f"“{text[1:]}”, in exactly these letters"
    return ", a few words from ".join(_segment(segment) for segment in _GAP.split(text.strip()))


def parameter_words(expects: Mapping[str, object]) -> str:
    """Return the parameters of a rule, e.g. `at least: 2; any of: people, partners`."""
    return "; ".join(f"{key.replace('_', ' ')}: {_value(value)}" for key, value in expects.items())


def setting_words(setting: str, value: str) -> tuple[str, str]:
    """Return what an overlay changes and the new value, which it has as JSON, in words: `("words to look for", …)`."""
    new = json.loads(value)
    if setting == "off":
        return "asked at all", "no" if new else "yes"
    if setting in _ADDED:
        return _ADDED[setting], "; ".join(phrase_words(str(one)) for one in new)
    return setting.removeprefix("expects.").replace("_", " "), _value(new)


def _segment(segment: str) -> str:
    """Return one run of words, or the runs that a bar with blanks sets side by side."""
    runs = [_run(run) for run in _BAR.split(segment)]
    return ", or ".join(runs) if any(" or " in run for run in runs) and len(runs) > 1 else _listed(runs)


def _run(run: str) -> str:
    """Return words that follow one another; a bar without blanks is a choice of one word."""
    words = run.split()
    if len(words) == 1:
        return _listed([f"“{choice}”" for choice in run.split("|")])
    return f"“{' '.join(f'({_choice(word)})' if '|' in word else word for word in words)}”"


def _choice(word: str) -> str:
    return " or ".join(word.split("|"))


def _listed(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} or {texts[-1]}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_value(item)}" for key, item in value.items())
    return str(value)
