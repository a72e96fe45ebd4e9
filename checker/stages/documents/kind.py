"""What kind of document it is, and how that is known. Part of the stage `documents`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.domain.document import DocumentKind
from checker.domain.framework import Framework
from checker.stages.documents.titles import fold
from checker.stages.documents.voice import Judgement, Speaker
from checker.text.quoting import quoted
from checker.values import dataclass

_SELF_ASSESSMENT = re.compile(
    r"(?<!for )(?<!for your )(?<!for our )(?<!for the )\bself (?:assessment|evaluation)\b"
    r"(?! (?:form|questionnaire|tool|guidance|template|survey|policy))"
)
# Nouns that say what a document is. In a title the last one before a preposition counts: a "complaints policy" is a
# policy, a "survey of partners on the strategy" a survey.
_NOUNS = {
    DocumentKind.MINUTES: r"minutes|meeting notes|notes of (?:the |a )?(?:\w+ ){0,3}meeting|action log",
    DocumentKind.INSPECTION_REPORT: (
        r"inspection report|assessment report|inspectors? report|published report|peer review report"
    ),
    DocumentKind.AGREEMENT: (
        r"agreements?|memorandum|memoranda|mou|mous|section 75|s75|contracts?|compact|protocols?|concordat|deed"
    ),
    DocumentKind.STRATEGY_OR_POLICY: (
        r"strateg(?:y|ies)|polic(?:y|ies)|plans?|framework|procedures?|guidance|market position statement|"
        r"terms of reference|roadmap|"
        r"needs assessment|jsna"
    ),
    DocumentKind.FEEDBACK: (
        r"surveys?|feedback|complaints?|compliments?|testimonials?|letters?|consultation|what (?:people|carers|"
        r"partners) (?:say|said|told us)|"
        r"case stud(?:y|ies)|stories"
    ),
    DocumentKind.DATA: (
        r"data(?! sharing| protection)|dashboards?|scorecards?|metrics|kpis?|statistics|dataset|"
        r"performance (?:report|figures|information)|"
        r"information return|ascof"
    ),
    DocumentKind.OTHER: (
        r"annual report|briefings?|bulletins?|newsletters?|presentation|dip sample|"
        r"(?:audits?|evaluation)(?: report)?|"
        r"(?:monitoring|quarterly|monthly|progress|update|highlight|financial|finance|budget|equipment|adaptations|"
        r"contract|quality|case|scrutiny|cabinet|committee) reports?"
    ),
}
_NOUN = re.compile(
    r"\b(?:" + "|".join(f"(?P<k{number}>{words})" for number, words in enumerate(_NOUNS.values())) + r")\b"
)
_PREPOSITION = re.compile(r"\b(?:of|for|from|on|with|about|between|in|to|by)\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[a-zA-Z])(?=\d)")
_RESOLVED = re.compile(
    r"\b(?:resolved|it was agreed|members noted|the (?:board|chair|committee|group|forum) (?:noted|agreed|asked|"
    r"thanked|heard|approved|received)|"
    r"apologies|matters arising|minutes of the (?:last|previous)|any other business|in attendance|actions?:)"
)
"""In lower case: text is put so before, which is far faster than a search whatever the case."""
_OF_A_MEETING = re.compile(
    r"\b(?:apologies|matters arising|minutes (?:of|were)|any other business|in attendance|actions?:|"
    r"date of next meeting|declarations? of interest)"
)
_FEWEST_MARKS = 2
"""So many different marks that only a record of a meeting has make a text one, whoever seems to speak."""
_FEWEST_RESOLUTIONS = 3
_OF_METADATA = {"inspection": DocumentKind.INSPECTION_REPORT, "inspector": DocumentKind.INSPECTION_REPORT}
_OF_SPEAKER = {Speaker.COUNCIL: DocumentKind.SELF_ASSESSMENT, Speaker.ASSESSOR: DocumentKind.INSPECTION_REPORT}


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """A kind of document and the reason in plain words."""

    kind: DocumentKind
    reason: str


def kind_stated(name: str, title: str, stated: Iterable[tuple[str, str]], framework: Framework) -> Kind | None:
    """
    Return the kind that the document states: in its metadata (`stated`: key and value), file name, title or
    folder.
    """
    for key, value in stated:
        kind = _of_words(value) or _OF_METADATA.get(fold(value)) or _of_id(value)
        if kind:
            return Kind(kind=kind, reason=f"its {key.replace('_', ' ')} is {quoted(value)}")
    *folders, last = name.replace("!", "/").split("/")
    for words, where in ((last.rsplit(".", 1)[0], "file name"), (title, "title")):
        kind = _of_title(words, framework) if where == "title" else _of_words(_CAMEL.sub(" ", words))
        if kind:
            return Kind(kind=kind, reason=f"its {where} is {quoted(words)}")
    folder = next(
        (folder for folder in reversed(folders) if any(map(str.isalpha, folder))), ""
    )  # past "2024", not past "evidence"
    kind = _of_folder(folder)
    return Kind(kind=kind, reason=f"it is in the folder {quoted(folder)}") if kind else None


def kind_of_text(text: str, score: int | None, judgement: Judgement) -> Kind:
    """Return the kind as the text itself shows it; `other` where it does not."""
    lower = text.lower()
    resolutions = sum(1 for _ in _RESOLVED.finditer(lower))
    marks = set(_OF_A_MEETING.findall(lower))
    if len(marks) >= _FEWEST_MARKS:
        named = ", ".join(quoted(mark) for mark in sorted(marks))
        return Kind(kind=DocumentKind.MINUTES, reason=f"it has what records of meetings have ({named})")
    if resolutions >= _FEWEST_RESOLUTIONS and judgement.speaker is not Speaker.ASSESSOR:
        return Kind(
            kind=DocumentKind.MINUTES, reason=f"it records what a meeting heard and agreed ({resolutions} times)"
        )
    if score is not None and judgement.speaker is not Speaker.COUNCIL:
        return Kind(kind=DocumentKind.INSPECTION_REPORT, reason="it prints a score as published reports do")
    if judgement.speaker.is_outside:
        return Kind(kind=DocumentKind.FEEDBACK, reason=judgement.reason)
    return Kind(kind=_OF_SPEAKER.get(judgement.speaker, DocumentKind.OTHER), reason=judgement.reason)


def _of_id(value: str) -> DocumentKind | None:
    words = fold(value)
    return next((kind for kind in DocumentKind if fold(kind.value.replace("-", " ")) == words), None)


def _of_title(title: str, framework: Framework) -> DocumentKind | None:
    kind = _of_words(title)
    if kind:
        return kind
    printed = {fold(line) for line in framework.standard_text}
    parts = {fold(part) for part in re.split(r"\s[-–—]\s|[:|–—]", title)}
    return DocumentKind.INSPECTION_REPORT if parts & printed else None


def _of_words(words: str) -> DocumentKind | None:
    folded = fold(words)
    if _SELF_ASSESSMENT.search(folded):
        return DocumentKind.SELF_ASSESSMENT
    first = _PREPOSITION.search(folded)
    nouns = list(_NOUN.finditer(folded, 0, first.start())) if first else []
    nouns = nouns[-1:] or list(_NOUN.finditer(folded))[:: -1 if not first else 1][:1]
    return _kind_of(nouns[0]) if nouns else None


def _of_folder(folder: str) -> DocumentKind | None:
    """Return the kind that a folder's name ends with; a folder named for anything else says nothing of its files."""
    folded = fold(_CAMEL.sub(" ", folder))
    if folded.endswith(("self assessment", "self evaluation")):
        return DocumentKind.SELF_ASSESSMENT
    return next((_kind_of(noun) for noun in _NOUN.finditer(folded) if noun.end() == len(folded)), None)


def _kind_of(noun: re.Match[str]) -> DocumentKind:
    return list(_NOUNS)[int(str(noun.lastgroup)[1:])]
