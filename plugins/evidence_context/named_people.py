"""People whom a document calls by name: whom they speak for is told once, often behind the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import Cue, SentenceCues

_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Prof|Professor|Sister|Father|Rev|Reverend)\s([A-Z][\w\u2019'-]+)"
)
_BEHIND = re.compile(r"(?:,|\s\()\s?(?:[^\W_]+['\u2019]?s?\s){0,8}")
_OLD = re.compile(r"[A-Z][a-z]+(?:\sand\s[A-Z][a-z]+)?,\s(?:who\s(?:is|was|are)\s|aged\s|now\s|both\s)?\d{2}\b")
_FIRST_WORDS = 4


class NamedPeople:
    """Who speaks for whom, by surname, as far as the document has told."""

    def __init__(self) -> None:
        self._voices: dict[str, str] = {}

    def note(self, cues: SentenceCues, nouns: Sequence[Cue]) -> None:
        """Remember the voice of a name behind which a noun says whose it is: "Ms Low, for the carers' forum"."""
        text = cues.text
        for match in _NAME.finditer(text, cues.start, cues.end) if nouns else ():
            for noun in nouns:
                if noun.start >= match.end() and _BEHIND.fullmatch(text, match.end(), noun.start):
                    self._voices[match.group(1)] = str(noun.family.settings.get("value", ""))
                    break

    def subject(self, cues: SentenceCues) -> str:
        """Return the voice of the name with which a sentence begins, empty if nobody knows it."""
        match = _NAME.search(cues.text, cues.start, cues.end)
        if match is None or cues.words_between(cues.start, match.start()) > _FIRST_WORDS:
            return ""
        return self._voices.get(match.group(1), "")

    def tells_an_age(self, cues: SentenceCues) -> bool:
        """Whether a sentence begins with somebody's first name and age, as accounts of people do."""
        return _OLD.match(cues.text, cues.start, cues.end) is not None
