"""Pages about rules: one for each expectation with its rules, an index for each quality statement and for all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.domain.pack import Expectation
from checker.plain_words import counted
from checker.previews.content import (
    Described,
    cases_table,
    default_rules,
    defaults_table,
    expectation_parts,
    own_id,
    rule_parts,
)
from checker.previews.markdown import as_markdown
from checker.previews.parts import Heading, PageLink, Paragraph, Part

INDEX = "README.md"
MADE = "Written by checker rules pages. Change the pack, not this page."
"""Stands on every page, so that nothing else is ever removed from the folder."""


def pages(packs: Sequence[Described]) -> dict[str, str]:
    """Return the text of each page by its path."""
    found = {INDEX: as_markdown(_front(packs))}
    for described in packs:
        folder = described.pack.id
        found[f"{folder}/{INDEX}"] = as_markdown(_of_pack(described))
        for statement in described.statements():
            path = f"{folder}/{statement.id}"
            found[f"{path}/{INDEX}"] = as_markdown(_of_statement(described, statement.id))
            for one in described.expectations(statement.id):
                found[f"{path}/{one.id}.md"] = as_markdown(_of_expectation(one, described))
    return found


def _front(packs: Sequence[Described]) -> Iterator[Part]:
    yield Heading(level=1, text="What the rule packs ask")
    yield Paragraph(text=MADE, note=True)
    for described in packs:
        pack = described.pack
        about = f"{counted(len(pack.expectations), 'expectation')}, {counted(len(pack.rules), 'rule')}"
        yield PageLink(text=pack.title, target=f"{pack.id}/{INDEX}", about=about)


def _of_pack(described: Described) -> Iterator[Part]:
    pack = described.pack
    yield Heading(level=1, text=pack.title)
    yield Paragraph(text=MADE, note=True)
    for statement in described.statements():
        about = counted(len(described.expectations(statement.id)), "expectation")
        yield PageLink(text=f"{statement.number}. {statement.title}", target=f"{statement.id}/{INDEX}", about=about)
    usual = default_rules(described)
    if usual:
        yield Heading(level=2, text="Asked of every expectation")
        for name, rule in usual.items():
            yield from _with_cases([rule_parts(rule, described, 3)], [f"default.{name}"], described)
    for _, rules in groupby(described.other_rules(), key=lambda rule: rule.file):
        for rule in rules:
            yield from _with_cases([rule_parts(rule, described, 2)], [rule.id], described)


def _of_statement(described: Described, name: str) -> Iterator[Part]:
    statement = described.statement(name)
    yield Heading(level=1, text=f"{statement.number}. {statement.title}")
    yield Paragraph(text=MADE, note=True)
    yield Paragraph(text=f"The commitment: {statement.commitment}")
    for one in described.expectations(name):
        yield PageLink(text=one.title, target=f"{one.id}.md", about=one.reliability)
    for rule in described.other_rules(name):
        yield from _with_cases([rule_parts(rule, described, 2)], [rule.id], described)


def _of_expectation(one: Expectation, described: Described) -> Iterator[Part]:
    own = [rule for rule in one.rules if not rule.default]
    yield from expectation_parts(one, described, 1)
    yield Heading(level=2, text="How reliable this is")
    yield Paragraph(text=one.reliability or "Not measured.")
    yield Heading(level=2, text="What is asked")
    defaults = ", ".join(f"`{own_id(rule)}`" for rule in one.rules if rule.default)
    if defaults:
        yield PageLink(text="The default rules", target=f"../{INDEX}", about=defaults.replace("`", ""))
    yield from defaults_table(one, default_rules(described), described.words)
    for rule in own:
        yield from rule_parts(rule, described, 3)
    yield from cases_table([rule.id for rule in one.rules], one.id, described)
    yield Paragraph(text=MADE, note=True)


def _with_cases(about: Sequence[Iterator[Part]], names: Sequence[str], described: Described) -> Iterator[Part]:
    for parts in about:
        yield from parts
    yield from cases_table(names, "", described)
