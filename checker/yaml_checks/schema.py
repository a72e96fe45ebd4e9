"""Checks what a YAML file holds against a JSON Schema; every mistake of the file at once, each with its line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from checker.errors import Problem
from checker.suggestions import did_you_mean
from checker.yaml_checks.schema_words import Mistake, Place, words_of
from checker.yaml_source import YamlSource

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator
    from referencing import Registry

_COMMON = "common"


def schema_problems(source: YamlSource, schema_name: str) -> list[Problem]:
    """Return what is wrong with a file by the shipped schema of this name (`pack`, `framework`, `expectations` …)."""
    found = _mistakes(_shipped_validator(schema_name), source.data, ())
    return _worded(source, found, _homes(schema_name))


def value_problems(
    source: YamlSource, place: Place, value: object, schema: Mapping[str, object], *, title: str
) -> list[Problem]:
    """
    Return what is wrong with a value at `place` by somebody else's schema, e.g. a criterion's for `expects`.

    It is an object schema: keys that it does not name are refused. `title` says in messages whose keys they are.
    """
    from referencing.exceptions import Unresolvable

    whole = {"type": "object", "additionalProperties": False, **schema, "title": title}
    try:
        return _worded(source, _mistakes(_validator(whole), value, place), {})
    except Unresolvable as error:
        message = f"the schema of {title} refers to something that is not there: {error.ref}"
        return [source.problem(place, message, "ask the plugin's author")]


def bad_schema(schema: object) -> str:
    """Return why this is not a JSON Schema, or an empty text."""
    from jsonschema import Draft202012Validator, SchemaError

    if not isinstance(schema, Mapping):
        return "it is not a mapping"
    try:
        Draft202012Validator.check_schema(dict(schema))
    except SchemaError as error:
        return error.message[:200]
    return ""


def shipped_schema(name: str) -> dict[str, object]:
    """Return a schema of `checker/schemas`."""
    text = resources.files("checker.schemas").joinpath(f"{name}.json").read_text(encoding="utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema


def _mistakes(validator: Validator, value: Any, place: Place) -> list[Mistake]:
    return [_mistake(error, place) for error in validator.iter_errors(value)]


def _mistake(error: ValidationError, place: Place) -> Mistake:
    return Mistake(
        keyword=str(error.validator),
        asks=error.validator_value,
        value=error.instance,
        schema=error.schema if isinstance(error.schema, Mapping) else {},
        place=place + tuple(error.absolute_path),
        message=error.message,
        of_key="propertyNames" in error.absolute_schema_path,
    )


def _worded(source: YamlSource, found: list[Mistake], homes: Mapping[str, str]) -> list[Problem]:
    problems = {
        source.problem(place, message, expected)
        for mistake in _telling(found)
        for place, message, expected in words_of(mistake, source, homes)
    }
    return sorted(problems)


def _telling(found: list[Mistake]) -> Iterator[Mistake]:
    """Leave out what follows from another mistake: a wrong value's form, a missing key that is only misspelt."""
    mistyped = {mistake.place for mistake in found if mistake.keyword == "type"}
    strangers = {mistake.place: mistake.unknown_keys for mistake in found if mistake.unknown_keys}
    for mistake in found:
        follows = mistake.place in mistyped and mistake.keyword != "type"
        known = mistake.schema.get("properties", ())
        misspelt = (did_you_mean(stranger, known) for stranger in strangers.get(mistake.place, ()))
        if not follows and not (mistake.missing_key and mistake.missing_key in misspelt):
            yield mistake


@lru_cache(maxsize=32)
def _shipped_validator(name: str) -> Validator:
    return _validator(shipped_schema(name))


def _validator(schema: Mapping[str, object]) -> Validator:
    """Return a validator that knows our own schemas and looks nothing up on the network."""
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema, registry=_registry())


@lru_cache(maxsize=1)
def _registry() -> Registry[bool | Mapping[str, Any]]:
    from referencing import Registry
    from referencing.jsonschema import DRAFT202012

    common = DRAFT202012.create_resource(shipped_schema(_COMMON))
    found: Registry[bool | Mapping[str, Any]] = Registry().with_resource(f"{_COMMON}.json", common)
    return found


@lru_cache(maxsize=32)
def _homes(name: str) -> Mapping[str, str]:
    """Return for each key of a schema the part of the file that it belongs to."""
    homes: dict[str, str] = {}
    _collect_homes(shipped_schema(_COMMON)["$defs"], homes)
    _collect_homes(shipped_schema(name), homes)
    return homes


def _collect_homes(schema: object, homes: dict[str, str]) -> None:
    if not isinstance(schema, dict):
        return
    if isinstance(schema.get("properties"), dict):
        for key in schema["properties"]:
            homes.setdefault(key, str(schema.get("title", "another part")))
    for part in schema.values():
        _collect_homes(part, homes)
