"""The noun that a reporting verb belongs to: what stands before it, past asides, attributes and what hangs on them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import Cue, SentenceCues
from .governing import hangs_on_preposition

MOST_WORDS_TO_VERB = 14
_NEAREST_SPEAKERS = ("speaker", "unnamed", "carry")
_POSSESSIVE = re.compile(r"['\u2019]s?\b|['\u2019](?=\s)")
_OF = re.compile(r"\s(?:of|from|at|for|in|across)\s(?:[^\W_]+\s){0,3}")
_DETERMINED = "".join(f"(?<!\\b{word} )" for word in ("in", "of", "for", "with", "to", "by", "from", "at", "on"))
_BARRIER = re.compile(
    rf"[;:]|\b(?:but|although|though|while|whereas|because|when|where|[Ii]f|[Ww]hether|{_DETERMINED}that|which)\b"
    r"|(?<!, )\bhowever\b"
)
_MEMBERS = frozenset({"unnamed", "carry"})
_ASKED = frozenset({"if", "whether"})
"""What is only asked or supposed nobody has said."""
_ASIDE = re.compile(
    r", (?:(?:(?:some|most|many|all|both|half|one|two|three) )?(?:of|in|to|for|with|from) )?"
    r"(?:where|who|whom|which|whose)\b[^,;:]*,\s"
)
_OFFICE = re.compile(
    r"['\u2019]s?\s(?:[\w-]+\s){0,2}(?:members|representatives?|chair|lead|manager|director|chief|trustees?|evaluation|nurse)\b"
)
"""What an organisation speaks through: "the trust's discharge lead"."""
_OF_A_TEAM = re.compile(r"\s(?:(?!our\b|the\b|their\b|its\b)[\w-]+\s){0,3}teams?\b")
_PARTICIPLE = re.compile(r"\s\w+ing\s(?:(?:the|a|an|their|our|its)\s)?")
_SECOND_VERB = re.compile(
    r"(?:,\s|\s)(?:and|but)\s(?:(?:also|had|have|has|were|was|are|would|could|\w+ly)\s){0,3}$|,\s(?=\w+ing\b)"
)
"""Right before a verb that goes on about the subject of the one before: "staff sat on the board and told us"."""
_NEW_START = re.compile(r"[;:]|,\s(?:and|but|so|while|whereas|although|though)\s(?=[\w'\u2019-]+\s)")
_FIRST_WORDS = 5
_PASSIVE = re.compile(r"(?<!\b[Ii]t )\b(?:was|were|is|are|be|been|being)\s(?:(?:not|also|\w+ly)\s)?$")
_INFINITIVE = re.compile(r"(?<!went on )(?<!continued )(?<!keen )(?<!quick )(?<!wished )(?<!wanted )\bto\s$")
_PARTICIPLE_FIRST = re.compile(r"(?!need)\w+(?:ed|en)\b|told\b|said\b|heard\b")
_ONLY_CONTENT = re.compile(
    r"(?<=\s)(?:what|once|until|unless|in which|than)\s"
    r"(?:(?!said\b|told\b|say\b|tell\b|and\b|but\b)[\w'\u2019-]+\s){0,4}$"
)
"""A clause that is told of, not told: "recorded what people wanted", "until residents felt the difference"."""
_Span = tuple[int, int]


def subject_of(cues: SentenceCues, verb: Cue) -> Cue | None:
    """Return the noun whose words a reporting verb tells; `None` where none stands before it, or only asked for."""
    if _is_no_report(cues, verb):
        return None
    if (opening := _of_second_verb(cues, verb)) is not None:
        return opening
    asides = [match.span() for match in _ASIDE.finditer(cues.text, cues.start, verb.start)]
    barrier, start = _clause(cues, verb.start, asides)
    if barrier in _ASKED:
        return None  # "too soon to say whether people feel the difference"
    before = [cue for cue in cues.of(*_NEAREST_SPEAKERS) if start <= cue.start and cue.end <= verb.start]
    if not before:
        return _relative(cues, verb, start)
    speakers = [cue for cue in before if not _within(cue.start, asides)]
    if not speakers:
        return before[0]  # "Mrs K, who cares for her husband, said"
    subject = _head(cues, speakers)
    if subject is None or _words_to(cues, subject.end, verb.start, asides) > MOST_WORDS_TO_VERB:
        return None
    return subject


def _is_no_report(cues: SentenceCues, verb: Cue) -> bool:
    """Whether somebody is only said to be able to say it ("too soon to say"), or it is done to them ("was cited")."""
    text, start = cues.text, max(cues.start, verb.start - 60)
    before = text[start : verb.start]
    if _PARTICIPLE_FIRST.match(text, verb.start, verb.end) and _PASSIVE.search(before):
        return True
    return _INFINITIVE.search(before) is not None or _ONLY_CONTENT.search(before) is not None


def _of_second_verb(cues: SentenceCues, verb: Cue) -> Cue | None:
    """
    Return the noun or else the pronoun that opens the sentence of a second verb: whatever else was named belongs to
    the first.
    """
    joined = max((match.start() for match in _SECOND_VERB.finditer(cues.text, cues.start, verb.start)), default=-1)
    if joined < 0 or _SECOND_VERB.match(cues.text, joined, verb.start) is None:
        return None
    start = max((match.end() for match in _NEW_START.finditer(cues.text, cues.start, joined)), default=cues.start)
    for cue in cues.of("speaker") + cues.of(*_MEMBERS):
        opens = start <= cue.start and cue.end < joined and cues.words_between(start, cue.start) <= _FIRST_WORDS
        if opens and not hangs_on_preposition(cues, cue) and not _POSSESSIVE.match(cues.text, cue.end):
            return cue
    return None


def _within(place: int, spans: Sequence[_Span]) -> bool:
    return any(start <= place < end for start, end in spans)


def _words_to(cues: SentenceCues, left: int, right: int, asides: Sequence[_Span]) -> int:
    return cues.words_between(left, right) - sum(cues.words_between(*one) for one in asides if left <= one[0])


def _clause(cues: SentenceCues, place: int, asides: Sequence[_Span]) -> tuple[str, int]:
    """Return the word that opens the clause of a place, in small letters, and where the clause begins."""
    opener, start = "", cues.start
    for match in _BARRIER.finditer(cues.text, cues.start, place):
        if not _within(match.start(), asides):
            opener, start = match.group().lower(), match.end()
    return opener, start


def _relative(cues: SentenceCues, verb: Cue, start: int) -> Cue | None:
    """ "partners who told us": the noun right before the relative pronoun."""
    pronoun = cues.text[max(cues.start, start - 5) : start].strip().lower() in ("who", "which", "that")
    follows = cues.words_between(start, verb.start) == 0
    if not pronoun and not follows:
        return None
    speakers = [cue for cue in cues.of("speaker", "unnamed") if cue.end <= start]
    if not speakers or cues.words_between(speakers[-1].end, start) > 3:
        return None
    if follows and hangs_on_preposition(cues, speakers[-1]):
        return None  # "was clear about older people, but said little about others"
    return speakers[-1]


def _head(cues: SentenceCues, speakers: Sequence[Cue]) -> Cue | None:
    """Return the subject: the noun nearest to the verb that hangs on nothing; of several joined, the first."""
    office = next((cue for cue in speakers if _OFFICE.match(cues.text, cue.end)), None)
    if office is not None and office.role == "speaker" and not _is_marked(office, "assessed"):
        return office
    free = [cue for cue in speakers if not _POSSESSIVE.match(cues.text, cue.end)]
    chosen = next((cue for cue in reversed(free) if not _hangs(cues, cue, speakers)), free[0] if free else None)
    return _compound(cues, speakers, chosen) if chosen else None


def _hangs(cues: SentenceCues, noun: Cue, speakers: Sequence[Cue]) -> bool:
    """Whether a noun hangs on a preposition, or on what an earlier one does: "people leaving hospital"."""
    if hangs_on_preposition(cues, noun):
        return True
    earlier = [cue for cue in speakers if cue.end <= noun.start]
    return bool(earlier) and _PARTICIPLE.fullmatch(cues.text, earlier[-1].end, noun.start) is not None


def _compound(cues: SentenceCues, speakers: Sequence[Cue], chosen: Cue) -> Cue:
    """
    Return the organisation that somebody speaks for: "a hospice manager", "the chief executive of a charity".

    People and carers are no organisation: "the carers team", "the lead member for adults".
    """
    before = next((cue for cue in reversed(speakers) if cues.text[cue.end : chosen.start] == " "), None)
    if before is not None and before.role == "speaker" and not _is_marked(before, "individuals"):
        return before
    if _is_marked(chosen, "of_an_organisation") or chosen.role in _MEMBERS:
        for cue in cues.of("speaker"):
            behind = cue.start >= chosen.end and _OF.fullmatch(cues.text, chosen.end, cue.start) is not None
            if behind and _speaks_for(cues, cue, members=chosen.role in _MEMBERS):
                return cue
    return chosen


def _speaks_for(cues: SentenceCues, noun: Cue, *, members: bool) -> bool:
    """
    Whether a noun behind "of" is an organisation apart: not the council, nor one of its teams in a hospital.

    A panel or forum of people has members.
    """
    own = _is_marked(noun, "assessed") or (_is_marked(noun, "individuals") and not members)
    return not own and _OF_A_TEAM.match(cues.text, noun.end) is None


def _is_marked(noun: Cue, setting: str) -> bool:
    return noun.family.settings.get(setting) is True
