"""Folds a text for matching, and maps every place in it back to the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from unicodedata import normalize

from checker.text.late_patterns import late_pattern
from checker.values import dataclass

_TO_ASCII = (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\u2013", "-"), ("\u2014", "-"),
             ("\u00a0", " "), ("\u2011", "-"), ("\u2022", "*"), ("\u00a3", "#"), ("\u2026", "."))  # fmt: skip
_ASCII_TABLE = {code: 32 for code in range(128) if not chr(code).isalnum()}
# Things that change the length: runs of white space, soft hyphens and zero-width marks, ligatures, a letter and its
# accent, "&" (which is "and"), the apostrophe of "carers' forum" (which leaves no gap between the words).
_GROWN = "\u00ad\u200b-\u200d\ufeff\ufb00-\ufb04\u0130"
_BLANKS = r"\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_OTHERS = rf"(?<=&)\s?|(?<=['\u2019])(?=\s)|(?<=[{_GROWN}])"
# Beginning with one of a few characters makes the search fast; without the plain blank among them it is five times as
# fast again, which does for texts without two blanks in a row: one blank before what is found belongs to it.
_ANY_RUN = rf"[ {_BLANKS}&'\u2019{_GROWN}](?:(?<=\s)(?:\s+(?:&\s?)?|&\s?)|(?<!\s)(?:{_OTHERS}))"
_RUN = late_pattern(_ANY_RUN)
_RUN_OF_SINGLE_BLANKS = re.compile(rf"[{_BLANKS}&'\u2019{_GROWN}](?:(?<=\s)\s*(?:&\s?)?|{_OTHERS})")
_TAKES_A_BLANK = re.compile(r"[\s&]")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_RUN_WITH_ACCENTS = late_pattern(rf"[^\W\d_][\u0300-\u036f]+|{_ANY_RUN}")
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\u0130": "i"}


@dataclass(frozen=True, slots=True)
class Folded:
    """
    A text folded for matching: lower case, every character that is no letter or digit a blank, one blank between words.

    `text` begins and ends with a blank. `place` maps a position in it to the original. From each of `breaks` on, places
    lie `shifts` apart; `origins` are the breaks in the original.
    """

    text: str
    breaks: tuple[int, ...]
    shifts: tuple[int, ...]
    origins: tuple[int, ...]

    def place(self, position: int) -> int:
        """Return the position in the original text; inside something that grew ("\ufb00" is "ff") never beyond it."""
        if not self.breaks:
            return position - 1
        following = bisect_right(self.breaks, position)
        there = position - 1 + self.shifts[following - 1]
        if following == len(self.breaks):
            return there
        return min(there, self.breaks[following] - 2 + self.shifts[following])

    def shift(self, start: int, stop: int) -> int | None:
        """Return how far all places from `start` to `stop` lie from the original; `None` if not equally far."""
        if not self.breaks:
            return -1
        following = bisect_right(self.breaks, start)
        if following < len(self.breaks) and self.breaks[following] < stop:
            return None
        shift = self.shifts[following - 1] - 1
        # What grew stands at the end of its stretch, and its last places are nearer than the others.
        return shift if self.place(stop - 1) == stop - 1 + shift else None

    def folded(self, position: int) -> int:
        """Return the position here of a position in the original text (the reverse of `place`)."""
        if not self.breaks:
            return position + 1
        following = bisect_right(self.origins, position)
        there = position + 1 - self.shifts[following - 1]
        return there if following == len(self.breaks) else min(there, self.breaks[following])


def fold(text: str) -> Folded:
    """Fold a text for matching. Length is kept wherever possible, so that most texts need no map."""
    breaks: list[int] = []
    shifts: list[int] = []
    if not text.isascii() and _COMBINING.search(text):
        run = _RUN_WITH_ACCENTS
    else:
        run = _RUN if "  " in text else _RUN_OF_SINGLE_BLANKS
    text = _squeeze(text, run, breaks, shifts)
    for old, new in _TO_ASCII:
        text = text.replace(old, new)
    text = text.lower()
    text = text.translate(_ASCII_TABLE) if text.isascii() else _only_words(text)
    origins = (start - 1 + shift for start, shift in zip(breaks, shifts, strict=True))
    return Folded(f" {text} ", tuple(breaks), tuple(shifts), tuple(origins))


def _only_words(text: str) -> str:
    """Return a text with a blank for every character that is no letter or digit."""
    for mark in set(text):  # of which there are few: a pattern would look at each character of the text
        if not mark.isalnum():
            text = text.replace(mark, " ")
    return text


def _squeeze(text: str, run: re.Pattern[str], breaks: list[int], shifts: list[int]) -> str:
    pieces: list[str] = []
    done = length = 0
    for match in run.finditer(text):
        start, end = match.span()
        if start > done and text[start - 1] == " " and _TAKES_A_BLANK.match(text, start):
            start -= 1
        found = text[start:end]
        new = _squeezed(found)
        if len(new) == len(found) and found.isspace():
            continue  # what is there will become the same blanks without help
        if not breaks:
            breaks.append(0)
            shifts.append(0)
        pieces += (text[done:start], new)
        length += start - done + len(new)
        done = end
        breaks.append(length + 1)  # one more: the folded text begins with a blank
        shifts.append(done - length)
    if not pieces:
        return text
    pieces.append(text[done:])
    return "".join(pieces)


def _squeezed(found: str) -> str:
    if found.isspace():
        # A blank line ends a block, and no phrase runs over it: two blanks never match inside a phrase.
        return "  " if found.count("\n") > 1 or "\r\r" in found else " "
    if "&" in found:
        return " and "
    if found in _LIGATURES:
        return _LIGATURES[found]
    letter = normalize("NFC", found)[0] if found[0].isalpha() else ""
    return _LIGATURES.get(letter, letter)
