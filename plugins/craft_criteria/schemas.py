"""Pieces of JSON Schema that several criteria share. A key that a schema does not name is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Schema = Mapping[str, object]


def parameters(required: Sequence[str] = (), **properties: Schema) -> Schema:
    """Return the schema of a rule's `expects` with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def whole_number(description: str, *, least: int = 0) -> Schema:
    """Return the schema of a whole number."""
    return {"type": "integer", "minimum": least, "description": description}


def text(description: str) -> Schema:
    """Return the schema of a text."""
    return {"type": "string", "minLength": 1, "description": description}


def texts(description: str, *, of: str = "") -> Schema:
    """Return the schema of a list of texts; `of` says what they must be the names of."""
    item: dict[str, object] = {"type": "string", "minLength": 1, **({"format": of} if of else {})}
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True, "description": description}


def numbers_by_name(description: str) -> Schema:
    """Return the schema of a mapping of names to whole numbers."""
    return {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 0},
        "description": description,
    }


def said(schema: Schema, words: str) -> Schema:
    """Return the schema of a parameter with the words in which a rule tells its value (`{}`); empty: not at all."""
    return {**schema, "x-words": words}


def named(schema: Schema, names: Mapping[str, str]) -> Schema:
    """Return the schema of a parameter with what its values and keys are called in words."""
    return {**schema, "x-names": names}


OUTCOME: Schema = {
    "type": "string",
    "enum": ["not met", "partly met", "needs review"],
    "description": "What the finding is where the fault is there.",
    "x-words": "Where it is not so, the finding is: {}",
}
DOCUMENTS = texts("The kinds of document that are looked at; without it, the self-assessment.", of="document-kind")
