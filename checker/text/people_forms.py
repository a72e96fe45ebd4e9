"""What describes a person rather than numbering one: dates of birth, and where somebody lives."""

from __future__ import annotations

from collections.abc import Iterator

from checker.text.late_patterns import late_pattern
from checker.text.number_forms import PersonalData

_TITLED = r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.?(?: [A-Z][\w'’-]{0,30}+){1,3}"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\.?"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_BIRTH = late_pattern(
    r"(?i)\b(?:born|d\.?o\.?b\b\.?|date\ of\ birth|birth\ ?date)"
    r"(?!\s+(?:before|after|since|between|from)\b)[^0-9]{0,40}?"
    rf"\b(?P<date>[0-9]{{1,2}}[/.\- ][0-9]{{1,2}}[/.\- ](?:[0-9]{{4}}|[0-9]{{2}})"
    r"|[0-9]{4}[/-][0-9]{1,2}[/-][0-9]{1,2}"
    rf"|{_DAY}(?:\ of)?[\ -]{_MONTH},?[\ -][0-9]{{2,4}}"
    rf"|{_MONTH}\ {_DAY},?\ [0-9]{{4}})(?![0-9])"
)

# Only years in which an adult of today can be born: "Mr Hall (3 April 2025)" tells of a letter or a visit.
_AFTER_NAME = late_pattern(
    rf"{_TITLED},? ?[(\[]?(?:b\.? ?|aged? [0-9]{{1,3}},? )?"
    r"(?P<date>(?:[0-9]{1,2}[/.\- ][0-9]{1,2}[/.\- ]"
    rf"|(?i:{_DAY}(?:\ of)?[\ -]{_MONTH},?[\ -]))(?:19[0-9]{{2}}|200[0-9]))(?![0-9])"
)


# Looking for a plain word first is ten times as fast as trying a pattern at every place of a text that has none.
_BIRTH_WORDS = ("born", "dob", "d.ob", "do.b", "d.o.b", "birth")
_TITLES = ("Mr", "Ms", "Miss", "Mx")
_LIVING_WORDS = ("lives at", "living at", "resides at", "residing at", "stays at", "staying at", "home address")


def birth_dates(text: str) -> Iterator[PersonalData]:
    """Yield dates of birth: a full date soon after words such as "born", or right behind a person's titled name."""
    born = _BIRTH.finditer(text) if _has_one_of(_BIRTH_WORDS, text.lower()) else ()
    behind_name = _AFTER_NAME.finditer(text) if _has_one_of(_TITLES, text) else ()
    for found in (*born, *behind_name):
        yield PersonalData(start=found.start("date"), end=found.end("date"), kind="date of birth")


_STREET = (
    r"[0-9]{1,4}[A-Za-z]?,? (?:[A-Z][\w'’-]{1,20}+ ){1,3}"
    r"(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Drive|Court|Crescent|Gardens|Grove|Hill|Mews|Park|Place|Row|Square"
    r"|Terrace|View|Walk|Way)\b"
)
_POSTCODE = r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b"
_REST = rf"(?:,? (?:[A-Z][\w'’-]{{1,20}}+,? ){{0,3}}{_POSTCODE})?"
_LIVES = late_pattern(
    r"(?:\b(?i:lives|living|resides|residing|stays|staying) at|\b(?i:home address)(?: is|:)?|"
    rf"{_TITLED},?(?: (?i:of|at))?) (?P<address>{_STREET}{_REST})"
)


def home_addresses(text: str) -> Iterator[PersonalData]:
    """
    Yield house number, street and what follows up to the postcode, where the words before say that somebody lives
    there: "lives at", "home address", or a person's titled name. Offices and services have none of these.
    """
    if not _has_one_of(_LIVING_WORDS, text.lower()) and not _has_one_of(_TITLES, text):
        return
    for found in _LIVES.finditer(text):
        yield PersonalData(start=found.start("address"), end=found.end("address"), kind="home address")


def _has_one_of(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)
