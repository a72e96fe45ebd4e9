"""Which places a figure is told of: "in Eskham", "at Priory Court", in its clause or in a heading above it."""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]or|[Aa]cross|[Ww]ithin|[Aa]round|[Ff]rom|[Oo]utside)\s(?:the\s)?"
    r"(?P<name>[A-Z][a-z]+(?:[\s-][A-Z][a-z]+){0,3})"
)
# A name with one of these words is of a day, a law, a body or a piece of work.
_NO_PLACE = re.compile(
    r"\b(?:jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept\w*|oct\w*|nov\w*|dec\w*|spring|summer|autumn|winter|"
    r"quarter|year|section|act|act's|adults?|social|care|health|carers?|people|children|safeguarding|quality|"
    r"board|council|cabinet|committee|panel|team|service|services|partners|partnership|programme|plan|fund|"
    r"strategy|survey|report|annual|deprivation|liberty|mental|capacity|department|government|nhs|"
    r"table|figure|appendix|this|our|the|total|all)\b",
    re.IGNORECASE,
)
_BETWEEN = "|"


def places_of(*texts: str) -> str:
    """Return the places that texts name, in small letters, sorted, with bars between; empty if they name none."""
    names = {found["name"] for text in texts for found in _NAMED.finditer(text)}
    return _BETWEEN.join(sorted(name.lower() for name in names if not _NO_PLACE.search(name)))
