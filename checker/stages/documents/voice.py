"""
Who speaks in a text: the council, an assessor, or somebody else who writes to or about the council.

Part of the stage `documents`. It weighs the first person ("our strategy") against the words of those who visit and ask
("told us") and the third person ("the council"). The cues are ordinary English about speaking, not the words of one
regulator.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from checker.text.late_patterns import late_pattern
from checker.values import dataclass

_LONGEST = 200_000
_QUOTED = late_pattern(r"“[^“”]{1,600}”|(?<!\w)‘[^‘’]{2,400}(?:’\w[^‘’]{0,200})*’(?!\w)|(?<!\w)\"[^\"]{1,600}\"(?!\w)")
_QUOTES = '“‘"'


class Speaker(StrEnum):
    """Who speaks. `CARER` and the ones after it stand outside the council and say what they are."""

    COUNCIL = "council"
    ASSESSOR = "assessor"
    UNKNOWN = "unknown"
    PERSON = "person"
    CARER = "carer"
    HEALTH = "health"
    VOLUNTARY = "voluntary"
    PROVIDER = "provider"
    PARTNER = "partner"

    @property
    def is_outside(self) -> bool:
        """Whether somebody other than the council or an assessor speaks."""
        return self not in (Speaker.COUNCIL, Speaker.ASSESSOR, Speaker.UNKNOWN)


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """Who speaks, and the reason in plain words."""

    speaker: Speaker
    reason: str


_WORD = re.compile(r"\w+")
_FIRST_PERSON = frozenset("we us our ours ourselves".split())
_SINGULAR = frozenset("I My my me".split())
# These, `_ASKED` and `_VISITED` are looked for in text in lower case: far faster than whatever the case.
# With the first letters in front, not every word of the text is tried.
_THIRD_PERSON = re.compile(
    r"[tc](?:(?<!\wt)he (?:local authority|council|authority|la)|(?<!\wc)ouncil (?:staff|colleagues|officers))\b"
)
_PAST = frozenset("was were had did said felt told described".split())
_PRESENT = frozenset("is are has have do does will say says feel feels".split())
_FEWEST_PAST = 4
_FEWEST_PRESENT = 8
"""Assessors tell what they found, in the past tense; a council that calls itself "the council" tells what is so."""
_PRESENT_FOR_EACH_ASKED = 10
_PRESENT_FOR_EACH_PAST = 1.5
_WORDS_FOR_EACH_FIRST_PERSON = 120
"""A text that speaks in the first person does so at least once in so many words; less may be a stray quotation."""

_ASKED = late_pattern(
    r"\b(?:told|informed|showed|shown|assured|gave|given|said to|described to|explained to|shared with|reported to|"
    r"spoke to|spoken to|"
    r"shared examples with|provided) us\b"
)
_VISITED = late_pattern(
    r"\bwe (?:also |then |both |often |consistently )?(?:heard|saw|found|spoke|met with|observed|sampled|"
    r"case[- ]tracked|interviewed|could see|"
    r"looked at|reviewed|asked|read|noted|received (?:\w+ )?(?:views|feedback|examples|reports|accounts)|"
    r"were (?:told|shown|given|informed|assured|aware))\b"
    r"|\bour (?:assessment(?: team)?|inspectors?|inspection|findings|visit|fieldwork|on-?site|case tracking)\b"
)
_OF_THE_COUNCIL = late_pattern(
    r"\bas (?:a |the )?(?:council|local authority)\b|\b(?:across|as) our council\b|\bwe (?:commission|fund|"
    r"are a (?:\w+ ){0,2}(?:council|authority))\b"
    r"|\bour (?:\w+ )?(?:adult social care|social care|social work\w*|director\w*|cabinet|councillors|"
    r"elected members|lead member|commission\w+|"
    r"strateg\w+|borough|county|city|district|residents|communit\w+|local authority|council|care act|front door|"
    r"statutory|"
    r"occupational therap\w+|safeguarding|market|providers|directorate|corporate|scrutiny|brokerage|reablement|"
    r"practice framework)\b",
    re.IGNORECASE,
)
_SELF = (
    r"\b(?:we are|we’re|we're|i am|i’m|i'm|i work (?:for|in|at|as)|i manage|i chair|as|on behalf of|we at|here at|"
    r"writing (?:for|from|as)|i write as|we speak for|thank you for (?:asking|inviting) (?:the|us at))"
)
_UP_TO = r"(?: (?!that|who|which|working|supported|told)[\w’'-]+){0,6}? "
_CARES_FOR = (
    r"\bI (?:have |am )?(?:care for|cared for|been caring for|caring for|look after|looked after) my\b"
    r"|\bof us (?:who )?(?:look after|care for|are (?:unpaid |family )?carers)\b"
)
_KINDS = {
    Speaker.CARER: (
        r"(?:unpaid |family |full-time )?carer (?:of|for|to)|(?:unpaid|family) carer",
        r"\b(?:my|our|your) (?:mums?|mothers?|dads?|fathers?|husbands?|wife|wives|partner|sons?|daughters?|"
        r"brothers?|sisters?|nan|parents|relatives?|loved ones?)\b"
        r"|\bthose of us who\b|\bthe (?:person|people) (?:we|I) (?:care for|look after)\b",
    ),
    Speaker.HEALTH: (
        r"(?:trust|hospitals?|integrated care board|icb|gp|gps|general practi\w+|surgery|primary care network|"
        r"nhs \w+|health board|(?:community|chief|district|lead|practice) nurs\w+|matron|medical director|"
        r"ward manager|consultant psychiatrist)",
        r"\b(?:our|my) (?:\w+ )?(?:trust|hospitals?|wards?|patients|clinicians|clinical|nurses|nursing|consultants|"
        r"surgery|practices|icb|emergency department|"
        r"discharge hub|community teams)\b",
    ),
    Speaker.VOLUNTARY: (
        r"(?:charit\w+|voluntary|community (?:group|organisation|interest company)|cic|hospice|social enterprise|"
        r"carers’? (?:centre|network)|"
        r"advocacy|infrastructure (?:body|organisation)|user-led|food bank|faith group|healthwatch|grassroots)",
        r"\b(?:our|my) (?:\w+ )?(?:charity|trustees|volunteers|helpline|food bank|drop-ins?|grants?|small charity|"
        r"beneficiaries|peer support|member organisations|"
        r"members|befrienders)\b",
    ),
    Speaker.PROVIDER: (
        r"(?:(?:care|home care|homecare|domiciliary|residential|nursing|supported living|independent|"
        r"extra care) (?:provider|home|homes|agency|company)|"
        r"provider|registered manager|care association|providers)",
        r"\b(?:our|my) (?:\w+ )?(?:care workers|carers|care homes?|homes?|rounds|packages|care staff|"
        r"registered managers?|fees?|contracts?|care packages|residents)\b"
        r"|\b(?:run|running|runs|provide|providing) (?:\d+ |our )?(?:care homes|homes|home care|supported living)\b",
    ),
    Speaker.PARTNER: (
        r"(?:police|fire|constabulary|housing association|registered (?:social )?landlord|housing provider|"
        r"district council|borough council|university|"
        r"probation|ambulance|college)",
        r"\b(?:our|my) (?:\w+ )?(?:tenants|tenancies|housing officers|officers|force|constabulary|crews|firefighters|"
        r"properties|landlord|students|schemes)\b",
    ),
}
_SELF_NAMED = {
    speaker: late_pattern(
        rf"{_SELF}{_UP_TO}{named}\b" + (f"|{_CARES_FOR}" if speaker is Speaker.CARER else ""), re.IGNORECASE
    )
    for speaker, (named, _) in _KINDS.items()
}
_OWN_THINGS = {
    speaker: late_pattern(own, 0 if speaker is Speaker.CARER else re.IGNORECASE) for speaker, (_, own) in _KINDS.items()
}
_ADDRESSED = late_pattern(
    r"\byour (?:\w+ )?(?:council|authority|officers?|teams?|staff|managers?|directors?|directorate|department|"
    r"service|head of|colleagues|cabinet|councillors|commission\w+|contact centre|social workers?|brokers?|brokerage|"
    r"front door|strategy|board|contracts?)\b",
    re.IGNORECASE,
)
"""A letter to a council speaks of what is the council's as yours."""
_LETTER = late_pattern(r"\s*(?:dear\b|to whom it may concern)", re.IGNORECASE)


def who_speaks(text: str) -> Judgement:
    """Return who speaks in a text. Words in quotation marks are somebody else's and do not count."""
    bare = text[:_LONGEST]
    if any(mark in bare for mark in _QUOTES):
        bare = _QUOTED.sub(" ", bare)
    low = bare.lower()
    words = Counter(_WORD.findall(low))
    plural = _number(_FIRST_PERSON, words)
    asked = _count(_ASKED, low) if words["us"] else 0
    asked += _count(_VISITED, low) if words["we"] or words["our"] else 0
    first = plural - asked + _number(_SINGULAR, Counter(_WORD.findall(bare)))
    third = _count(_THIRD_PERSON, low)
    if first >= 2 and first >= 2 * asked and first * _WORDS_FOR_EACH_FIRST_PERSON >= len(bare.split()):
        return _first_person(bare, first, third)
    past, present = _number(_PAST, words), _number(_PRESENT, words)
    if (
        third
        and asked * _PRESENT_FOR_EACH_ASKED <= present
        and present >= max(_FEWEST_PRESENT, _PRESENT_FOR_EACH_PAST * past)
    ):
        reason = f"it says of the council what is so now ({_times(present)}), and hardly what others told its author"
        return Judgement(speaker=Speaker.COUNCIL, reason=reason)
    if asked or third >= 2 or (past >= _FEWEST_PAST and past >= 2 * present):
        reason = (
            f"it speaks of the council in the third person ({_times(third)}), "
            f"says what others told its author ({_times(asked)}), "
            f"and of what was found ({_times(past)} in the past tense)"
        )
        return Judgement(speaker=Speaker.ASSESSOR, reason=reason)
    if first and first * _WORDS_FOR_EACH_FIRST_PERSON >= len(bare.split()):
        return Judgement(speaker=Speaker.COUNCIL, reason=f"it speaks in the first person ({_times(first)})")
    return Judgement(speaker=Speaker.UNKNOWN, reason="nothing in the text says who speaks")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _first_person(text: str, first: int, third: int) -> Judgement:
    """Tell the council's own first person from that of somebody who writes to or about the council."""
    own = _count(_OF_THE_COUNCIL, text)
    scores = {
        speaker: 3 * bool(_SELF_NAMED[speaker].search(text)) + min(6, _count(_OWN_THINGS[speaker], text))
        for speaker in _KINDS
    }
    best = max(scores, key=lambda speaker: scores[speaker])
    addressed = third + _count(_ADDRESSED, text) + 2 * bool(_LETTER.match(text))
    if scores[best] >= 2 and scores[best] > own and addressed >= 2:
        return Judgement(
            speaker=best, reason=f"its author writes about the council from outside (it says that it is: {best})"
        )
    if not own and addressed >= 3 and 3 * addressed >= first:
        plural = _number(_FIRST_PERSON, Counter(_WORD.findall(text.lower())))
        speaker = Speaker.PARTNER if 2 * plural >= first else Speaker.PERSON
        return Judgement(
            speaker=speaker, reason=f"it speaks in the first person of somebody else than the council ({_times(first)})"
        )
    return Judgement(
        speaker=Speaker.COUNCIL, reason=f"it speaks in the first person ({_times(first)}), as the council about itself"
    )


def _number(of: frozenset[str], words: Mapping[str, int]) -> int:
    return sum(words[word] for word in of if word in words)


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))
