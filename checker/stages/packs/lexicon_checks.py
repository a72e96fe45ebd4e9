"""Checks of lexicons whose values are names: only the first document with the word would show that one is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.domain.document import DocumentKind
from checker.domain.register import RegisterColumn
from checker.errors import Problem
from checker.stages.packs.files import RawPack
from checker.stages.packs.framework_checks import KnownFramework
from checker.suggestions import suggest
from checker.yaml_checks.node import Node

_COLUMNS = frozenset(column.value for column in RegisterColumn)
_KINDS = frozenset(kind.value for kind in DocumentKind)


def check_lexicons(packs: Sequence[RawPack], framework: KnownFramework | None) -> Iterator[Problem]:
    """Yield families of registers and voices that stand for something that there is not."""
    for lexicon in (file for pack in packs for file in pack.of("lexicon")):
        for family in lexicon.nodes("families"):
            if lexicon.get("lexicon").text == "register":
                yield from _check_of_register(family, framework)
            elif lexicon.get("lexicon").text == "voice" and framework and family.has("value"):
                yield from _check_value(family.get("value"), "voice", framework.voices)


def _check_of_register(family: Node, framework: KnownFramework | None) -> Iterator[Problem]:
    """What stands in no `value` is called as its family is."""
    value = family.get("value" if family.has("value") else "id")
    role = family.get("role").text
    if role == "column":
        yield from _check_value(value, "column of a register", _COLUMNS)
    elif role == "kind":
        yield from _check_value(value, "kind of document", _KINDS)
    elif role == "category" and framework:
        yield from _check_value(value, "evidence category", framework.categories)


def _check_value(value: Node, thing: str, known: frozenset[str] | set[str]) -> Iterator[Problem]:
    if value.text not in known:
        yield value.problem(f"there is no {thing} '{value.value}'", suggest(value.text, known - {""}))
