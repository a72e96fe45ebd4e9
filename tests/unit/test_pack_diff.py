"""What is different between packs and editions is told once, with the expectations that it touches."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from checker.domain.framework import Served
from checker.domain.pack import Expectation, Weight
from checker.pack_diff import Compared, Difference, DifferenceKind, compare_packs
from checker.testing import a_framework, a_rule, an_expectation


def compared(*expectations: Any, framework: Any = None) -> Compared:
    rules = tuple(rule for one in expectations for rule in one.rules)
    return Compared(expectations=expectations, rules=rules, framework=framework)


def with_default(name: str, **changes: Any) -> Expectation:
    rule = replace(a_rule(expectation=name, id=f"{name}.recent"), default=True, title=f"Recent: {name.title()}")
    return replace(an_expectation(name, rules=[replace(rule, **changes)]), title=name.title())


def test_a_pack_does_not_differ_from_itself() -> None:
    assert compare_packs(compared(an_expectation()), compared(an_expectation())) == ()


def test_expectations_come_and_go() -> None:
    found = compare_packs(compared(an_expectation("old", rules=[])), compared(an_expectation("new", rules=[])))

    assert found == (
        Difference(thing="expectation", id="new", kind=DifferenceKind.ADDED),
        Difference(thing="expectation", id="old", kind=DifferenceKind.REMOVED),
    )


def test_only_the_phrases_that_changed_are_told() -> None:
    old, new = an_expectation(look_for=["one", "two"]), an_expectation(look_for=["two", "three"])

    (found,) = compare_packs(compared(old), compared(new))

    assert (found.setting, found.old, found.new) == ("look_for", "one", "three")


def test_weights_and_parameters_of_a_rule_are_told() -> None:
    old = an_expectation(rules=[a_rule(months=24)])
    new = an_expectation(rules=[a_rule(months=12, weight=Weight.HELPFUL)])

    found = compare_packs(compared(old), compared(new))

    assert [(one.setting, one.old, one.new) for one in found] == [
        ("expects.months", "24", "12"),
        ("weight", "essential", "helpful"),
    ]


def test_a_changed_default_rule_is_told_once_with_all_whom_it_is_asked() -> None:
    old = compared(with_default("bread"), with_default("soup"))
    new = compared(with_default("bread", remedy="Bake."), with_default("soup", remedy="Bake."))

    (found,) = compare_packs(old, new)

    assert (found.thing, found.id, found.touches) == ("default rule", "recent", ("bread", "soup"))


def test_changed_wording_names_the_expectations_that_rest_on_it() -> None:
    framework = a_framework()
    first, *rest = framework.statements
    parts = (Served(id="commitment.share", text="We share all"), *first.commitment_parts[1:])
    changed = replace(framework, statements=(replace(first, commitment_parts=parts), *rest))
    expectation = an_expectation()

    (found,) = compare_packs(compared(expectation, framework=framework), compared(expectation, framework=changed))

    assert (found.thing, found.setting, found.new) == ("wording", "commitment.share", "We share all")
    assert found.touches == ("data-sharing",)
