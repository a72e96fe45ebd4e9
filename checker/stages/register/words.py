"""The words by which registers name their columns, evidence categories and kinds of document. Part of `register`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from checker.document_names import bare_words
from checker.domain.document import DocumentKind
from checker.domain.framework import Framework
from checker.domain.pack import RuleBook
from checker.domain.register import RegisterColumn
from checker.values import dataclass, field

LEXICON = "register"
_BETWEEN = re.compile(r"[;\n|/]|\s&\s|\sand\s|,\s*(?=QS|\d)", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Za-z]+|\d+")
_BESIDE_NUMBERS = frozenset({"qs", "quality", "statement", "statements", "no", "and"})


@dataclass(frozen=True, kw_only=True, slots=True)
class RegisterWords:
    """
    Folded words and what they mean. `columns` in the order of their meaning: a heading that could be several is the
    first. `statement_of` gives the id of the quality statement that a title names, or an empty text.
    """

    columns: Mapping[str, RegisterColumn] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[int, str] = field(default_factory=dict)
    statement_of: Callable[[str], str] = field(default=lambda _: "")

    @classmethod
    def of(cls, book: RuleBook, statement_of: Callable[[str], str]) -> RegisterWords:
        """Return the words of the packs' lexicons `register`, and the framework's own names."""
        framework = book.framework
        families = [family for lexicon in book.lexicons if lexicon.id == LEXICON for family in lexicon.families]
        told = {
            role: {
                bare_words(entry.text): str(family.settings.get("value", family.id))
                for family in families
                if family.role == role
                for entry in family.entries
            }
            for role in ("column", "category", "kind")
        }
        columns = {column.value: column for column in RegisterColumn}
        named = {**{bare_words(value): value for value in columns}, **told["column"]}
        return cls(
            columns={words: columns[value] for words, value in named.items() if value in columns},
            categories={**told["category"], **_categories(framework)},
            kinds={**told["kind"], **{bare_words(kind.value): kind.value for kind in DocumentKind}},
            numbers={statement.number: statement.id for statement in framework.statements},
            statement_of=statement_of,
        )

    def category(self, text: str) -> str:
        """Return the id of the evidence category that a text names, or an empty text."""
        return self.categories.get(bare_words(text), "")

    def kind(self, text: str) -> str:
        """Return the kind of document that a text names, or an empty text."""
        return self.kinds.get(bare_words(text), "")

    def statements(self, text: str) -> tuple[str, ...]:
        """Return the ids of the quality statements that a text names: one title, several, or numbers (`QS1, QS5`)."""
        whole = self.statement_of(text)
        if whole:
            return (whole,)
        tokens = _TOKEN.findall(text.casefold())
        if any(map(str.isdecimal, tokens)) and all(one.isdecimal() or one in _BESIDE_NUMBERS for one in tokens):
            return _known(self.numbers.get(int(one)) for one in tokens if one.isdecimal() and len(one) < 3)
        return _known(self.statement_of(part.strip()) for part in _BETWEEN.split(text))


def _known(ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in ids if one))


def _categories(framework: Framework) -> dict[str, str]:
    return {bare_words(words): one.id for one in framework.evidence_categories for words in (one.title, one.id)}
