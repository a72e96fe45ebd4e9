"""What nothing asks about any longer, since overlays switch off all that served it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.domain.framework import QualityStatement, Served
from checker.domain.pack import Expectation, RuleBook
from checker.domain.tailoring import Override, TargetKind
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Unserved:
    """
    An I statement or a part of a commitment that no expectation with rules serves any longer.

    `expectations` served it and are not asked now; `switches` are the overrides that say so, each with its reason.
    """

    statement: QualityStatement
    served: Served
    expectations: tuple[str, ...]
    switches: tuple[Override, ...]

    def __str__(self) -> str:
        told = "; ".join(f"{one.target} is switched off in {one.place} ({one.because})" for one in self.switches)
        what = f"“{self.served.text}” ({self.served.id} of {self.statement.id})"
        return f"Nothing is asked any longer about {what}: {told}"


def unserved(book: RuleBook) -> tuple[Unserved, ...]:
    """Return what overlays leave without anything that asks about it, in the framework's order."""
    gone = [one for pack in book.packs for one in (*pack.set_aside, *_without_rules(pack.expectations))]
    if not any(pack.disabled or pack.set_aside for pack in book.packs):
        return ()
    return tuple(found for statement in book.framework.statements for found in _of_statement(statement, gone, book))


def _of_statement(statement: QualityStatement, gone: list[Expectation], book: RuleBook) -> Iterator[Unserved]:
    asked = {name for one in book.expectations if one.statement == statement.id and one.rules for name in one.serves}
    for served in statement.served:
        lost = [one for one in gone if one.statement == statement.id and served.id in one.serves]
        switches = {switch.place: switch for one in lost for switch in _switches(one, book)}
        if served.id not in asked and switches:
            names = tuple(one.id for one in lost)
            found = tuple(switches[place] for place in sorted(switches))
            yield Unserved(statement=statement, served=served, expectations=names, switches=found)


def _without_rules(expectations: tuple[Expectation, ...]) -> Iterator[Expectation]:
    return (one for one in expectations if not one.rules)


def _switches(one: Expectation, book: RuleBook) -> Iterator[Override]:
    """Yield what switches an expectation off: as a whole, or rule by rule."""
    whole = [each for each in book.overrides if each.switches_off and each.target == one.id]
    of_it = [each for each in whole if each.kind is TargetKind.EXPECTATION]
    rules = (rule for pack in book.packs for rule in pack.disabled if rule.expectation == one.id)
    yield from of_it or (switch for rule in rules for switch in book.switches_of(rule))
