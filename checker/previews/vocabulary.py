"""Words for the settings of rules: criteria say what their parameters mean, the framework what its ids are called."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from checker.domain.document import DocumentKind
from checker.domain.framework import Framework
from checker.domain.pack import Expectation
from checker.previews.wording import listed
from checker.values import dataclass

_SETTINGS: Mapping[str, str] = {
    "title": "title",
    "gap_title": "what a gap is called",
    "why": "why it matters",
    "remedy": "what to do about a gap",
    "cannot_tell": "what it cannot tell",
    "weight": "weight",
    "status": "how sure it is",
    "criterion": "kind of test",
    "serves": "what it serves",
    "subtopic": "sub-topic",
    "also_when_impact": "counts sentences that state a result for people",
    "one_kind_of_partner": "must be named apart from other partners",
    "look_for": "words to look for",
    "hints": "words that hint at it",
    "not_when": "words that mean something else",
    "remove.look_for": "words no longer looked for",
    "remove.hints": "words that no longer hint at it",
    "remove.not_when": "words that no longer mean something else",
    "off": "asked at all",
    "because": "reason for the change",
    "bias": "what is on the scale before any word",
    "below": "chance below which it is taken away",
    "above": "chance above which it is given",
    "weighed_words": "words that are weighed",
}
_FLAGS = ("also_when_impact", "one_kind_of_partner")


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """
    Words for settings. `about` says of each criterion in a sentence what it asks; `schemas` are their JSON Schemas, in
    which `x-words` tell a parameter with its value, `x-names` what its values and keys are called, and the description
    what it means; `names` are what ids are called, by their format.
    """

    about: Mapping[str, str]
    schemas: Mapping[str, Mapping[str, object]]
    names: Mapping[str, Mapping[str, str]]

    def asks(self, criterion: str, expects: Mapping[str, object]) -> str:
        """Return what a rule asks: the criterion's sentence, then each parameter as one."""
        told = (self._told(criterion, key, value) for key, value in expects.items())
        return " ".join(part for part in (self.about.get(criterion, ""), *map(_sentence, told)) if part)

    def _told(self, criterion: str, key: str, value: object) -> str:
        """Return a parameter and its value as a sentence: in the criterion's words for it, if it has any."""
        words = self._schema(criterion, key).get("x-words")
        shown = self.value(criterion, key, value)
        if isinstance(words, str):
            return f"{words.replace('{}', shown)}." if words else ""
        return f"{self.parameter(criterion, key)}: {shown}."

    def parameter(self, criterion: str, key: str) -> str:
        """Return what a parameter means, in lower case where it stands in a sentence."""
        schema = self._schema(criterion, key)
        told = str(schema.get("description") or key.replace("_", " "))
        return told.partition(";")[0].rstrip(" .")

    def value(self, criterion: str, key: str, value: object) -> str:
        """Return the value of a parameter in words, ids by what they are called."""
        schema = self._schema(criterion, key)
        items = schema.get("items")
        format_ = schema.get("format") or (items.get("format") if isinstance(items, Mapping) else "")
        own = schema.get("x-names")
        names = self.names.get(str(format_), {})
        return _value(value, {**names, **own} if isinstance(own, Mapping) else names)

    def setting(self, setting: str, criterion: str = "") -> str:
        """Return what a setting of a rule or an expectation is called; `expects.months` is a parameter."""
        name, _, key = setting.partition(".")
        if name == "expects":
            told = self.parameter(criterion, key)
            return told[:1].lower() + told[1:]
        return _SETTINGS.get(setting, setting.replace("_", " "))

    def changed(self, setting: str, text: str, criterion: str = "") -> str:
        """Return a value as differences have it, in words: parameters are JSON there; empty stays empty."""
        name, _, key = setting.partition(".")
        if name == "expects" and text:
            return self.value(criterion, key, json.loads(text))
        if setting in _FLAGS:
            return {"True": "yes", "False": "no"}.get(text, text)
        return text

    def expectation(self, name: str) -> str:
        """Return the title of an expectation; its id if it is not known."""
        return self.names.get("expectation", {}).get(name, name)

    def _schema(self, criterion: str, key: str) -> Mapping[str, object]:
        properties = self.schemas.get(criterion, {}).get("properties")
        found = properties.get(key) if isinstance(properties, Mapping) else None
        return found if isinstance(found, Mapping) else {}


def vocabulary(
    criteria: Iterable[tuple[str, str, Mapping[str, object]]],
    framework: Framework,
    expectations: Iterable[Expectation] = (),
) -> Vocabulary:
    """Return the words for criteria (name, what it asks, schema) and for what framework and packs call by ids."""
    known = list(criteria)
    return Vocabulary(
        about={name: about for name, about, _ in known},
        schemas={name: schema for name, _, schema in known},
        names={
            "voice": {one.id: one.title for one in framework.voices},
            "evidence-category": {one.id: one.title for one in framework.evidence_categories},
            "expectation": {one.id: one.title for one in expectations},
            "statement": {one.id: one.title for one in framework.statements},
            "document-kind": {one.value: _kind_of_document(one) for one in DocumentKind},
        },
    )


def _kind_of_document(kind: DocumentKind) -> str:
    return kind.value if kind is DocumentKind.SELF_ASSESSMENT else kind.value.replace("-", " ")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _value(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        sets = any(isinstance(item, Mapping) for item in value)
        told = [_value(item, names) for item in value]
        return "; or ".join(told) if sets else ", ".join(told)
    if isinstance(value, Mapping):
        return ", ".join(_members(value, names))
    return names.get(str(value), str(value))


def _members(value: Mapping[str, object], names: Mapping[str, str]) -> Iterator[str]:
    """Yield each key with its value; of `yes` the key is enough, and of `no` that it is not so."""
    for key, one in value.items():
        name = names.get(str(key), str(key).replace("_", " ").replace(".", " "))
        if one in (["yes"], ["no"]):
            yield name if one == ["yes"] else f"not {name}"
        elif isinstance(one, Mapping):
            yield f"{name} {_value(one, names)}".strip()
        elif isinstance(one, list | tuple):
            yield f"{name} {listed([_value(item, names) for item in one])}"
        else:
            yield f"{name} {_value(one, names)}"
