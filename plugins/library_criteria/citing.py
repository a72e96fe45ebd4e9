"""What the self-assessment cites, and which register rows and documents that means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from checker import (
    Assessment,
    DocumentNames,
    Observation,
    RegisterColumn,
    RegisterRow,
    bare_words,
    dataclass,
    field,
    file_of_link,
    late_pattern,
)

CITATION = "citation"
_REFERENCE = late_pattern(r"([A-Za-z]{0,4})[-\s.]?(\d{1,4}(?:\.\d{1,3}){0,3}[a-z]?)")
_LEADING = late_pattern(r"\b(?:see|ref(?:erence)?s?|evidence|item|document|no)\b[.:]?", re.IGNORECASE)
_OUTSIDE = ("http:", "https:", "mailto:", "tel:", "#")
_FORMS_OF_NAMES = frozenset({"title", "appendix"})
_NAMES = (RegisterColumn.TITLE, RegisterColumn.FILE, RegisterColumn.REF)
_FEWEST_WORDS = 2


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Named:
    """
    One thing that is cited: `words` as they stand there, where, and in what form.

    `reference` is an item of a register ("E12"), `name` a title or an appendix, `file` a file or a link to one.
    """

    words: str
    form: str = "reference"
    place: Observation = field(compare=False)


def named_by(assessment: Assessment, documents: tuple[str, ...]) -> list[Named]:
    """Return what these documents cite, by place; links to public pages and footnote marks name nothing to find."""
    found = assessment.observations.kind(CITATION, documents)
    return [named for one in found for named in _named(one)]


def _named(one: Observation) -> Iterator[Named]:
    form, target = one.attributes.get("form", ""), one.value or one.text
    if form == "reference":
        for letters, digits in _REFERENCE.findall(_LEADING.sub(" ", target)):
            yield Named(words=f"{letters.upper()}{digits}", place=one)
    elif form == "link":
        path = file_of_link(target)
        if path and not target.startswith(_OUTSIDE):
            yield Named(words=path, form="file", place=one)
    elif form == "file":
        yield Named(words=target, form="file", place=one)
    elif form in _FORMS_OF_NAMES:
        yield Named(words=target, form="name", place=one)


class Library:
    """What a citation may mean: rows of the register by reference and title, documents by name and title."""

    def __init__(self, assessment: Assessment) -> None:
        register = assessment.register
        own = {record.name for record in assessment.documents if record.kind.value == "self-assessment"}
        self._names = DocumentNames(record.name for record in assessment.documents if record.name not in own)
        self._rows: tuple[RegisterRow, ...] = register.rows if register else ()
        self._rows_of: Mapping[str, tuple[int, ...]] = register.rows_of if register else {}
        self._titles = {bare_words(record.title): record.name for record in assessment.documents if record.title}
        self._by_reference: dict[str, list[int]] = {}
        for place, row in enumerate(self._rows):
            if ref := _key(row.words(RegisterColumn.REF)):
                self._by_reference.setdefault(ref, []).append(place)

    def meant(self, cited: Named) -> frozenset[str]:
        """Return names of documents and of register rows that a citation means; empty if there is nothing like it."""
        rows = set(self._rows_meant(cited))
        documents = set(self._documents_meant(cited))
        documents |= {name for name, places in self._rows_of.items() if rows & set(places)}
        return frozenset(documents | {self._rows[place].place for place in rows})

    def _of_file(self, words: str) -> list[str]:
        """Return the documents of a file name, of which the first words may belong to the sentence before it."""
        parts = words.split(" ")
        tails = (" ".join(parts[start:]) for start in range(len(parts)))
        return next((found for tail in tails if (found := self._names.with_path(tail))), [])

    def _rows_meant(self, cited: Named) -> Iterator[int]:
        if cited.form == "reference":
            yield from self._by_reference.get(_key(cited.words), ())
            return
        words = bare_words(cited.words)
        for place, row in enumerate(self._rows):
            told = [bare_words(row.words(column)) for column in _NAMES]
            if any(_is_meant(words, text) for text in told) or (cited.form == "file" and _ends_with(words, told[1])):
                yield place

    def _documents_meant(self, cited: Named) -> Iterator[str]:
        if cited.form == "reference":
            yield from self._names.with_reference(cited.words)
        elif cited.form == "file":
            yield from self._of_file(cited.words)
        else:
            yield from self._names.with_title(cited.words)
            words = bare_words(cited.words)
            yield from (name for title, name in self._titles.items() if _is_meant(words, title))


def _ends_with(words: str, file: str) -> bool:
    """Whether what stands there ends with a file's name: words before it may belong to the sentence."""
    return bool(file) and f" {words}".endswith(f" {file}")


def _key(reference: str) -> str:
    """Return a reference without blanks, marks and leading noughts: "E-07" and "e 7" are "e7"."""
    found = _REFERENCE.search(reference)
    return f"{found[1].casefold()}{found[2].lstrip('0')}" if found else bare_words(reference)


def _is_meant(words: str, told: str) -> bool:
    """Whether a text is what is cited, or holds it; a single word is too little for that."""
    if not words or not told:
        return False
    return words == told or (words.count(" ") + 1 >= _FEWEST_WORDS and f" {words} " in f" {told} ")
