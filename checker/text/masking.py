"""
Finds personal data in text and masks it, once, before any reporter or cache sees the text.

Only forms that can be told apart from figures without guessing are known here: NHS and National Insurance numbers,
e-mail addresses, UK telephone numbers and dates of birth. Names and postal addresses are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "•"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class PersonalData:
    """Where personal data stands (`start` to `end` in code points, end exclusive) and what it is, in plain words."""

    start: int
    end: int
    kind: str


def mask(text: str) -> str:
    """
    Return `text` with each character of personal data replaced by `•`; the length never changes.

    Mask whole texts rather than single sentences: the words that give a number away may stand in the sentence before.
    """
    found = find_personal_data(text)
    if not found:
        return text
    pieces: list[str] = []
    done = 0
    for item in found:
        start = max(item.start, done)
        pieces += [text[done:start], MASK * max(0, item.end - start)]
        done = max(done, item.end)
    return "".join((*pieces, text[done:]))


def find_personal_data(text: str) -> tuple[PersonalData, ...]:
    """Return the personal data in `text`, by place; texts without digits and without `@` cost one quick look."""
    if not _GATE.search(text):
        return ()
    finders = (_email_addresses, _insurance_numbers, _birth_dates, _nhs_numbers, _phone_numbers)
    return tuple(sorted(item for finder in finders for item in finder(text)))


_GATE = re.compile(r"[0-9@]")
_GAP = "[ \u00a0\u2007\u2009\u202f\u2010-\u2013-]"  # blanks and hyphens inside one number; a line end starts another

_EMAIL = re.compile(r"(?<![\w.%+-])\w[\w.%+'’-]{0,63}+@[\w-]++(?:\.[\w-]++)+")


def _email_addresses(text: str) -> Iterator[PersonalData]:
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield PersonalData(start=found.start(), end=found.end(), kind="e-mail address")


# Six digits and one of A to D, behind two letters that are issued. Looking for the digits first is three times as fast.
_INSURANCE = re.compile(rf"(?<![0-9])[0-9]{{2}}(?:{_GAP}?[0-9]{{2}}){{2}}{_GAP}?[A-Da-d]\b")
_INSURANCE_PREFIX = re.compile(rf"(?i)\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{_GAP}?$")


def _insurance_numbers(text: str) -> Iterator[PersonalData]:
    for found in _INSURANCE.finditer(text):
        reach = max(0, found.start() - 4)
        prefix = _INSURANCE_PREFIX.search(text[reach : found.start()])
        if prefix and (number := prefix[0] + found[0]) and (number.isalnum() or number.isupper()):
            # With blanks only in capitals: "as 10 20 30 a day" is ordinary English.
            yield PersonalData(start=reach + prefix.start(), end=found.end(), kind="National Insurance number")


_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\.?"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_BIRTH = re.compile(
    r"(?i)\b(?:born|d\.?o\.?b\b\.?|date\ of\ birth|birth\ ?date)"
    r"(?!\s+(?:before|after|since|between|from)\b)[^0-9]{0,40}?"
    rf"\b(?P<date>[0-9]{{1,2}}[/.\- ][0-9]{{1,2}}[/.\- ](?:[0-9]{{4}}|[0-9]{{2}})"
    r"|[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}"
    rf"|{_DAY}(?:\ of)?[\ -]{_MONTH},?[\ -][0-9]{{2,4}}"
    rf"|{_MONTH}\ {_DAY},?\ [0-9]{{4}})(?![0-9])"
)


def _birth_dates(text: str) -> Iterator[PersonalData]:
    for found in _BIRTH.finditer(text):
        yield PersonalData(start=found.start("date"), end=found.end("date"), kind="date of birth")


_NHS = re.compile(rf"(?<![0-9.,£])[0-9]{{3}}(?P<gap>{_GAP}?)[0-9]{{3}}(?P=gap)[0-9]{{4}}(?![0-9]|[.,][0-9])")
_NHS_LABEL = re.compile(r"(?i)\bNHS\s*(?:number|num|no|id)\b[^0-9]{0,12}$")
_NHS_CONTEXT = re.compile(r"(?i)\b(?:NHS|patient|hospital (?:number|no))\b")
_CONTEXT_REACH = 60


def _nhs_numbers(text: str) -> Iterator[PersonalData]:
    for found in _NHS.finditer(text):
        before = text[max(0, found.start() - _CONTEXT_REACH) : found.start()]
        if _is_nhs_number(found, before):
            yield PersonalData(start=found.start(), end=found.end(), kind="NHS number")


def _is_nhs_number(found: re.Match[str], before: str) -> bool:
    # A labelled number with a slip of the pen still points at a person, so its check digit is not asked for.
    if _NHS_LABEL.search(before):
        return True
    recognisable = bool(found["gap"]) or bool(_NHS_CONTEXT.search(before))
    return recognisable and _check_digit_fits(re.sub(r"[^0-9]", "", found[0]))


def _check_digit_fits(digits: str) -> bool:
    """Modulus 11 over the first nine digits with the weights 10 to 2, as the NHS number is defined."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


_PHONE = re.compile(
    rf"(?<![0-9A-Za-z.,/£$€-])(?:(?:\+|00)44(?:{_GAP}?\(0\))?|\(?0)(?P<rest>(?:\)?{_GAP}?[0-9]){{9,10}})(?![0-9]|[.,][0-9])"
)
_PHONE_START = re.compile(r"[1-357-9]")
_SHORT_PHONE = re.compile(r"1|[58]00")  # area codes of which some numbers have a digit less


def _phone_numbers(text: str) -> Iterator[PersonalData]:
    for found in _PHONE.finditer(text):
        if _is_phone_number(found):
            yield PersonalData(start=found.start(), end=found.end(), kind="telephone number")


def _is_phone_number(found: re.Match[str]) -> bool:
    digits = re.sub(r"[^0-9]", "", found["rest"])
    groups = re.findall(r"[0-9]+", found[0].replace("(0)", ""))
    # Rows of small figures ("0 1 2 3 …", "01-02-2026 03") start with a short group; area codes have three digits.
    whole_groups = found[0].startswith(("+", "00")) or len(groups[0]) >= 3
    long_enough = len(digits) == 10 or _SHORT_PHONE.match(digits) is not None
    return whole_groups and long_enough and min(map(len, groups)) >= 2 and bool(_PHONE_START.match(digits))
