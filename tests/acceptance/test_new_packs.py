"""What `checker rules new` writes is valid, tested and ready to be changed; its examples are never handed on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Checker = Any


@pytest.mark.parametrize("statement", ["", "safeguarding"])
def test_a_new_overlay_passes_its_checks_as_written(checker: Checker, statement: str) -> None:
    made = checker("rules", "new", "our-region", "--overlay", *(("--statement", statement) if statement else ()))

    validated = checker("rules", "validate", "our_region")
    tested = checker("rules", "test", "our_region", "--coverage")
    compared = checker("rules", "diff", "cqc-local-authority", "our_region")

    assert (made.code, validated.code, tested.code) == (0, 0, 0), validated.err + tested.out
    assert "2 of 2 cases passed" in tested.out
    assert {path.name for path in Path("our_region").iterdir()} >= {"overlay.yaml", "pack.yaml", "README.md"}
    assert all(told in compared.out for told in ("switched off", "essential", "lantern bridge scheme"))


def test_an_overlay_on_an_unknown_statement_is_told_the_nearest(checker: Checker) -> None:
    made = checker("rules", "new", "our-region", "--overlay", "--statement", "safegarding")

    assert (made.code, Path("our_region").exists()) == (2, False)
    assert "safeguarding" in made.err


@pytest.mark.parametrize("options", [(), ("--overlay",)])
def test_the_example_of_an_author_is_not_handed_on(checker: Checker, options: tuple[str, ...]) -> None:
    checker("rules", "new", "our-region", *options)
    header = Path("our_region/pack.yaml")
    text = header.read_text(encoding="utf-8")
    for key in ("licence", "author", "date"):
        text = text.replace(f"# {key}:", f"{key}:")
    header.write_text(text, encoding="utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), 1) if one.startswith("author:"))

    refused = checker("rules", "build", "our_region", "--out", "ours.zip")
    header.write_text(text.replace("who answers for the pack", "The network of Dunmere"), encoding="utf-8")
    built = checker("rules", "build", "our_region", "--out", "ours.zip")

    assert (refused.code, built.code) == (2, 0), built.err
    assert f"our_region/pack.yaml:{line}: 'author' is still the example" in refused.err


def test_an_edition_that_is_no_id_is_refused_once(checker: Checker) -> None:
    checker("rules", "new", "our-region")
    header = Path("our_region/pack.yaml")
    text = header.read_text(encoding="utf-8").replace("cqc-la-baseline-2025", "the usual one")
    header.write_text(text, encoding="utf-8")

    refused = checker("rules", "validate", "our_region")

    assert refused.code == 2
    assert refused.err.count("the usual one") == 1


def test_expectations_that_keep_a_limit_of_their_own_are_told_beside_a_changed_default(checker: Checker) -> None:
    checker("rules", "new", "our-region", "--overlay")
    changed = "override: [{default_rule: recent, expects: {months: 12}, because: We look at it every year.}]\n"
    Path("our_region/overlay.yaml").write_text(changed, encoding="utf-8")

    told = checker("rules", "diff", "cqc-local-authority", "our_region")
    listed = json.loads(checker("rules", "diff", "cqc-local-authority", "our_region", "--format", "json").out)

    keeps = next(one["keeps"] for one in listed if one["thing"] == "default rule")
    assert keeps
    assert all(value != "12" for _, value in keeps)
    assert "keep their own:" in told.out
    assert keeps[0][0] in told.out
