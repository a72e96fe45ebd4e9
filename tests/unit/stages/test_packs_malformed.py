"""Each folder of `tests/malformed_packs` lays a mistake over the good pack; `expected.txt` has what must be told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.errors import DataError
from checker.stages.packs import load_rule_book

CORPUS = Path(__file__).parents[2] / "malformed_packs"
NAMES = sorted(folder.name for folder in CORPUS.iterdir() if folder.name != "good")


def expected_of(name: str) -> list[str]:
    return (CORPUS / name / "expected.txt").read_text(encoding="utf-8").splitlines()


def problems_of(kitchen: Any, *folders: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        load_rule_book(folders, criteria=kitchen.criteria, lexicons=kitchen.lexicons)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("name", NAMES)
def test_a_malformed_pack_is_refused_with_place_mistake_and_way_out(
    name: str, kitchen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = kitchen.pack(changed=name)
    monkeypatch.chdir(folder)

    problems = problems_of(kitchen, folder)

    assert problems == expected_of(name)


def test_the_corpus_covers_what_people_get_wrong() -> None:
    assert len(NAMES) >= 34
    assert all(line.endswith(")") for name in NAMES for line in expected_of(name))


def test_mistakes_of_all_kinds_in_one_file_are_told_at_once(kitchen: Any) -> None:
    folder = kitchen.pack()
    kitchen.change("warm-meals.yaml", "serves: [commitment.fresh]", "serves: [commitment.fish]")
    kitchen.change("warm-meals.yaml", "hints: [kitchen, oven]", "hints: [kitchen]\n    hints: [oven]")
    kitchen.change("warm-meals.yaml", "weight: expected\n", "weight: expcted\n")
    kitchen.change("warm-meals.yaml", "criterion: terms_found", "criterion: terms_fund")
    kitchen.change("warm-meals.yaml", "remedy: Name the survey.", "remdy: Name the survey.")

    problems = problems_of(kitchen, folder)

    assert [problem.split(": ")[0] for problem in problems] == [
        f"kitchen/warm-meals.yaml:{line}" for line in (5, 14, 23, 36, 40)
    ]


def test_mistakes_of_all_files_are_told_at_once(kitchen: Any) -> None:
    folder = kitchen.pack()
    kitchen.change("pack.yaml", "licence:", "license:")
    kitchen.change("default-rules.yaml", "{months: 24}", "{months: many}")
    kitchen.change("lexicon/voice.yaml", "role: speaker", "role:")

    problems = problems_of(kitchen, folder)

    files = [problem.split(":")[0] for problem in problems]
    assert files == ["kitchen/default-rules.yaml", "kitchen/lexicon/voice.yaml", "kitchen/pack.yaml"]


def test_files_that_cannot_be_read_do_not_make_others_look_wrong(kitchen: Any) -> None:
    folder = kitchen.pack()
    (folder / "warm-meals.yaml").write_bytes("statement: wärme\n".encode("cp1252"))
    (folder / "default-rules.yaml").write_bytes("default_rules: []\n".encode("utf-16"))
    (folder / "framework.yaml").write_bytes(b"- word\n" * 1_500_000)

    problems = problems_of(kitchen, folder)

    assert [problem.split(" (")[0] for problem in problems] == [
        "kitchen/default-rules.yaml: the file is not UTF-8: it seems to be UTF-16",
        "kitchen/framework.yaml: the file has 10.5 MB, more than a pack file may have",
        "kitchen/warm-meals.yaml:1: the file is not UTF-8: it seems to be Windows-1252",
    ]


def test_a_folder_without_pack_yaml_is_refused(kitchen: Any) -> None:
    (kitchen.folder / "empty").mkdir()

    problems = problems_of(kitchen, kitchen.folder / "empty", kitchen.folder / "none")

    assert problems == [
        "empty: there is no pack.yaml in this folder (a folder with a pack.yaml)",
        "none: there is no such folder (a folder with a pack.yaml)",
    ]


def test_ids_that_two_packs_share_are_refused(kitchen: Any) -> None:
    first, second = kitchen.pack("a"), kitchen.pack("b")
    (second / "framework.yaml").unlink()

    problems = problems_of(kitchen, first, second)

    assert [problem.split(" (")[0] for problem in problems if "pack.yaml" in problem or "yaml:3:" in problem] == [
        "b/pack.yaml:2: the pack 'village-kitchen' is already there",
        "b/warm-meals.yaml:3: the expectation 'fresh-food' is already there",
    ]


def test_two_frameworks_are_refused(kitchen: Any) -> None:
    first, second = kitchen.pack("a"), kitchen.pack("b")

    problems = problems_of(kitchen, first, second)

    expected = "b/framework.yaml:2: a second framework (the first is in a/framework.yaml) (one framework in a run)"
    assert expected in problems


def test_a_run_without_the_framework_is_refused(kitchen: Any) -> None:
    folder = kitchen.pack()
    (folder / "framework.yaml").unlink()

    problems = problems_of(kitchen, folder)

    assert problems == ["kitchen/pack.yaml:6: no pack of this run brings the framework 'kitchens' (known: none)"]


def test_no_pack_at_all_is_refused(kitchen: Any) -> None:
    assert problems_of(kitchen) == ["packs: no pack was given (a folder with a pack.yaml)"]


def test_a_criterion_with_a_broken_schema_is_named(kitchen: Any) -> None:
    criteria = {**kitchen.criteria, "evidenced": {"type": "objekt"}}

    with pytest.raises(DataError, match="the criterion 'evidenced' has a broken schema"):
        load_rule_book([kitchen.pack()], criteria=criteria)


def test_a_circle_of_three_is_told_once_and_a_chain_is_none(kitchen: Any) -> None:
    folder = kitchen.pack()
    text = (folder / "warm-meals.yaml").read_text(encoding="utf-8")
    third = "  - {id: soup, title: Soup, serves: [i.warm], why: So., look_for: [soup], main_before: [SECOND]}\nrules:\n"
    text = text.replace("hints: [kitchen, oven]", "main_before: [guests-asked]")
    text = text.replace("look_for: [guests were asked]", "look_for: [guests were asked]\n    main_before: [soup]")

    text = text.replace("rules:\n  - id: warm", f"{third}  - id: warm")
    (folder / "warm-meals.yaml").write_text(text.replace("SECOND", "fresh-food"), encoding="utf-8")
    (told,) = problems_of(kitchen, folder)

    assert "'fresh-food' before 'guests-asked' before 'soup' before 'fresh-food'" in told
    (folder / "warm-meals.yaml").write_text(text.replace(", main_before: [SECOND]", ""), encoding="utf-8")
    load_rule_book([folder], criteria=kitchen.criteria)
