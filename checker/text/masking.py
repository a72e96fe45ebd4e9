"""
Finds personal data in text and masks it, once, before any reporter or cache sees the text.

Known are forms that can be told apart from figures without guessing, and case numbers as packs describe them. Names are
not found, nor are addresses without words that say who lives there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from checker.text.number_forms import GAP as _GAP
from checker.text.number_forms import PersonalData, email_addresses, insurance_numbers, nhs_numbers, phone_numbers
from checker.text.people_forms import birth_dates, home_addresses

MASK = "•"
CONTACT_KINDS = frozenset({"e-mail address", "telephone number"})
"""How to reach somebody: of all kinds, what people type into their own plan may hold these alone."""

_GATE = re.compile(r"[0-9@]")
_FINDERS = (email_addresses, insurance_numbers, birth_dates, nhs_numbers, phone_numbers, home_addresses)


class Masker:
    """
    Finds and masks personal data; `forms` are further kinds by pattern, as packs give them (`LAS-######`).

    In a pattern `#` is a digit, `?` a letter, a hyphen or blank may be either or missing, and all else is itself.
    """

    def __init__(self, forms: Iterable[tuple[str, str]] = ()) -> None:
        self._forms = tuple((kind, _compiled(pattern)) for kind, pattern in forms)
        self._latest: tuple[str, tuple[PersonalData, ...]] = ("", ())

    def find(self, text: str) -> tuple[PersonalData, ...]:
        """
        Return the personal data in `text`, by place; texts without digits and without `@` cost one quick look.

        The last answer is remembered: a document is masked, and what was masked in it is counted.
        """
        if not _GATE.search(text):
            return ()
        known, found = self._latest
        if known != text:
            found = tuple(sorted({*(item for finder in _FINDERS for item in finder(text)), *self._by_pattern(text)}))
            self._latest = (text, found)
        return found

    def mask(self, text: str) -> str:
        """
        Return `text` with each character of personal data replaced by `•`; the length never changes.

        Mask whole texts rather than single sentences: the words that give a number away may stand in the sentence
        before.
        """
        return _replaced(text, self.find(text))

    def find_in_name(self, name: str) -> tuple[PersonalData, ...]:
        """Return the personal data in the name of a file or sheet, where `_` parts words and no sentence helps."""
        if not _GATE.search(name):
            return ()
        spaced = name.replace("_", " ")
        return tuple(sorted({*self.find(name), *self.find(spaced), *nhs_numbers(spaced, anywhere=True)}))

    def mask_name(self, name: str) -> str:
        """Return the name of a file or sheet, masked; its suffix stays, for it says how to read the file."""
        masked = _replaced(name, self.find_in_name(name))
        suffix = _SUFFIX.search(name)
        return masked[: suffix.start()] + suffix[0] if suffix and masked != name else masked

    def mask_private(self, text: str) -> str:
        """Return `text` with all personal data masked but how to reach somebody: for plans that people type."""
        return _replaced(text, [one for one in self.find(text) if one.kind not in CONTACT_KINDS])

    def _by_pattern(self, text: str) -> Iterator[PersonalData]:
        for kind, pattern in self._forms:
            for found in pattern.finditer(text):
                yield PersonalData(start=found.start(), end=found.end(), kind=kind)


@lru_cache(maxsize=8)
def masker_of(forms: tuple[tuple[str, str], ...]) -> Masker:
    """Return the masker for these further forms, made once."""
    return Masker(forms)


_USUAL = Masker()


def mask(text: str) -> str:
    """Return `text` masked by the forms that are always known; see `Masker.mask`."""
    return _USUAL.mask(text)


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """Return the personal data in `text` by the forms that are always known; see `Masker.find`."""
    return _USUAL.find(text)


_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_SIGNS: Mapping[str, str] = {"#": "[0-9]", "?": "[A-Za-z]", "-": f"{_GAP}?", " ": f"{_GAP}?"}


def _compiled(pattern: str) -> re.Pattern[str]:
    parts = "".join(_SIGNS.get(sign) or re.escape(sign) for sign in pattern)
    return re.compile(rf"(?i)(?<![0-9A-Za-z]){parts}(?![0-9A-Za-z])")


def _replaced(text: str, found: Iterable[PersonalData]) -> str:
    pieces: list[str] = []
    done = 0
    for item in found:
        start = max(item.start, done)
        pieces += [text[done:start], MASK * max(0, item.end - start)]
        done = max(done, item.end)
    return "".join((*pieces, text[done:])) if pieces else text
