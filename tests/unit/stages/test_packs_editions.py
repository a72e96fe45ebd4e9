"""Editions of a framework stand side by side; what rests on changed wording turns suspect."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from checker.domain.pack import RuleBook
from checker.errors import DataError, UsageError
from checker.stages.packs import load_rule_book
from checker.stages.packs.advice import advice

EDITION = """\
schema: framework-edition/1
edition: {id: second, label: Second edition, status: unconfirmed}
about: A draft.
scores: false
rating_levels: [Splendid, Poor]
quality_statements:
  - id: warm-meals
    wording:
      commitment.fresh: We cook what grows nearby
      i.warm: "I get a warm meal!"
"""


@pytest.fixture
def folder(kitchen: Any) -> Path:
    pack: Path = kitchen.pack()
    (pack / "editions").mkdir()
    (pack / "editions" / "second.yaml").write_text(EDITION, encoding="utf-8")
    return pack


def loaded(kitchen: Any, folder: Path, edition: str = "", **more: Any) -> RuleBook:
    return load_rule_book([folder], criteria=kitchen.criteria, edition=edition, **more)


def suspects(book: RuleBook) -> dict[str, str]:
    return {one.id: one.suspect for one in book.expectations if one.suspect}


def test_the_usual_edition_stays_the_default(kitchen: Any, folder: Path) -> None:
    book = loaded(kitchen, folder)

    assert book.framework.edition.id == "first"
    assert [edition.id for edition in book.framework.editions] == ["first", "second"]
    assert book.framework.score_labels
    assert suspects(book) == {}


def test_another_edition_has_its_own_wording_and_no_scores(kitchen: Any, folder: Path) -> None:
    framework = loaded(kitchen, folder, "second").framework

    assert framework.statement("warm-meals").commitment_parts[0].text == "We cook what grows nearby"
    assert framework.score_labels == {}
    assert framework.edition.rating_levels == ("Splendid", "Poor")


def test_the_earlier_wording_is_still_known_as_the_frameworks(kitchen: Any, folder: Path) -> None:
    variants = loaded(kitchen, folder, "second").framework.statement("warm-meals").variants

    assert "We cook fresh food" in variants


def test_an_expectation_turns_suspect_when_the_wording_that_it_serves_changes(kitchen: Any, folder: Path) -> None:
    book = loaded(kitchen, folder, "second")

    assert list(suspects(book)) == ["fresh-food"]
    assert "commitment.fresh now reads “We cook what grows nearby”" in suspects(book)["fresh-food"]
    assert any("fresh-food' is suspect" in str(told) for told in advice(book))


def test_a_change_of_marks_and_capitals_alone_is_no_change(kitchen: Any, folder: Path) -> None:
    assert "guests-asked" not in suspects(loaded(kitchen, folder, "second"))


def test_a_pack_written_for_the_new_edition_is_suspect_under_the_old_one(kitchen: Any, folder: Path) -> None:
    kitchen.change("pack.yaml", "framework: kitchens", "framework: kitchens\nedition: second")

    assert list(suspects(loaded(kitchen, folder))) == ["fresh-food"]
    assert suspects(loaded(kitchen, folder, "second")) == {}


def test_wording_that_an_expectation_notes_itself_counts_first(kitchen: Any, folder: Path) -> None:
    noted = "serves: [commitment.fresh]\n    rests_on: {commitment.fresh: We cook what grows nearby}"
    kitchen.change("warm-meals.yaml", "serves: [commitment.fresh]", noted)

    assert list(suspects(loaded(kitchen, folder))) == ["fresh-food"]
    assert suspects(loaded(kitchen, folder, "second")) == {}


def test_an_edition_that_does_not_exist_is_refused(kitchen: Any, folder: Path) -> None:
    with pytest.raises(UsageError, match="did you mean 'second'"):
        loaded(kitchen, folder, "secund")


def test_the_cache_keeps_editions_apart(kitchen: Any, folder: Path) -> None:
    cache = kitchen.folder / "cache"

    books = [loaded(kitchen, folder, edition, cache=cache) for edition in ("", "second", "")]

    assert [book.framework.edition.id for book in books] == ["first", "second", "first"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("commitment.fresh:", "commitment.fish:", "no I statement or part of the commitment 'commitment.fish'"),
        ("id: warm-meals", "id: warm-meal", "there is no quality statement 'warm-meal'"),
        ("id: second", "id: first", "the edition 'first' is already there"),
        ("about: A draft.\n", "", "the key 'about' is missing"),
    ],
)
def test_a_mistake_in_an_edition_is_told_with_its_place(
    kitchen: Any, folder: Path, old: str, new: str, told: str
) -> None:
    file = folder / "editions" / "second.yaml"
    file.write_text(EDITION.replace(old, new), encoding="utf-8")

    with pytest.raises(DataError, match=told) as caught:
        loaded(kitchen, folder)

    assert str(caught.value).startswith("kitchen/editions/second.yaml:")


@pytest.fixture
def overlay(kitchen: Any) -> Path:
    shutil.copytree(Path(__file__).parents[2] / "malformed_overlays" / "good", kitchen.folder / "weekends")
    (kitchen.folder / "weekends" / "editions").mkdir()
    (kitchen.folder / "weekends" / "editions" / "ours.yaml").write_text(
        EDITION.replace("id: second", "id: weekend-draft"), encoding="utf-8"
    )
    folder: Path = kitchen.folder / "weekends"
    return folder


def test_a_pack_without_a_framework_brings_an_edition_of_another_packs(
    kitchen: Any, folder: Path, overlay: Path
) -> None:
    book = load_rule_book([overlay, folder], criteria=kitchen.criteria, edition="weekend-draft")

    assert [one.id for one in book.framework.editions] == ["first", "second", "weekend-draft"]
    assert suspects(book)["fresh-food"]


def test_an_edition_of_an_overlay_is_checked_like_any_other(kitchen: Any, folder: Path, overlay: Path) -> None:
    text = EDITION.replace("status: unconfirmed", "status: confirmed").replace("id: warm-meals", "id: warm-meal")
    (overlay / "editions" / "ours.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_rule_book([folder, overlay], criteria=kitchen.criteria)

    assert [str(problem).partition(" (")[0] for problem in caught.value.problems] == [
        "weekends/editions/ours.yaml:2: it says 'confirmed', and none of its references is confirmed",
        "weekends/editions/ours.yaml:2: the edition 'second' is already there",
        "weekends/editions/ours.yaml:7: there is no quality statement 'warm-meal'",
    ]
