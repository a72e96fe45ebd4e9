"""What an error of a JSON Schema means in plain words: where it is, what is wrong, what was expected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from checker.suggestions import did_you_mean, suggest
from checker.values import dataclass
from checker.yaml_source import YamlSource

Place = tuple[str | int, ...]
Wording = tuple[Place, str, str]
Homes = Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mistake:
    """
    One error of a JSON Schema: the keyword that was broken, what it asks, the value and the schema around it.

    `place` leads to the value in the file; `of_key` is true where a key itself is wrong, not what it holds.
    """

    keyword: str
    asks: Any
    value: Any
    schema: Mapping[str, Any]
    place: Place
    message: str
    of_key: bool = False

    @property
    def thing(self) -> str:
        """What the schema is about, in words."""
        return str(self.schema.get("title", "this part"))

    @property
    def missing_key(self) -> str:
        """The key that is missing; empty if the mistake is another."""
        if self.keyword == "required":
            return next(str(key) for key in self.asks if f"{key!r} is a required" in self.message)
        if self.keyword == "dependentRequired":
            wanted = (key for present, keys in self.asks.items() if present in self.value for key in keys)
            return next((str(key) for key in wanted if key not in self.value), "")
        return ""

    @property
    def unknown_keys(self) -> tuple[str, ...]:
        """The keys that the schema does not know; empty if the mistake is another."""
        if self.keyword != "additionalProperties":
            return ()
        return tuple(key for key in self.value if key not in self.schema.get("properties", ()))


_WANTED = {
    "object": "keys with values",
    "array": "a list",
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing",
}
_MANY = 15
"""Of more allowed words than these the one that was probably meant is told alone."""
_LIMITS = {
    "minimum": "at least",
    "exclusiveMinimum": "more than",
    "maximum": "at most",
    "exclusiveMaximum": "less than",
}


def words_of(mistake: Mistake, source: YamlSource, homes: Homes) -> Iterator[Wording]:
    """
    Yield the place, the mistake and what was expected.

    `homes` says of keys which part of a file they belong to, for keys in the wrong place.
    """
    if mistake.of_key:
        key = str(mistake.value)
        yield (*mistake.place, key), f"'{key}' cannot stand here", _expected_word(mistake)
    elif mistake.keyword == "additionalProperties":
        yield from _unknown_keys(mistake, homes)
    elif mistake.keyword == "uniqueItems":
        yield from _repeated(mistake)
    else:
        message, expected = _WORDINGS.get(mistake.keyword, _as_it_is)(mistake, source)
        yield mistake.place, message, expected


def _unknown_keys(mistake: Mistake, homes: Homes) -> Iterator[Wording]:
    known = sorted(mistake.schema.get("properties", {}))
    for key in mistake.unknown_keys:
        expected = suggest(key, known, listed=f"{mistake.thing} has")
        if not did_you_mean(key, known) and key in homes:
            expected = f"'{key}' belongs to {homes[key]}: check the indentation"
        yield (*mistake.place, key), f"unknown key '{key}' in {mistake.thing}", expected


def _repeated(mistake: Mistake) -> Iterator[Wording]:
    seen: set[str] = set()
    for number, item in enumerate(mistake.value):
        if repr(item) in seen:
            yield (*mistake.place, number), f"'{item}' stands in {_name(mistake.place)} twice", "keep one of the two"
        seen.add(repr(item))


def _missing(mistake: Mistake, _: YamlSource) -> tuple[str, str]:
    key = mistake.missing_key
    known = mistake.schema.get("properties", {})
    if written := did_you_mean(key, [other for other in mistake.value if other not in known]):
        return f"the key '{key}' is missing in {mistake.thing}", f"did you mean '{key}' by '{written}'?"
    about = known.get(key, {}).get("description", "…")
    return f"the key '{key}' is missing in {mistake.thing}", f"{key}: {about}"


def _wrong_type(mistake: Mistake, source: YamlSource) -> tuple[str, str]:
    wanted = mistake.asks if isinstance(mistake.asks, str) else mistake.asks[0]
    message = f"{_name(mistake.place)} is {_described(mistake.value)}"
    return message, _WANTED[wanted] + _type_hint(wanted, mistake, source)


def _type_hint(wanted: str, mistake: Mistake, source: YamlSource) -> str:
    value = mistake.value
    if wanted == "object":
        keys = list(mistake.schema.get("properties", {}))[:6]
        return f", such as {', '.join(keys)}" if keys else ""
    if wanted == "array":
        return "" if value is None or isinstance(value, dict) else ": each item in a line of its own, after a dash"
    if wanted == "string":
        return _text_hint(mistake, source)
    if wanted in ("integer", "number") and isinstance(value, str) and value.isdecimal():
        return " without quotes"
    return ""


def _text_hint(mistake: Mistake, source: YamlSource) -> str:
    value = mistake.value
    if value is None:
        row = source.rows[source.line(mistake.place) - 1]
        return "; a # begins a comment, so put the text in quotes" if "#" in row else ""
    if isinstance(value, dict):
        return "; a colon and a blank make a key, so put the text in quotes"
    return "" if isinstance(value, list) else f'; put it in quotes: "{_plain(value)}"'


def _not_allowed(mistake: Mistake, _: YamlSource) -> tuple[str, str]:
    return f"{_name(mistake.place)} cannot be {_described(mistake.value)}", _expected_word(mistake)


def _not_this(mistake: Mistake, _: YamlSource) -> tuple[str, str]:
    return f"{_name(mistake.place)} cannot be {_described(mistake.value)}", str(mistake.asks)


def _wrong_form(mistake: Mistake, _: YamlSource) -> tuple[str, str]:
    state = f"cannot be {_described(mistake.value)}" if str(mistake.value).strip() else "is empty"
    return f"{_name(mistake.place)} {state}", _expected_word(mistake)


def _too_few(mistake: Mistake, _: YamlSource) -> tuple[str, str]:
    about = mistake.schema.get("description") or f"at least {mistake.asks}"
    return f"{_name(mistake.place)} {'is too short' if mistake.value else 'is empty'}", str(about)


def _out_of_range(mistake: Mistake, _: YamlSource) -> tuple[str, str]:
    return f"{_name(mistake.place)} cannot be {mistake.value}", f"{_LIMITS[mistake.keyword]} {mistake.asks}"


def _as_it_is(mistake: Mistake, _: YamlSource) -> tuple[str, str]:
    about = str(mistake.schema.get("description", ""))
    return f"{_name(mistake.place)} does not fit: {mistake.message[:200]}", about


def _expected_word(mistake: Mistake) -> str:
    if mistake.keyword == "enum":
        allowed = [_plain(value) for value in mistake.asks]
        meant = did_you_mean(_plain(mistake.value), allowed)
        if meant and len(allowed) > _MANY:
            return f"did you mean {meant!r}?"
        return f"{f'did you mean {meant!r}? ' if meant else ''}one of {', '.join(allowed)}"
    return str(mistake.schema.get("patternErrorMessage") or f"text of the form {mistake.asks}")


def _name(place: Place) -> str:
    if not place:
        return "the file"
    if isinstance(place[-1], str):
        return f"'{place[-1]}'"
    return f"item {place[-1] + 1} of {_name(place[:-1])}"


def _described(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, str):
        return f"the text '{value[:60]}{'…' if len(value) > 60 else ''}'"
    return _plain(value) if isinstance(value, bool) else f"the number {value}"


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


_WORDINGS: dict[str, Callable[[Mistake, YamlSource], tuple[str, str]]] = {
    "required": _missing,
    "dependentRequired": _missing,
    "type": _wrong_type,
    "enum": _not_allowed,
    "const": _not_this,
    "pattern": _wrong_form,
    "minItems": _too_few,
    "minLength": _too_few,
    "minProperties": _too_few,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "exclusiveMinimum": _out_of_range,
    "exclusiveMaximum": _out_of_range,
}
