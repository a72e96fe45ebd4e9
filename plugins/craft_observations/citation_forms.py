"""
The forms of citations: `[E12]`, `(Evidence 3.4)`, `Appendix 2`, `IR23`, footnotes, links, file names, `see our Carers
Strategy 2023–28`. Linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker import Document, dataclass, late_pattern

_TITLE_WORD = r"(?:[A-Z][\w’'&-]{0,30}|20\d\d(?:\s?[–/-]\s?\d{2,4})?)"
_REFERENCE = r"[A-Z]{1,4}[-\s]?\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?"
_CITATION = re.compile(
    rf"""(?=[\[(¹²³⁴-⁹AEeDdIiRrSs])(?:
    (?P<footnote>\[\^\w{{1,20}}\](?!:)|[¹²³⁴-⁹]{{1,3}})
    |\[(?P<reference>(?:{_REFERENCE}|\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})(?:\s?[,;–-]\s?(?:[A-Z]{{0,4}}[-\s]?\d{{1,4}})){{0,12}})\](?!\()
    |\((?P<bracket>(?:see\s|ref\.?\s|evidence:?\s)?[A-Z]{{1,4}}[-.]?\d{{1,4}}(?:\.\d{{1,3}})?[a-z]?(?:\s?[,;]\s?[A-Z]{{1,4}}[-.]?\d{{1,4}}[a-z]?){{0,12}})\)
    |\b(?P<appendix>(?:Appendix|Appendices|Annexe?|Enclosure|Exhibit)\s+(?:\d+(?:\.\d+){{0,3}}[a-z]?|[A-Z]\d{{0,2}})\b)
    |\b(?P<numbered>(?:[Ee]vidence|[Rr]ef(?:erence)?|[Dd]ocument|[Ii]tem)\.?\s+(?:[Nn]o\.?\s?|[Ii]tem\s|[Rr]ef\.?\s)?[A-Z]{{0,4}}-?\d{{1,4}}(?:\.\d{{1,3}})?\b(?!\s?%))
    |\b(?P<return>IR\s?-?\d{{1,3}})\b
    |\b(?:[Ss]ee|[Rr]efer\sto|[Ss]et\sout\sin|[Dd]escribed\sin|[Dd]etailed\sin|[Ss]ource:)\s+(?:also\s+)?(?:the\s+|our\s+|its\s+)?
      (?P<title>{_TITLE_WORD}(?:[ ](?:{_TITLE_WORD}|and|for|of|the|on|in|to)){{0,12}}[ ]{_TITLE_WORD}))
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Cited:
    """A citation: its place, its `form`, and what it names (`target`)."""

    start: int
    end: int
    form: str
    target: str


def citations_in(text: str, start: int, end: int) -> Iterator[Cited]:
    """Yield what `text[start:end]` cites, as it stands there: first references and titles, then file names."""
    for found in _CITATION.finditer(text, start, end):
        form = str(found.lastgroup)
        yield Cited(
            start=found.start(), end=found.end(), form=_FORMS.get(form, form), target=" ".join(found[form].split())
        )
    for found in _FILE_SUFFIX.finditer(text, start, end):
        name = _FILE_STEM.search(text, max(start, found.start() - _LONGEST_NAME), found.start())
        if name:
            yield Cited(start=name.start(), end=found.end(), form="file", target=text[name.start() : found.end()])


_LONGEST_NAME = 100
_FILE_SUFFIX = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|msg|eml|csv|odt|ods)\b", re.IGNORECASE)
# A name in running text: one word, or words that begin with capitals or digits ("Carers Strategy 2023.pdf").
_FILE_STEM = late_pattern(r"(?:(?:[A-Z0-9][\w&’'-]{0,40}|of|and|for|the)[ ]){0,8}[\w&()’'-]{1,80}$")
_FORMS = {"bracket": "reference", "numbered": "reference", "return": "reference"}


def links_in(document: Document) -> Iterator[Cited]:
    """Yield the links of a document."""
    for link in document.links:
        if link.start < link.end <= len(document.text):
            yield Cited(start=link.start, end=link.end, form="link", target=link.target)
