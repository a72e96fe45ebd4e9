"""A region tailors a pack: what its overlay changes is compared, tested, told, handed on and signed off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any
PACK = """\
schema: pack/1
id: {id}
title: What {id} expects
version: "0.1.0"
engine: ">=0.1,<1"
framework: cqc-local-authority
extends: [{extends}]
licence: CC-BY-4.0
author: The network of Dunmere
date: "2026-03-31"
edition: cqc-la-baseline-2025
"""
OVERLAY = """\
override:
  - default_rule: recent
    expects: {months: 12}
    because: We look at it every year.
  - expectation: data-sharing
    add: {look_for: [lantern record]}
    because: So our system is called.
disable:
  - expectation: research-and-evidence
    because: The university asks for it.
"""
CASES = """\
phrases:
  data-sharing:
    hits: ["Nurses can open the lantern record at night."]
    misses: ["The lantern festival is in May."]
data-sharing.recent:
  - case: a year and a half is too old here
    given: ["In March 2024 partners told us that the shared care record works well for them."]
    as_of: "2025-10-01"
    outcome: not met
default.recent:
  - case: half a year is not
    given: ["In May 2025 partners told us that the shared care record works well for them."]
    expectation: data-sharing
    as_of: "2025-10-01"
    outcome: met
"""
HOLE = "disable:\n  - {expectation: data-sharing, because: The care board asks for it.}\n"


BASE = "cqc-local-authority"
TITLE = "override:\n  - {expectation: data-sharing, title: Ours, because: Ours.}\n"
ELSEWHERE = "phrases: {shared-objectives: {hits: [We share a vision with partners.], misses: [A bus.]}}\n"


def a_pack(id: str = "dunmere", overlay: str = OVERLAY, *, cases: str = "", extends: str = BASE) -> Path:
    folder = Path(id)
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK.format(id=id, extends=extends), encoding="utf-8")
    (folder / "overlay.yaml").write_text(overlay, encoding="utf-8")
    if cases:
        (folder / "ours.cases.yaml").write_text(cases, encoding="utf-8")
    return folder


def test_an_overlay_is_compared_with_its_base_in_words(checker: Checker) -> None:
    ended = checker("rules", "diff", "cqc-local-authority", a_pack())

    told = " ".join(ended.out.split())
    assert "how many months back is recent enough: - 24 + 12 because: We look at it every year." in told
    assert "(dunmere/overlay.yaml:3) asked of " in told
    assert "expectation research-and-evidence The council uses research, and contributes to it switched off" in told
    assert "words to look for: + “lantern record”" in told
    assert ended.code == 1


def test_a_pack_on_two_others_differs_from_one_of_them_by_its_own_changes_only(checker: Checker) -> None:
    overlay = OVERLAY + "  - {rule: sections.readable, because: Not here.}\n"

    ended = checker("rules", "diff", BASE, a_pack(overlay=overlay, extends=f"{BASE}, self-assessment-craft"))

    assert "rule sections.readable Sections have short sentences and plain words switched off because: Not here." in (
        " ".join(ended.out.split())
    )
    assert "added" not in ended.out


def test_programs_get_the_same_differences(checker: Checker) -> None:
    ended = checker("rules", "diff", "cqc-local-authority", a_pack(), "--format", "json")

    found = {(one["thing"], one["id"]): one for one in json.loads(ended.out)}
    months = found["default rule", "recent"]
    assert (months["setting"], months["old"], months["new"]) == ("expects.months", "24", "12")
    assert len(months["touches"]) > 50
    assert found["expectation", "research-and-evidence"]["because"] == "The university asks for it."


def test_two_versions_of_an_overlay_are_compared_by_what_they_ask(checker: Checker) -> None:
    Path("old").mkdir()
    a_pack().rename("old/dunmere")

    ended = checker("rules", "diff", "old/dunmere", a_pack(overlay=OVERLAY.replace("12", "6")))

    assert [line.strip() for line in ended.out.splitlines() if line.strip().startswith(("- ", "+ "))] == ["- 12", "+ 6"]
    assert "1 difference." in ended.out


def test_the_cases_of_an_overlay_try_its_changes_in_other_packs(checker: Checker) -> None:
    ended = checker("rules", "test", a_pack(cases=CASES), "--coverage")

    assert (ended.code, ended.out.strip()) == (0, "dunmere: 4 of 4 cases passed.")


def test_without_the_overlay_its_cases_would_fail(checker: Checker) -> None:
    ended = checker("rules", "test", a_pack(overlay=OVERLAY.replace("12", "36"), cases=CASES))

    assert ended.code == 1
    assert "data-sharing.recent, a year and a half is too old here: met, expected not met" in ended.out


def test_coverage_tells_the_changes_that_no_case_tries(checker: Checker) -> None:
    cases = CASES.replace("lantern record", "shared care record").replace(".recent", ".evidenced")

    ended = checker("rules", "test", a_pack(cases=cases), "--coverage")

    told = [line for line in ended.out.splitlines() if "no case tries what is changed here" in line]
    assert told == [
        "dunmere/overlay.yaml:3: recent: no case tries what is changed here (expects.months) "
        "(a case of default.recent in a .cases.yaml of this pack)",
        "dunmere/overlay.yaml:6: data-sharing: no case tries what is changed here (look_for) "
        "(phrases: data-sharing: hits with one of these words in a .cases.yaml of this pack)",
    ]
    assert ended.code == 1


def test_a_folder_that_was_named_and_has_no_cases_has_not_passed(checker: Checker) -> None:
    ended = checker("rules", "test", a_pack())

    assert ended.code == 1
    assert ended.out.startswith("dunmere: no cases: nothing was tested. Cases go into dunmere/NAME.cases.yaml")


def test_a_pack_on_top_of_another_is_tested_with_it(checker: Checker) -> None:
    a_pack("fells", TITLE)
    vale = a_pack("vale", OVERLAY, cases=CASES, extends="cqc-local-authority, fells")

    alone = checker("rules", "test", vale)
    ended = checker("rules", "test", vale, "--pack", "fells")

    assert "the pack 'fells', which this one extends, is not in use here" in alone.err
    assert (alone.code, ended.code) == (2, 0)


def test_a_pack_is_tested_and_checked_with_what_it_extends_of_the_packs_in_use(checker: Checker) -> None:
    a_pack("fells", TITLE)
    vale = a_pack("vale", OVERLAY, cases=CASES, extends="cqc-local-authority, fells")
    Path("checker.yaml").write_text("packs: [fells]\n", encoding="utf-8")

    assert checker("rules", "test", vale).code == 0
    assert checker("rules", "validate", vale).code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("rules", "validate", "dunmere"),
        ("rules", "test", "dunmere", "--coverage"),
        ("rules", "build", "dunmere", "--out", "dunmere.zip"),
    ],
)
def test_a_hole_that_a_reason_leaves_is_told_and_is_no_mistake(checker: Checker, command: tuple[str, ...]) -> None:
    a_pack(
        overlay=HOLE,
        cases=ELSEWHERE,
    )

    ended = checker(*command)

    assert "Nothing is asked any longer about" in ended.out + ended.err
    assert "(commitment.information of partnerships-and-communities)" in ended.out + ended.err
    assert "(The care board asks for it.)" in ended.out + ended.err
    assert ended.code == 0, ended.out


def test_whoever_installs_a_pack_and_reads_a_report_is_told_of_its_holes(checker: Checker, library: Path) -> None:
    checker("rules", "build", a_pack(overlay=HOLE), "--out", "dunmere.zip")

    installed = checker("rules", "install", "dunmere.zip")
    checker("assess", library, "--out", "out", "--format", "json", "--pack", "packs/dunmere", "--as-of", "2026-03-31")

    assert "packs/dunmere/overlay.yaml:2: Nothing is asked any longer about" in installed.err
    report = json.loads(Path("out/gap-report.json").read_text(encoding="utf-8"))
    assert any(
        "commitment.information" in warning and "The care board asks for it." in warning
        for warning in report["warnings"]
    )


def test_a_report_tells_changes_without_yaml_or_json(checker: Checker, library: Path) -> None:
    checker("assess", library, "--out", "out", "--format", "markdown", "--pack", a_pack(), "--as-of", "2026-03-31")

    report = Path("out/gap-report.md").read_text(encoding="utf-8")
    assert (
        "The default rule recent has another months: 12 (pack dunmere, dunmere/overlay.yaml:3): We look at it" in report
    )
    assert "The expectation data-sharing has further words to look for: lantern record (pack dunmere" in report


def test_installing_on_top_of_an_absent_pack_names_it_and_how_to_get_it(checker: Checker) -> None:
    a_pack("fells", TITLE)
    vale = a_pack(
        "vale",
        TITLE,
        extends="cqc-local-authority, fells",
    )
    checker("rules", "build", vale, "--out", "vale.zip", "--pack", "fells")

    ended = checker("rules", "install", "vale.zip")

    assert ended.code == 2
    assert "It extends the pack 'fells', which is not in use here. Ask The network of Dunmere for its zip" in ended.err
    assert "did you mean" not in ended.err
