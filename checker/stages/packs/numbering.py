"""Numbers the phrases of a rule book and works out their keys, once, when its packs are loaded."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from checker.domain.pack import Phrase, RuleBook
from checker.text.key_table import packed
from checker.text.phrase_keys import keys_of
from checker.values import field_names, replace

T = TypeVar("T")


def with_phrase_keys(book: RuleBook) -> RuleBook:
    """Return the book with a number for each phrase, and the keys by which phrases are found in texts."""
    numbering = _Numbering()
    packs = numbering.through(book.packs)
    return replace(book, packs=packs, phrase_keys=packed(enumerate(numbering.keys, 1)))


class _Numbering:
    def __init__(self) -> None:
        self.keys: list[tuple[str, ...]] = []

    def through(self, value: T) -> T:
        """Return a value of the domain with every phrase in it numbered."""
        found: Any = value
        if isinstance(value, Phrase):
            found = self._numbered(value)
        elif isinstance(value, tuple):
            found = tuple([self.through(one) for one in value])
        elif names := field_names(type(value)):
            values = {name: getattr(value, name) for name in names}
            found = replace(found, **{name: self.through(one) for name, one in values.items() if _may_hold(one)})
        return cast(T, found)

    def _numbered(self, phrase: Phrase) -> Phrase:
        keys, whole = keys_of(phrase.text)
        self.keys.append(keys)
        return replace(phrase, number=len(self.keys), whole=whole)


def _may_hold(value: object) -> bool:
    return isinstance(value, tuple) or field_names(type(value)) is not None
