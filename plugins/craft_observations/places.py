"""Which places a figure is told of: "in Eskham", "at Priory Court", in its clause or in a heading above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# "from" and "for" are left out: they mostly stand before who says or hears something ("data from", "a paper for").
_BEFORE = r"(?:[Ii]n|[Aa]t|[Aa]cross|[Ww]ithin|[Aa]round|[Oo]utside)\s(?:the\s)?"
_NAME = r"(?P<name>[A-Z][a-z]+(?:(?:-[a-z]{2,5})?[\s-][A-Z][a-z]+){0,3})"
_NAMED = re.compile(rf"\b{_BEFORE}{_NAME}")
_WHOLE = re.compile(rf"[\d.\s]*{_BEFORE}{_NAME}(?:[\s,:–-]*\d[\d\s/–-]*)?\s*")
"""A heading that is nothing but where, and perhaps when: "3. In Eskham", "In Eskham, 2024/25"."""
_PLAIN = re.compile(r"(?!(?:from|with|into|over|this|that|than|their|them|between|about)\b)\b[a-z]{4,}")
"""A word that a heading with capitals throughout ("Trends in Complaints") would begin with one."""

# A name with one of these words is of a day, a law, a body or a piece of work.
_NO_PLACE = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|summer|autumn|winter|"
    r"christmas|easter|whitsun|lent|advent|ramadan|eid|diwali|hanukkah|passover|vaisakhi|boxing|holidays?|"
    r"quarter|year|section|act|act's|adults?|social|care|health|carers?|people|children|safeguarding|quality|"
    r"board|council|cabinet|committee|panel|team|service|services|partners|partnership|programme|plan|fund|"
    r"strategy|survey|report|annual|deprivation|liberty|mental|capacity|department|government|nhs|"
    r"healthwatch|ofsted|mencap|parliament|ombudsman|commission|commissioners?|association|authority|members|trust|"
    r"table|figure|appendix|chapter|theme|stage|phase|this|our|the|total|all)\b",
    re.IGNORECASE,
)
# A name of such words alone is of what is done, or how, not where: "At Home", "In Brief", "in Supported Living".
_ORDINARY = frozenset(
    "addition advice advocacy assessment assessments brief briefing citizens commissioning community complaints "
    "conclusion conversation crisis data detail direct discharge door early employment equipment extra finance focus "
    "front full general help home homecare homes hospital hospitals housing intake intermediate leadership learning "
    "life lives living long mind numbers nursing occupational outcomes part particular partnership payments "
    "performance person personal practice prevention progress reablement rehabilitation residential respite review "
    "reviews risk satisfaction shared short skills step step-down step-up summary support supported telecare term "
    "therapy time touch transition trends work workforce".split()
)
_BETWEEN = "|"


def places_of(told: str, above: Iterable[str] = ()) -> str:
    """
    Return the places that a text and what stands `above` it name, in small letters, sorted, with bars between; empty if
    they name none. Of a heading with capitals throughout only one that is nothing but a place counts ("In Eskham").
    """
    names = {*_named(told), *(name for heading in above for name in _of_heading(heading))}
    return _BETWEEN.join(sorted(name.lower() for name in names if _may_be_place(name)))


def _named(text: str) -> Iterator[str]:
    return (found["name"] for found in _NAMED.finditer(text))


def _of_heading(heading: str) -> Iterator[str]:
    whole = _WHOLE.fullmatch(heading)
    if whole:
        yield whole["name"]
    elif _PLAIN.search(heading):
        yield from _named(heading)


def _may_be_place(name: str) -> bool:
    return not _NO_PLACE.search(name) and not _ORDINARY.issuperset(name.lower().split())
