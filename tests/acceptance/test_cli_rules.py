"""`checker rules`: the loop in which a rule author lives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any
PACK = """\
schema: pack/1
id: region
title: Our region
version: "0.1.0"
engine: ">=0.1,<1"
framework: cqc-local-authority
"""
STATEMENT = """\
statement: partnerships-and-communities
expectations:
  - id: region-warm-hubs
    title: Partners run warm hubs
    serves: [commitment.information]
    why: Warm rooms bring people together.
    status: derived
    look_for:
      - warm hub
      - heat|warmth ... library
    hints: [hub]
    not_when: [warm hub of the leisure firm]
    rules:
      - id: region-warm-hubs.evidenced
        title: Warm hubs are there
        criterion: evidenced
        expects: {}
        weight: helpful
        why: What nobody can show is easily forgotten.
        remedy: Say where the hubs are.
        status: derived
"""
PHRASES = """\
phrases:
  region-warm-hubs:
    hits: ["Partners opened a warm hub."]
    misses: ["The museum opens at ten."]
"""
RULE = "region-warm-hubs.evidenced:\n"
MET = """\
  - case: a hub is open
    given: ["Partners run an effective warm hub and people told us that it works well."]
    outcome: met
    cites: Partners run
"""
NOT_MET = """\
  - case: nothing is said
    given: ["The museum opens at ten."]
    outcome: not met
"""
CASES = PHRASES + RULE + MET + NOT_MET
DOCUMENT = """\
Partners opened a warm hub in May.

The warm hub of the leisure firm is another matter.

There is warmth in every room.

Ask at the hub for details.
"""


def a_pack(cases: str = CASES, statement: str = STATEMENT) -> Path:
    folder = Path("region")
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "partnerships.yaml").write_text(statement, encoding="utf-8")
    (folder / "partnerships.cases.yaml").write_text(cases, encoding="utf-8")
    return folder


def test_the_list_as_json_has_every_rule_with_its_fields(checker: Checker) -> None:
    ended = checker("rules", "list", "--format", "json")

    rules = {rule["id"]: rule for rule in json.loads(ended.out)}
    assert rules["data-sharing.evidenced"] == {
        "id": "data-sharing.evidenced",
        "title": rules["data-sharing.evidenced"]["title"],
        "statement": "partnerships-and-communities",
        "expectation": "data-sharing",
        "criterion": "evidenced",
        "weight": "essential",
        "pack": "cqc-local-authority",
    }
    assert ended.code == 0


def test_rules_of_a_further_pack_are_listed_with_it(checker: Checker) -> None:
    ended = checker("rules", "list", "--pack", a_pack(), "--format", "json")

    (own,) = (rule for rule in json.loads(ended.out) if rule["pack"] == "region")
    assert (own["id"], own["expectation"]) == ("region-warm-hubs.evidenced", "region-warm-hubs")


def test_the_list_as_text_fits_the_screen_and_can_be_limited(checker: Checker) -> None:
    ended = checker("rules", "list", "--statement", "partnerships-and-communities")

    assert "partnerships-and-communities / data-sharing" in ended.out
    assert checker("rules", "list", "--statement", "safeguardin").code == 2


def test_show_says_why_what_is_asked_and_where_it_is_defined(checker: Checker) -> None:
    pack = a_pack()

    ended = checker("rules", "show", "region-warm-hubs.evidenced", "--pack", pack)

    for words in ("Warm hubs are there", "Say where the hubs are.", "region/partnerships.yaml:14", "2 cases"):
        assert words in ended.out


def test_an_unknown_rule_gets_a_suggestion(checker: Checker) -> None:
    ended = checker("rules", "show", "data-sharing.evidencd")

    assert ended.code == 2
    assert "did you mean 'data-sharing.evidenced'?" in ended.err


def test_a_valid_pack_is_0(checker: Checker) -> None:
    ended = checker("rules", "validate", a_pack())

    assert ended.code == 0
    assert "region 0.1.0: 1 expectation, 1 rule: no mistakes found." in ended.out


def test_an_invalid_pack_is_2_with_all_its_mistakes(checker: Checker) -> None:
    pack = a_pack(statement=STATEMENT.replace("criterion: evidenced", "criterion: evidencd").replace("helpful", "big"))

    ended = checker("rules", "validate", pack)

    assert ended.code == 2
    assert "region/partnerships.yaml:16: " in ended.err
    assert "region/partnerships.yaml:18: " in ended.err
    assert "did you mean 'evidenced'?" in ended.err


def test_cases_that_pass_are_0(checker: Checker) -> None:
    ended = checker("rules", "test", a_pack(), "--coverage")

    assert ended.code == 0, ended.out
    assert "region: 4 of 4 cases passed." in ended.out


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("outcome: not met", "outcome: met", "region/partnerships.cases.yaml:10: region-warm-hubs.evidenced, nothing"),
        ("cites: Partners run", "cites: an effective", "it should cite “an effective”"),
        ("Partners opened a warm hub.", "Partners opened a cold room.", "is not recognised"),
        ("misses: [\"The museum", "misses: [\"A warm hub in the museum", "is recognised, and should be missed"),
    ],
)  # fmt: skip
def test_a_case_that_fails_is_1_and_says_what_came_instead(checker: Checker, right: str, wrong: str, said: str) -> None:
    ended = checker("rules", "test", a_pack(CASES.replace(right, wrong, 1)))

    assert ended.code == 1
    assert said in ended.out
    assert "3 of 4 cases passed; 1 problem." in ended.out


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        (PHRASES + RULE + NOT_MET, "no case meets this rule"),
        (PHRASES + RULE + MET, "no case leaves this rule unmet"),
        (RULE + MET + NOT_MET, "no sentence shows what its phrases hit"),
        (RULE + MET + NOT_MET, "no sentence shows what they miss"),
    ],
)
def test_what_has_no_case_fails_with_coverage_only(checker: Checker, cases: str, said: str) -> None:
    pack = a_pack(cases)

    alone, covered = checker("rules", "test", pack), checker("rules", "test", pack, "--coverage")

    assert (alone.code, covered.code) == (0, 1), alone.out
    assert said in covered.out
    assert "region/partnerships.yaml:" in covered.out


def test_cases_that_do_not_parse_are_2(checker: Checker) -> None:
    ended = checker("rules", "test", a_pack(CASES + "region-warm-hubs.evidencd:\n  - case: x\n"))

    assert ended.code == 2
    assert "region/partnerships.cases.yaml:" in ended.err


def test_try_shows_hits_and_each_kind_of_near_miss(checker: Checker) -> None:
    pack = a_pack()
    Path("letter.txt").write_text(DOCUMENT, encoding="utf-8")

    ended = checker("rules", "try", "region-warm-hubs.evidenced", "--on", "letter.txt", "--pack", pack)

    assert "line 1: Partners opened a [warm hub] in May." in ended.out
    assert "hidden by not_when 'warm hub of the leisure firm'" in ended.out
    assert "there is no 'library'" in ended.out
    assert "line 7: Ask at the [hub] for details.\n      only a hint" in ended.out
    assert "region-warm-hubs.evidenced  met" in ended.out
    assert "1 hit and 3 near misses in 4 sentences." in ended.out


def test_try_on_a_missing_file_is_2(checker: Checker) -> None:
    ended = checker("rules", "try", "data-sharing", "--on", "none.txt")

    assert ended.code == 2
    assert "none.txt" in ended.err


def test_a_new_pack_passes_its_own_cases(checker: Checker) -> None:
    made = checker("rules", "new", "our-region")

    tested = checker("rules", "test", "our_region", "--coverage")

    assert made.code == 0
    assert "our_region/pack.yaml" in made.out
    assert (tested.code, tested.err) == (0, ""), tested.out


def test_a_new_pack_never_overwrites_another(checker: Checker) -> None:
    checker("rules", "new", "our-region")

    assert checker("rules", "new", "our-region").code == 2
