"""Pieces of JSON Schema that several criteria share. A key that a schema does not name is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def parameters(
    required: Sequence[str] = (), *, needs_words: bool = False, **properties: Mapping[str, object]
) -> Mapping[str, object]:
    """
    Return the schema of a rule's `expects` with these keys and no others.

    `needs_words`: a rule of this criterion has to have a `look_for` of its own.
    """
    return {
        **({"x-needs": ["look_for"]} if needs_words else {}),
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def whole_number(description: str, *, least: int = 1, stricter: str = "higher") -> Mapping[str, object]:
    """
    Return the schema of a whole number.

    `stricter` says which of two numbers asks for more, `higher` or `lower`: it decides between packs that disagree.
    """
    return {"type": "integer", "minimum": least, "description": description, "x-stricter": stricter}


def ids(description: str, *, known: Sequence[str] = (), of: str = "") -> Mapping[str, object]:
    """
    Return the schema of a list of ids, each once; only the known ones, if they are given.

    `of` is what the framework must know by these ids: `voice` or `evidence-category`.
    """
    item: dict[str, object] = {"type": "string", "minLength": 1, **({"format": of} if of else {})}
    if known:
        item["enum"] = list(known)
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True, "description": description}
