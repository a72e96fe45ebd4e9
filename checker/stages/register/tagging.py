"""What is known of documents from outside their text: from the register, front matter and folders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.domain.register import FRONT_MATTER, Register, RegisterColumn, RegisterRow, Tags
from checker.stages.register.words import RegisterWords
from checker.text.masking import mask
from checker.text.quoting import quoted
from checker.typed_days import typed_day

_STATEMENT_KEYS = ("statement", "statements", "quality_statement", "quality_statements")
_CATEGORY_KEYS = ("category", "evidence_category")
_OWNER_KEYS = ("owner", "responsible", "document_owner")
_REVIEW_KEYS = ("review_date", "next_review", "review", "review_due")


def register_tags(register: Register) -> dict[str, Tags]:
    """Return what the register says of each document that it names; of several rows the first that says something."""
    found: dict[str, Tags] = {}
    for name, places in register.rows_of.items():
        tags = Tags()
        for place in places:
            tags = tags.over(_of_row(register.rows[place]))
        statements = tuple(dict.fromkeys(one for place in places for one in register.rows[place].statements))
        found[name] = Tags(
            **{field: getattr(tags, field) for field in _SINGLE}, statements=statements, reasons=tags.reasons
        )
    return found


_SINGLE = ("ref", "title", "owner", "category", "kind", "date", "review")


def _of_row(row: RegisterRow) -> Tags:
    known = {
        "ref": row.words(RegisterColumn.REF),
        "title": row.words(RegisterColumn.TITLE),
        "owner": row.words(RegisterColumn.OWNER),
        "statements": row.statements,
        "category": row.category,
        "kind": row.kind,
        "date": row.date,
        "review": row.review,
    }
    return _tags(known, f"the register says so ({row.place})")


def front_matter_tags(metadata: Mapping[str, str], words: RegisterWords) -> Tags:
    """Return what a document's own front matter says of owner, review, statement and category."""
    stated = _first(metadata, _STATEMENT_KEYS)
    known = {
        "owner": mask(_first(metadata, _OWNER_KEYS)),
        "statements": words.statements(stated) if stated else (),
        "category": words.category(_first(metadata, _CATEGORY_KEYS)),
        "review": typed_day(_first(metadata, _REVIEW_KEYS)).iso,
    }
    return _tags(known, FRONT_MATTER)


def folder_tags(name: str, words: RegisterWords) -> Tags:
    """
    Return what the folders of a document say: a folder that is called as a quality statement or an evidence category.

    The nearest folder counts that says something.
    """
    tags = Tags()
    for folder in reversed(name.replace("!", "/").split("/")[:-1]):
        statement = words.statement_of(folder)
        known = {"statements": (statement,) if statement else (), "category": words.category(folder)}
        tags = tags.over(_tags(known, f"it is in the folder {quoted(folder)}"))
    return tags


def _first(metadata: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((metadata[key] for key in keys if metadata.get(key)), "")


def _tags(known: Mapping[str, object], reason: str) -> Tags:
    told: dict[str, Any] = {name: value for name, value in known.items() if value}
    return Tags(**told, reasons=dict.fromkeys(told, reason))
