"""Lexicons are checked against what plugins say that they read; the malformed packs have the mistakes themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checker.domain.pack import RuleBook
from checker.errors import DataError
from checker.stages.packs import load_rule_book
from checker.stages.packs.lexicon_names import misspelt_lexicons

FAMILY = "lexicon: {lexicon}\nfamilies:\n  - {{id: cold-food, role: {role}, entries: [served cold]{more}}}\n"
SETTINGS = {"type": "object", "properties": {"spoons": {"type": "integer", "minimum": 1, "maximum": 9}}}


def with_lexicon(kitchen: Any, text: str) -> Path:
    folder = kitchen.pack()
    (folder / "lexicon" / "more.yaml").write_text(text, encoding="utf-8")
    return Path(folder)


def load(kitchen: Any, folder: Path, **lexicons: Any) -> RuleBook:
    return load_rule_book([folder], criteria=kitchen.criteria, lexicons={**kitchen.lexicons, **lexicons})


def problems_of(kitchen: Any, folder: Path, **lexicons: Any) -> list[str]:
    with pytest.raises(DataError) as caught:
        load(kitchen, folder, **lexicons)
    return [str(problem) for problem in caught.value.problems]


def a_family(more: str = "", role: str = "shortfall", lexicon: str = "polarity") -> str:
    return FAMILY.format(lexicon=lexicon, role=role, more=more)


def test_settings_that_begin_with_x_and_remarks_are_left_alone(kitchen: Any) -> None:
    folder = with_lexicon(kitchen, a_family(", x-spoons: many, about: Nobody likes it., eases_to: mixed"))

    (family,) = [one for lexicon in load(kitchen, folder).lexicons for one in lexicon.families if one.id == "cold-food"]

    assert family.settings == {"x-spoons": "many", "about": "Nobody likes it.", "eases_to": "mixed"}


def test_what_a_third_party_reads_is_checked_by_what_it_says(kitchen: Any) -> None:
    folder = with_lexicon(kitchen, a_family(", spoons: 10", role="soup", lexicon="cutlery"))

    problems = problems_of(kitchen, folder, cutlery={"soup": SETTINGS})

    assert problems == ["kitchen/lexicon/more.yaml:3: 'spoons' cannot be 10 (at most 9)"]


def test_a_lexicon_that_no_plugin_names_is_not_checked(kitchen: Any) -> None:
    folder = with_lexicon(kitchen, a_family(", spoons: 10", role="soup", lexicon="cutlery"))

    book = load(kitchen, folder)

    assert list(misspelt_lexicons(book, kitchen.lexicons)) == []


def test_a_lexicon_that_is_nearly_called_like_one_that_is_read_is_told(kitchen: Any) -> None:
    folder = with_lexicon(kitchen, a_family(lexicon="registre"))

    told = [str(one) for one in misspelt_lexicons(load(kitchen, folder), kitchen.lexicons)]

    assert told == ["kitchen/lexicon/more.yaml:1: no plugin reads the lexicon 'registre' (did you mean 'register'?)"]


def test_a_broken_schema_of_a_role_is_named(kitchen: Any) -> None:
    folder = with_lexicon(kitchen, a_family(role="soup", lexicon="cutlery"))

    (problem,) = problems_of(kitchen, folder, cutlery={"soup": {"type": "objekt"}})

    assert "the role 'soup' of the lexicon 'cutlery' has a broken schema" in problem


def test_files_of_one_pack_fill_one_lexicon_and_packs_beside_each_other_may_share_ids(kitchen: Any) -> None:
    folder, beside = with_lexicon(kitchen, a_family()), kitchen.folder / "beside"
    (beside / "lexicon").mkdir(parents=True)
    header = (folder / "pack.yaml").read_text(encoding="utf-8")
    (beside / "pack.yaml").write_text(header.replace("village-kitchen", "beside"), encoding="utf-8")
    (beside / "lexicon" / "more.yaml").write_text(a_family(), encoding="utf-8")

    book = load_rule_book([folder, beside], criteria=kitchen.criteria, lexicons=kitchen.lexicons)

    ids = [family.id for lexicon in book.lexicons for family in lexicon.families]
    assert ids.count("cold-food") == 2
