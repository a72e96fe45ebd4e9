from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from checker.domain.document import DocumentKind
from checker.domain.finding import Outcome
from checker.domain.framework import FactStatus
from checker.domain.pack import Weight
from checker.yaml_checks.schema import bad_schema, schema_problems, shipped_schema, value_problems
from checker.yaml_source import YamlSource, read_yaml

NAMES = ["common", "pack", "framework", "expectations", "default-rules", "cases", "lexicon"]


def a_source(folder: Path, text: str) -> YamlSource:
    path = folder / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path, shown="file.yaml")


def parts(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts(part)


@pytest.mark.parametrize("name", NAMES)
def test_shipped_schemas_are_sound(name: str) -> None:
    assert bad_schema(shipped_schema(name)) == ""


@pytest.mark.parametrize("name", NAMES)
def test_shipped_schemas_have_no_choice_that_messages_could_not_explain(name: str) -> None:
    assert not [part for part in parts(shipped_schema(name)) if {"anyOf", "oneOf", "not"} & part.keys()]


@pytest.mark.parametrize("name", NAMES)
def test_shipped_schemas_know_every_key(name: str) -> None:
    groups = [part for part in parts(shipped_schema(name)) if isinstance(part.get("properties"), dict)]

    open_groups = [part.get("title") for part in groups if "additionalProperties" not in part]
    assert open_groups == (["a family of cues"] if name == "lexicon" else [])


@pytest.mark.parametrize("name", NAMES)
def test_editors_can_show_what_each_key_is_for(name: str) -> None:
    schema = shipped_schema(name)
    groups = [part["properties"] for part in parts(schema) if isinstance(part.get("properties"), dict)]

    silent = [key for group in groups for key, asked in group.items() if not described(asked, schema)]
    assert silent == []


def described(asked: dict[str, str], schema: dict[str, object]) -> bool:
    file, _, name = asked.get("$ref", "").rpartition("#/$defs/")
    definitions = (shipped_schema("common") if file else schema).get("$defs", {})
    return "description" in asked or "description" in definitions.get(name, {})


@pytest.mark.parametrize(
    ("name", "part", "values"),
    [("common", "status", FactStatus), ("common", "weight", Weight), ("common", "kind", DocumentKind)],
)
def test_schemas_allow_what_the_types_of_the_field_allow(name: str, part: str, values: type[StrEnum]) -> None:
    definitions = shipped_schema(name)["$defs"]

    assert isinstance(definitions, dict)
    assert definitions[part]["enum"] == [value.value for value in values]


def test_cases_may_name_every_outcome() -> None:
    case = shipped_schema("cases")["$defs"]["case"]

    assert case["properties"]["outcome"]["enum"] == [outcome.value for outcome in Outcome]


def test_a_misspelt_key_is_told_once_and_not_also_as_missing(tmp_path: Path) -> None:
    source = a_source(tmp_path, "lexcon: voice\nfamilies:\n  - {id: a, role: b, entries: [c]}\n")

    problems = schema_problems(source, "lexicon")

    assert [str(problem) for problem in problems] == [
        "file.yaml:1: unknown key 'lexcon' in a lexicon (did you mean 'lexicon'?)"
    ]


def test_all_mistakes_of_a_file_are_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    source = a_source(tmp_path, "schema: pack/1\nid: My Pack\ntitle: 5\ncolour: red\nversion: '1'\nengine: '>=1'\n")

    problems = schema_problems(source, "pack")

    assert [(problem.line, problem.message.split("'")[1]) for problem in problems] == [
        (1, "framework"),
        (2, "id"),
        (3, "title"),
        (4, "colour"),
    ]


def test_somebody_elses_schema_refuses_keys_that_it_does_not_name(tmp_path: Path) -> None:
    source = a_source(tmp_path, "rules:\n  - expects:\n      monts: 5\n")
    place = ("rules", 0, "expects")
    schema = {"properties": {"months": {"type": "integer"}}}

    problems = value_problems(source, place, {"monts": 5}, schema, title="expects")

    assert [str(problem) for problem in problems] == [
        "file.yaml:3: unknown key 'monts' in expects (did you mean 'months'?)"
    ]


def test_a_keyword_without_words_of_its_own_is_still_reported(tmp_path: Path) -> None:
    source = a_source(tmp_path, "number: 7\n")
    schema = {"properties": {"number": {"multipleOf": 2}}}

    problems = value_problems(source, (), {"number": 7}, schema, title="expects")

    assert [problem.line for problem in problems] == [1]
    assert problems[0].message.startswith("'number' does not fit: 7 is not a multiple of 2")


def test_a_schema_that_is_none_is_said_to_be_broken() -> None:
    assert bad_schema({"type": "objekt"}) != ""
    assert bad_schema("object") != ""


def test_a_schema_that_refers_elsewhere_is_reported_and_not_fetched(tmp_path: Path) -> None:
    source = a_source(tmp_path, "a: 1\n")
    schema = {"properties": {"a": {"$ref": "https://nowhere.invalid/x"}}}

    problems = value_problems(source, (), {"a": 1}, schema, title="expects")

    assert [problem.message for problem in problems] == [
        "the schema of expects refers to something that is not there: https://nowhere.invalid/x"
    ]
