"""Checks of cases: they must speak of rules and expectations that exist, and of their own text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.errors import Problem
from checker.stages.packs.checks import repeated
from checker.stages.packs.files import RawPack
from checker.suggestions import suggest
from checker.values import dataclass
from checker.yaml_checks.node import Node


@dataclass(frozen=True, kw_only=True, slots=True)
class _Names:
    rules: set[str]
    expectations: set[str]


def check_cases(packs: Sequence[RawPack]) -> Iterator[Problem]:
    """Yield what is wrong with cases beyond their schema; nothing while a file with rules could not be read."""
    if any({"expectations", "default-rules"} & pack.unread for pack in packs):
        return
    names = _names(packs)
    for pack in packs:
        for file in pack.of("cases"):
            for member in file.members():
                if member.key == "phrases":
                    yield from _check_phrases(member, names)
                else:
                    yield from _check_rule(file, member, names)


def _names(packs: Sequence[RawPack]) -> _Names:
    expectations = {expectation.get("id").text for pack in packs for _, expectation in pack.expectations()}
    written = {rule.get("id").text for pack in packs for rule in pack.written_rules()}
    defaults = {rule.get("id").text for pack in packs for rule in pack.default_rules()}
    expanded = {f"{expectation}.{default}" for expectation in expectations for default in defaults}
    return _Names(
        rules={*written, *expanded, *(f"default.{default}" for default in defaults)} - {""},
        expectations=expectations - {""},
    )


def _check_rule(file: Node, member: Node, names: _Names) -> Iterator[Problem]:
    if member.key not in names.rules:
        known = {*names.rules, "phrases"}
        yield member.problem(f"there is no rule '{member.key}'", suggest(member.key, known))
    cases = file.nodes(member.key)
    yield from repeated((case.get("case") for case in cases), "case", "another name for each case of a rule")
    for case in cases:
        yield from _check_case(case, names)


def _check_case(case: Node, names: _Names) -> Iterator[Problem]:
    expectation = case.get("expectation")
    if expectation.text and expectation.text not in names.expectations:
        message = f"there is no expectation '{expectation.text}'"
        yield expectation.problem(message, suggest(expectation.text, names.expectations))
    cites = case.get("cites")
    if cites.text and not any(cites.text in given.text for given in case.texts("given")):
        message = f"no text of the case has the words '{cites.text}'"
        yield cites.problem(message, "the first words of a sentence in 'given'")


def _check_phrases(phrases: Node, names: _Names) -> Iterator[Problem]:
    for member in phrases.members():
        if member.key not in names.expectations:
            message = f"there is no expectation '{member.key}'"
            yield member.problem(message, suggest(member.key, names.expectations))
        hits = {hit.text for hit in member.texts("hits")}
        for miss in member.texts("misses"):
            if miss.text in hits:
                yield miss.problem("this sentence is a hit and a miss", "one of the two")
