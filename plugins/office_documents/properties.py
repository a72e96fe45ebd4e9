"""What an office file says of itself: title, subject, dates. Its author is left out: reports do not name people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from checker import HiddenMatter

from .package import OfficePackage
from .xml_stream import Attributes, BrokenPartError, Handlers

_KEPT = {
    "title": "title",
    "subject": "subject",
    "description": "description",
    "keywords": "keywords",
    "keyword": "keywords",
    "category": "category",
    "created": "created",
    "creation-date": "created",
    "modified": "modified",
    "date": "modified",
}
"""Names of elements in Microsoft's and OpenDocument's files, and the key of the metadata that each becomes."""
_LONGEST, _LONGEST_TOLD = 500, 300
_BY_PROGRAM = re.compile(r"(?:generated|created|exported) (?:by|using|with|from) ", re.IGNORECASE)


def properties(package: OfficePackage, part: str) -> dict[str, str]:
    """Return the properties that a part states; none where it is missing or broken."""
    found: dict[str, list[str]] = {}
    open_: list[str] = []

    def take(words: str) -> None:
        if open_:
            found.setdefault(open_[-1], []).append(words)

    handlers = Handlers(
        start={name: _opening(open_, key) for name, key in _KEPT.items()},
        end=dict.fromkeys(_KEPT, open_.clear),
        text=take,
    )
    if part in package:
        with suppress(BrokenPartError):  # properties are no evidence; the text itself is read apart
            package.parse(part, handlers)
    texts = {key: " ".join("".join(words).split())[:_LONGEST] for key, words in sorted(found.items())}
    return {key: text for key, text in texts.items() if text}


def hidden_properties(metadata: Mapping[str, str]) -> Iterator[HiddenMatter]:
    """
    Yield what somebody typed into the properties beside the title: a remark that no reader of the page sees. Names and
    dates, which every program puts there, are not told: each file would have some.
    """
    remark = metadata.get("description", "")
    if remark and not _BY_PROGRAM.match(remark):
        yield HiddenMatter(kind="remark in the properties", place="properties", text=remark[:_LONGEST_TOLD])


def _opening(open_: list[str], key: str) -> Callable[[Attributes], None]:
    def start(_: Attributes) -> None:
        open_.append(key)

    return start
