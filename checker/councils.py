"""
Names of councils: where a text has them, and which of them mean the same council.

Public: plugins use `council_names` and `council_key`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

# Forms of the names of English councils (from the public list of councils in England); nothing here belongs to one
# regulator.
_FORMS = (
    r"(?:Metropolitan Borough|Metropolitan District|Metropolitan|London Borough|Royal Borough|"
    r"City|County|Borough|District|Unitary) "
)
_PLACE = r"[A-Z][\w'’-]+(?: (?:and|upon|on|of|the|&|in|with|le) [A-Z][\w'’-]+| [A-Z][\w'’-]+){0,3}"
_NAME = re.compile(
    rf"(?:(?:Royal )?(?:London )?(?:Royal )?Borough|City|County) of {_PLACE}(?: (?:City |County |Borough )?Council)?"
    rf"|Council of (?:the )?{_PLACE}|{_PLACE}? ?(?:{_FORMS})?(?:Council|Corporation)\b"
)
_FULL_FORM = re.compile(
    rf"{_FORMS}Council$|Borough of |^(?:City|County) of .* Council$|^Council of |^City of .* Corporation$"
)
# Other bodies called councils; and words that begin a sentence before a name.
_OTHER_COUNCILS = re.compile(
    r"\b(?:Parish|Town|Arts|Medical|Research|Youth|Health|Work|Care|British|Midwifery|Refugee|Faiths?|Race|"
    r"Equality|Nursing|Privy|"
    r"Community|Voluntary|Tenants?|Students?|Social|Professions|Services?|Advisory|Joint|National|General|Safety|"
    r"Sports?) Council\b"
)
_LEADING = re.compile(
    r"^(?:(?:The|In|At|By|For|From|With|When|While|Since|As|And|But|Both|Across|Under|Within|However|Although|"
    r"Leaders|Staff|"
    r"Partners|Our|Its|This|Like|Of|To|On|About|Title|Name|Organisation|Council name|Local authority|"
    r"Authority)\b:?\s+)+"
)
_FORM_WORDS = re.compile(
    r"\b(?:metropolitan|london(?= borough)|royal|borough|city|county|district|unitary|council|corporation|of|the|"
    r"and)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 160


def council_in_titles(titles: Iterable[str]) -> str:
    """Return the council that the first of these titles with a council's name gives, or empty."""
    for title in titles:
        for found in _names(title[:_LONGEST_TITLE]):
            return found
    return ""


def council_in_text(text: str) -> str:
    """Return the council that a text itself names in full at least twice, if it names no other in full; else empty."""
    counts: Counter[str] = Counter(name for name in _names(text) if _FULL_FORM.search(name))
    keys = {council_key(name) for name in counts}
    if len(keys) != 1 or sum(counts.values()) < 2:
        return ""
    return min(counts, key=lambda name: (-counts[name], name))


def council_key(name: str) -> str:
    """
    Return what stays of a council's name without its form, to compare "Borough of X" with "X Council"; of a name that
    is nothing but form the name itself.
    """
    folded = " ".join(name.casefold().split())
    return " ".join(_FORM_WORDS.sub(" ", folded).split()) or folded


def council_names(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """
    Yield the councils that `text[start:end]` names ("X Borough Council", "Borough of X", "X Council"), and where.

    Other bodies that are called councils are left out.
    """
    stop = len(text) if end is None else end
    for begin, name in _located_names(text, start, stop):
        yield begin, begin + len(name), name


def _names(text: str) -> Iterator[str]:
    return (name for _, name in _located_names(text, 0, len(text)))


def _located_names(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    if not any(text.find(word, start, end) >= 0 for word in ("Council", "Borough of", "City of")):
        return
    for found in _NAME.finditer(text, start, end):
        words = found.group().rstrip()
        name = _LEADING.sub("", words.lstrip())
        if _has_place(name) and name[0].isupper() and not _OTHER_COUNCILS.search(name):
            yield found.start() + len(words) - len(name), name


def _has_place(name: str) -> bool:
    return bool(_FORM_WORDS.sub("", name).strip())
