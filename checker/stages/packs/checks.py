"""Checks of packs beside each other: ids that must be unique, the one framework, the checker's version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.errors import Problem
from checker.stages.packs.files import RawPack
from checker.stages.packs.versions import in_range
from checker.suggestions import suggest
from checker.yaml_checks.node import Node


def check_packs(packs: Sequence[RawPack], engine_version: str) -> Iterator[Problem]:
    """Yield what is wrong with packs as a whole."""
    headers = [pack.first("pack") for pack in packs]
    found = [header for header in headers if header]
    yield from repeated((header.get("id") for header in found), "pack", "two packs of a run need different ids")
    for header in found:
        yield from _check_engine(header.get("engine"), engine_version)
    yield from _check_frameworks(packs, found)
    yield from _check_ids(packs)


def repeated(nodes: Iterable[Node], thing: str, expected: str) -> Iterator[Problem]:
    """Yield a problem for each id that another thing has already; empty ids are the schema's business."""
    first: dict[str, Node] = {}
    for node in nodes:
        if node.text and node.text in first:
            before = first[node.text]
            where = f"{before.source.shown}:{before.line}"
            yield node.problem(f"the {thing} '{node.text}' is already there ({where})", expected)
        first.setdefault(node.text, node)


def _check_engine(engine: Node, version: str) -> Iterator[Problem]:
    try:
        fits = in_range(version, engine.text)
    except ValueError:
        return  # the schema says so
    if not fits:
        message = f"the pack works with versions {engine.text} of the checker, and this is {version}"
        yield engine.problem(message, "another version of the pack or of the checker")


def _check_frameworks(packs: Sequence[RawPack], headers: Sequence[Node]) -> Iterator[Problem]:
    frameworks = [file for pack in packs for file in pack.of("framework")]
    for extra in frameworks[1:]:
        where = frameworks[0].source.shown
        yield extra.get("id").problem(f"a second framework (the first is in {where})", "one framework in a run")
    unreadable = any("framework" in pack.unread for pack in packs)
    known = [file.get("id").text for file in frameworks if file.get("id").text]
    for header in headers:
        framework = header.get("framework")
        if framework.text and not unreadable and framework.text not in known:
            message = f"no pack of this run brings the framework '{framework.text}'"
            yield framework.problem(message, suggest(framework.text, known))


def _check_ids(packs: Sequence[RawPack]) -> Iterator[Problem]:
    expectations = [expectation for pack in packs for _, expectation in pack.expectations()]
    unique = "ids of expectations and rules are unique over all packs"
    yield from repeated((expectation.get("id") for expectation in expectations), "expectation", unique)
    yield from repeated((rule.get("id") for pack in packs for rule in pack.written_rules()), "rule", unique)
    for pack in packs:
        yield from repeated((rule.get("id") for rule in pack.default_rules()), "default rule", unique)
    yield from _check_shadows(packs)


def _check_shadows(packs: Sequence[RawPack]) -> Iterator[Problem]:
    """A rule that is written anywhere must not have the id that a default rule gets for an expectation of any pack."""
    made = {
        f"{expectation.get('id').text}.{rule.get('id').text}": rule.get("id").text
        for pack in packs
        for _, expectation in pack.expectations()
        for rule in pack.default_rules()
    }
    for written in (rule.get("id") for pack in packs for rule in pack.written_rules()):
        if written.text in made:
            message = f"the rule '{written.text}' is already made from the default rule '{made[written.text]}'"
            yield written.problem(message, f"another id, or a change under 'defaults: {made[written.text]}:'")
