from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.domain.cases import Case, PhraseCase
from checker.domain.document import DocumentKind
from checker.domain.finding import Outcome
from checker.domain.framework import FactStatus, KindDefaults
from checker.domain.measured import Measured
from checker.domain.pack import Phrase, Rule, RuleBook, Weight
from checker.errors import DataError
from checker.stages.packs import load_cases, load_rule_book
from checker.stages.packs.versions import in_range

OVERLAY = """\
statement: warm-meals
expectations:
  - id: soup
    title: There is soup
    serves: [i.warm]
    why: Soup is warm.
    look_for: [soup]
"""


def the_book(kitchen: Any, *folders: Path) -> RuleBook:
    return load_rule_book(folders or [kitchen.pack()], criteria=kitchen.criteria)


def the_rule(book: RuleBook, rule_id: str) -> Rule:
    return next(rule for rule in book.rules if rule.id == rule_id)


def an_overlay(kitchen: Any) -> Path:
    folder: Path = kitchen.folder / "region"
    folder.mkdir()
    header = 'schema: pack/1\nid: a-region\ntitle: A region\nversion: "2"\nengine: ">=0.1"\nframework: kitchens\n'
    (folder / "pack.yaml").write_text(header, encoding="utf-8")
    (folder / "soup.yaml").write_text(OVERLAY, encoding="utf-8")
    return folder


def test_a_pack_is_loaded_with_what_its_files_say(kitchen: Any) -> None:
    book = the_book(kitchen)

    (pack,) = book.packs
    assert (pack.id, pack.version, pack.root, pack.licence) == ("village-kitchen", "0.1.0", "kitchen", "CC0-1.0")
    expectation = book.expectations[0]
    assert (expectation.id, expectation.statement, expectation.subtopic) == ("fresh-food", "warm-meals", "cooking")
    assert expectation.serves == ("commitment.fresh",)
    assert expectation.status is FactStatus.DERIVED


def test_what_was_measured_of_an_expectation_is_loaded_in_words_and_figures(kitchen: Any) -> None:
    pack: Path = kitchen.pack()
    told = "reliability:\n  fresh-food: Mostly right.\nfigures:\n  fresh-food: {f1: 0.8, low: 0.7, high: 1.0, n: 12}\n"
    (pack / "reliability.yaml").write_text(told, encoding="utf-8")

    first, *others = the_book(kitchen, pack).expectations

    assert (first.reliability, first.measured) == ("Mostly right.", Measured(f1=0.8, low=0.7, high=1.0, n=12))
    assert [one.measured for one in others] == [None] * len(others)


def test_the_framework_is_loaded_in_its_own_order(kitchen: Any) -> None:
    framework = the_book(kitchen).framework

    assert [statement.id for statement in framework.statements] == ["warm-meals", "open-doors"]
    assert [served.id for served in framework.statements[0].served] == ["i.warm", "commitment.fresh", "commitment.ask"]
    assert framework.score_labels == {1: "Not yet", 2: "Well done"}
    assert framework.kinds["feedback"] == KindDefaults(voice="guests", evidence_category="told")
    assert [voice.id for voice in framework.voices if voice.independent] == ["guests"]


def test_every_phrase_knows_its_file_and_line_without_any_absolute_path(kitchen: Any) -> None:
    book = the_book(kitchen)

    assert book.expectations[0].look_for[2] == Phrase(text="=FFF", file="kitchen/warm-meals.yaml", line=12)
    assert book.lexicons[0].families[0].entries[2] == Phrase(text="no", file="kitchen/lexicon/voice.yaml", line=6)
    assert the_rule(book, "fresh-food.recent").place == "kitchen/default-rules.yaml:9"


def test_a_family_keeps_its_other_keys_as_settings(kitchen: Any) -> None:
    (family,) = the_book(kitchen).lexicons[0].families

    assert (family.id, family.role, dict(family.settings)) == ("guests", "speaker", {"value": "guests"})


def test_default_rules_are_asked_of_every_expectation(kitchen: Any) -> None:
    rule = the_rule(the_book(kitchen), "guests-asked.evidenced")

    assert rule.default
    assert rule.title == "Evidence is there: Guests are asked"
    assert (rule.expectation, rule.statement, rule.weight) == ("guests-asked", "warm-meals", Weight.ESSENTIAL)


def test_an_expectation_changes_a_default_rule_or_switches_it_off(kitchen: Any) -> None:
    book = the_book(kitchen)

    changed = the_rule(book, "fresh-food.recent")
    assert (changed.expects, changed.weight) == ({"months": 12}, Weight.EXPECTED)
    assert "guests-asked.recent" not in {rule.id for rule in book.rules}


def test_rules_of_a_whole_statement_have_no_expectation(kitchen: Any) -> None:
    rule = the_rule(the_book(kitchen), "warm-meals.guests-heard")

    assert (rule.statement, rule.expectation, rule.default) == ("warm-meals", "", False)


def test_rules_without_a_statement_are_rules_of_the_whole_run(kitchen: Any) -> None:
    folder = kitchen.pack()
    whole_run = "rules:\n  - {id: plain, title: T, criterion: evidenced, weight: helpful, why: W, remedy: R}\n"
    (folder / "craft.yaml").write_text(whole_run, encoding="utf-8")

    rule = the_rule(the_book(kitchen, folder), "plain")

    assert (rule.statement, rule.expectation) == ("", "")


def test_an_overlay_adds_to_the_framework_of_another_pack_in_any_order(kitchen: Any) -> None:
    base, overlay = kitchen.pack(), an_overlay(kitchen)

    book = the_book(kitchen, base, overlay)

    assert book == the_book(kitchen, overlay, base, overlay)
    assert [pack.id for pack in book.packs] == ["village-kitchen", "a-region"]
    assert [expectation.id for expectation in book.expectations] == ["fresh-food", "guests-asked", "soup"]
    assert "soup.evidenced" not in {rule.id for rule in book.rules}


def test_a_byte_of_any_file_changes_the_hash_of_the_pack(kitchen: Any) -> None:
    folder = kitchen.pack()
    before = the_book(kitchen, folder).packs[0].sha256
    kitchen.change("warm-meals.cases.yaml", "only the cooks say so", "only cooks say so")

    after = the_book(kitchen, folder).packs[0].sha256

    assert before != after


def test_cases_are_loaded_with_their_places(kitchen: Any) -> None:
    cases = load_cases(kitchen.pack())

    assert cases[0] == Case(
        rule="fresh-food.guests-confirm",
        case="guests say so",
        given=("Guests told us that there is fresh food every day.",),
        outcome=Outcome.MET,
        kind=DocumentKind.FEEDBACK,
        cites="Guests told us",
        file="kitchen/warm-meals.cases.yaml",
        line=2,
    )
    assert cases[-1] == PhraseCase(
        expectation="fresh-food",
        text="There was a case of fresh food poisoning.",
        hit=False,
        file="kitchen/warm-meals.cases.yaml",
        line=19,
    )


def test_a_case_of_a_default_rule_may_name_expectation_and_date(kitchen: Any) -> None:
    cases = load_cases(kitchen.pack())

    (case,) = (case for case in cases if isinstance(case, Case) and case.rule.startswith("default."))
    assert (case.rule, case.expectation, case.as_of) == ("default.evidenced", "fresh-food", "2026-01-31")


def test_malformed_cases_are_not_loaded(kitchen: Any) -> None:
    folder = kitchen.pack(changed="bad-outcome")

    with pytest.raises(DataError, match="'outcome' cannot be the text 'missed'"):
        load_cases(folder)


@pytest.mark.parametrize(
    ("version", "wanted", "fits"),
    [
        ("0.1.0", ">=0.1,<1", True),
        ("0.1.0", ">=0.1.1", False),
        ("0.10.0", ">=0.9", True),
        ("1.0", "<1", False),
        ("1.0.0", "==1", True),
        ("0.2.0rc1", " > 0.1 , <= 0.2 ", True),
    ],
)
def test_versions_are_compared_as_numbers(version: str, wanted: str, fits: bool) -> None:
    assert in_range(version, wanted) is fits


def test_the_packs_that_are_shipped_are_sound(kitchen: Any) -> None:
    from checker_plugins import action_criteria, core_criteria, craft_criteria, library_criteria

    plugins = (action_criteria, core_criteria, craft_criteria, library_criteria)
    criteria = {one.name: one.schema for plugin in plugins for one in plugin.checker_criteria()}
    rules = Path(__file__).parents[3] / "rules"
    folders = sorted(path.parent for path in rules.glob("*/pack.yaml"))

    book = load_rule_book(folders, criteria=criteria, lexicons=kitchen.lexicons)

    assert len(book.packs) == len(folders) > 0
