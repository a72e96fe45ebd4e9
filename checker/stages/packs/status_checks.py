"""What is called confirmed is presented as the regulator's, so it must rest on a source that the framework confirms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.domain.framework import FactStatus
from checker.errors import Problem
from checker.stages.packs.files import RawPack
from checker.stages.packs.framework_checks import KnownFramework
from checker.yaml_checks.node import Node

_MOST_SITES = 4
_ELSE = "else status: derived, or unconfirmed"


def check_statuses(packs: Sequence[RawPack], framework: KnownFramework | None) -> Iterator[Problem]:
    """Yield expectations, rules and editions that say of themselves that they are confirmed, and rest on nothing."""
    if framework is None:
        return
    sites = sorted({site for one in _confirmed(framework.references) if (site := _site(one))})
    for pack in packs:
        for _, expectation in pack.expectations():
            yield from _check(expectation.get("status"), expectation, sites)
        for rule in (*pack.own_default_rules(), *pack.written_rules()):
            yield from _check(rule.get("status"), rule, sites)
        for file in pack.of("edition"):
            yield from _check(file.get("edition").get("status"), file, sites)


def _check(status: Node, item: Node, sites: Sequence[str]) -> Iterator[Problem]:
    if status.text != FactStatus.CONFIRMED:
        return
    named = _confirmed(item.nodes("references"))
    if not named:
        message = "it says 'confirmed', and none of its references is confirmed"
        yield status.problem(message, f"references with the source and its status: confirmed; {_ELSE}")
    elif not any(_site(one) in sites for one in named):
        shown = f"{', '.join(sites[:_MOST_SITES])}{' …' if len(sites) > _MOST_SITES else ''}" or "none"
        message = "it says 'confirmed', and none of its references is at a source that the framework confirms"
        yield status.problem(message, f"an address at one of these: {shown}; {_ELSE}")


def _confirmed(references: Sequence[Node]) -> list[Node]:
    return [one for one in references if one.get("status").text == FactStatus.CONFIRMED]


def _site(reference: Node) -> str:
    """Return the computer that an address names, e.g. `www.legislation.gov.uk`."""
    return reference.get("url").text.partition("://")[2].partition("/")[0].lower()
