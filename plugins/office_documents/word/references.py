"""Handlers for what in a Word file leads elsewhere: links, and the fields that make them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..xml_stream import Attributes, plain
from .fields import Field
from .place import Place

_MOST_LINKS = 1_000


class References:
    """Notes links with the paragraph that holds their words. `target_of` says where a relation of the part leads."""

    def __init__(self, place: Place, target_of: Callable[[str], str]) -> None:
        self._place, self._target_of = place, target_of
        self._links: list[tuple[int, int, str]] = []

    def starts(self) -> Mapping[str, Callable[[Attributes], None]]:
        """Handlers for starts of elements."""
        return {"hyperlink": self._begin_link, "fldChar": self._mark, "fldSimple": self._begin_simple}

    def ends(self) -> Mapping[str, Callable[[], None]]:
        """Handlers for ends of elements."""
        return {"hyperlink": self._end_link, "fldSimple": self._end_field}

    def instruct(self, words: str) -> None:
        """Take a part of a field's instruction."""
        if self._place.fields:
            self._place.fields[-1].instruct(words)

    def _begin_link(self, raw: Attributes) -> None:
        attributes = plain(raw)
        anchor, relation = attributes.get("anchor", ""), attributes.get("id", "")
        target = self._target_of(relation) if relation else ""
        target = f"{target}#{anchor}" if anchor else target
        self._links.append((self._place.number, self._words_so_far(), target))

    def _end_link(self) -> None:
        if self._links:
            self._note(*self._links.pop())

    def _mark(self, raw: Attributes) -> None:
        mark, fields = plain(raw).get("fldCharType"), self._place.fields
        if mark == "begin":
            fields.append(Field())
        elif mark == "separate" and fields:
            self._place.begin_result(fields[-1])
        elif mark == "end":
            self._end_field()

    def _begin_simple(self, raw: Attributes) -> None:
        one = Field(instruction=plain(raw).get("instr", ""))
        self._place.fields.append(one)
        self._place.begin_result(one)

    def _end_field(self) -> None:
        one = self._place.end_field()
        if one and one.words_before is not None:
            self._note(one.paragraph, one.words_before, one.target)

    def _words_so_far(self) -> int:
        return len(self._place.paragraph.words) if self._place.paragraph else 0

    def _note(self, number: int, begin: int, target: str) -> None:
        paragraph = self._place.paragraph
        if paragraph and target and number == self._place.number and len(paragraph.links) < _MOST_LINKS:
            paragraph.links.append(("".join(paragraph.words[begin:]), target))
