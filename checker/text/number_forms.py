"""Numbers and e-mail addresses that point at one person, told apart from figures by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.text.late_patterns import late_pattern
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class PersonalData:
    """Where personal data stands (`start` to `end` in code points, end exclusive) and what it is, in plain words."""

    start: int
    end: int
    kind: str


GAP = "[ \u00a0\u2007\u2009\u202f\u2010-\u2013-]"  # blanks and hyphens inside one number; a line end starts another

_EMAIL = late_pattern(r"(?<![\w.%+-])\w[\w.%+'’-]{0,63}+@[\w-]++(?:\.[\w-]++)+")


def email_addresses(text: str) -> Iterator[PersonalData]:
    """Yield e-mail addresses, by their form."""
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield PersonalData(start=found.start(), end=found.end(), kind="e-mail address")


# Six digits and one of A to D, behind two letters that are issued. Looking for the digits first is three times as fast.
_INSURANCE = re.compile(rf"(?<![0-9])[0-9]{{2}}(?:{GAP}?[0-9]{{2}}){{2}}{GAP}?[A-Da-d]\b")
_INSURANCE_PREFIX = late_pattern(rf"(?i)\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]{GAP}?$")


def insurance_numbers(text: str) -> Iterator[PersonalData]:
    """Yield National Insurance numbers, by their form."""
    for found in _INSURANCE.finditer(text):
        reach = max(0, found.start() - 4)
        prefix = _INSURANCE_PREFIX.search(text[reach : found.start()])
        if prefix and (number := prefix[0] + found[0]) and (number.isalnum() or number.isupper()):
            # With blanks only in capitals: "as 10 20 30 a day" is ordinary English.
            yield PersonalData(start=reach + prefix.start(), end=found.end(), kind="National Insurance number")


_NHS = re.compile(rf"(?<![0-9.,£])[0-9]{{3}}(?P<gap>{GAP}?)[0-9]{{3}}(?P=gap)[0-9]{{4}}(?![0-9]|[.,][0-9])")
_NHS_LABEL = late_pattern(r"(?i)\bNHS\s*(?:number|num|no|id)\b[^0-9]{0,12}$")
_NHS_CONTEXT = late_pattern(r"(?i)\b(?:NHS|patient|hospital (?:number|no))\b")
_CONTEXT_REACH = 60


def nhs_numbers(text: str, *, anywhere: bool = False) -> Iterator[PersonalData]:
    """
    Yield NHS numbers: ten digits with a fitting check digit that are set as one or stand near words such as "patient".

    `anywhere`: the check digit alone decides, as in the name of a file, which has no sentence around it.
    """
    for found in _NHS.finditer(text):
        before = text[max(0, found.start() - _CONTEXT_REACH) : found.start()]
        if _is_nhs_number(found, before) or (anywhere and _check_digit_fits(_digits(found))):
            yield PersonalData(start=found.start(), end=found.end(), kind="NHS number")


def _is_nhs_number(found: re.Match[str], before: str) -> bool:
    # A labelled number with a slip of the pen still points at a person, so its check digit is not asked for.
    if _NHS_LABEL.search(before):
        return True
    recognisable = bool(found["gap"]) or bool(_NHS_CONTEXT.search(before))
    return recognisable and _check_digit_fits(_digits(found))


def _digits(found: re.Match[str]) -> str:
    return re.sub(r"[^0-9]", "", found[0])


def _check_digit_fits(digits: str) -> bool:
    """Modulus 11 over the first nine digits with the weights 10 to 2, as the NHS number is defined."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


_PHONE = re.compile(
    rf"(?<![0-9A-Za-z.,/£$€-])(?:(?:\+|00)44(?:{GAP}?\(0\))?|\(?0)(?P<rest>(?:\)?{GAP}?[0-9]){{9,10}})(?![0-9]|[.,][0-9])"
)
_PHONE_START = late_pattern(r"[1-357-9]")
_SHORT_PHONE = late_pattern(r"1|[58]00")  # area codes of which some numbers have a digit less


def phone_numbers(text: str) -> Iterator[PersonalData]:
    """Yield UK telephone numbers, by area code and length."""
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
