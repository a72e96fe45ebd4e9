"""What is different between packs and editions is told once, with the expectations that it touches."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from checker.domain.framework import Served
from checker.domain.pack import CueFamily, Expectation, Lexicon, Phrase, Weight
from checker.domain.tailoring import Override, TargetKind
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
        Difference(thing="expectation", id="new", kind=DifferenceKind.ADDED, title="New"),
        Difference(thing="expectation", id="old", kind=DifferenceKind.REMOVED, title="Old"),
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


def overlay(kind: TargetKind, target: str, setting: str, value: object, because: str = "So it is.") -> Override:
    text = json.dumps(value)
    return Override(
        pack="ours", kind=kind, target=target, setting=setting, value=text, because=because, file="o.yaml", line=3
    )


def test_what_an_overlay_changes_is_told_with_its_reason_and_place() -> None:
    old, new = an_expectation(rules=[a_rule(months=24)]), an_expectation(rules=[a_rule(months=12)])
    reason = overlay(TargetKind.RULE, "data-sharing.evidenced", "expects.months", 12)

    (found,) = compare_packs(compared(old), replace(compared(new), overrides=(reason,)))

    assert (found.setting, found.old, found.new) == ("expects.months", "24", "12")
    assert (found.because, found.place, found.title) == ("So it is.", "o.yaml:3", "evidenced of data-sharing")


def test_a_change_that_was_taken_back_says_what_its_reason_was() -> None:
    old, new = an_expectation(rules=[a_rule(months=12)]), an_expectation(rules=[a_rule(months=24)])
    reason = overlay(TargetKind.RULE, "data-sharing.evidenced", "expects.months", 12)

    (found,) = compare_packs(replace(compared(old), overrides=(reason,)), compared(new))

    assert (found.because, found.no_longer) == ("", "So it is.")


def test_words_that_are_no_longer_taken_out_say_what_the_reason_was() -> None:
    old, new = an_expectation(look_for=["bread"]), an_expectation(look_for=["bread", "crumb"])
    reason = overlay(TargetKind.EXPECTATION, "data-sharing", "remove.look_for", ["crumb"], "Too small.")

    (found,) = compare_packs(replace(compared(old), overrides=(reason,)), compared(new))

    assert (found.setting, found.new, found.because, found.no_longer) == ("look_for", "crumb", "", "Too small.")


def test_words_of_one_kind_that_are_taken_out_in_two_places_are_told_with_both_reasons() -> None:
    old, new = an_expectation(look_for=["bread", "crumb", "crust"]), an_expectation(look_for=["bread"])
    reasons = tuple(
        overlay(TargetKind.EXPECTATION, "data-sharing", "remove.look_for", [word], because)
        for word, because in (("crumb", "Too small."), ("crust", "Too hard."))
    )

    (found,) = compare_packs(compared(old), replace(compared(new), overrides=reasons))

    assert (found.old, found.because, found.place) == ("crumb; crust", "Too small. Too hard.", "o.yaml:3")


def test_words_that_are_taken_out_and_found_all_the_same_are_without_effect() -> None:
    same = compared(an_expectation(look_for=["bread"]))
    reason = overlay(TargetKind.EXPECTATION, "data-sharing", "remove.look_for", ["bread"])

    (found,) = compare_packs(same, replace(same, overrides=(reason,)))

    assert (found.kind, found.setting, found.new) == (DifferenceKind.WITHOUT_EFFECT, "remove.look_for", "bread")


def test_rules_and_expectations_that_are_switched_off_are_not_told_as_removed() -> None:
    bread, soup = with_default("bread"), with_default("soup")
    off = (
        overlay(TargetKind.EXPECTATION, "soup", "off", True, "No soup."),
        overlay(TargetKind.DEFAULT_RULE, "recent", "off", True, "Too early."),
    )
    new = Compared(
        expectations=(replace(bread, rules=()),),
        rules=(),
        overrides=off,
        disabled=(*bread.rules, *soup.rules),
        set_aside=(soup,),
    )

    found = compare_packs(compared(bread, soup), new)

    assert [(one.thing, one.id, one.kind.value, one.because, one.touches) for one in found] == [
        ("default rule", "recent", "switched off", "Too early.", ("bread",)),
        ("expectation", "soup", "switched off", "No soup.", ()),
    ]


def test_what_is_switched_on_again_says_so() -> None:
    soup = with_default("soup")
    off = overlay(TargetKind.EXPECTATION, "soup", "off", True, "No soup.")
    old = Compared(expectations=(), rules=(), overrides=(off,), disabled=soup.rules, set_aside=(soup,))

    (found,) = compare_packs(old, compared(soup))

    assert (found.kind, found.no_longer) == (DifferenceKind.SWITCHED_ON, "No soup.")


def test_a_setting_of_an_overlay_that_changes_nothing_is_told_as_such() -> None:
    idle = overlay(TargetKind.RULE, "data-sharing.evidenced", "weight", "essential")

    (found,) = compare_packs(compared(an_expectation()), replace(compared(an_expectation()), overrides=(idle,)))

    assert (found.kind, found.setting, found.new) == (DifferenceKind.WITHOUT_EFFECT, "weight", "essential")


def test_another_reason_for_the_same_change_is_a_difference() -> None:
    sides = (
        replace(
            compared(an_expectation()),
            overrides=(overlay(TargetKind.EXPECTATION, "data-sharing", "title", "T", reason),),
        )
        for reason in ("Old reason.", "New reason.")
    )

    (found,) = compare_packs(*sides)

    assert (found.setting, found.old, found.new) == ("because", "Old reason.", "New reason.")


def test_an_expectation_says_how_many_rules_rest_on_it() -> None:
    old, new = an_expectation(), an_expectation(look_for=["our record"])

    found = compare_packs(compared(old), compared(new))

    assert [one.rules for one in found] == [1]


def test_words_of_lexicons_and_kinds_of_personal_data_are_compared_too() -> None:
    people = CueFamily(id="people", role="speaker", entries=(Phrase(text="residents"), Phrase(text="guests")))
    more = replace(people, entries=(Phrase(text="residents"), Phrase(text="crews")))
    old = replace(compared(), lexicons=(Lexicon(id="voice", families=(people,)),))
    new = replace(
        compared(), lexicons=(Lexicon(id="voice", families=(more,)),), personal_data=(("case number", "SB-######"),)
    )

    found = [(one.thing, one.id, one.setting, one.old, one.new) for one in compare_packs(old, new)]

    assert found == [
        ("lexicon", "voice", "people", "guests", "crews"),
        ("personal data", "case number", "pattern", "", "SB-######"),
    ]


def test_changed_wording_names_the_expectations_that_rest_on_it() -> None:
    framework = a_framework()
    first, *rest = framework.statements
    parts = (Served(id="commitment.share", text="We share all"), *first.commitment_parts[1:])
    changed = replace(framework, statements=(replace(first, commitment_parts=parts), *rest))
    expectation = an_expectation()

    (found,) = compare_packs(compared(expectation, framework=framework), compared(expectation, framework=changed))

    assert (found.thing, found.setting, found.new) == ("wording", "commitment.share", "We share all")
    assert found.touches == ("data-sharing",)
