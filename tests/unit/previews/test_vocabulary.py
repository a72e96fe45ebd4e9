"""The settings of a rule are told in words that its criterion brings."""

from __future__ import annotations

from typing import Any

import pytest

from checker.previews.vocabulary import Vocabulary, vocabulary
from checker.testing import a_framework

NAMES = {"where": "", "whose": "said of", "ours": "the council itself", "signed": "a name below it"}
PROPERTIES = {
    "where": {"type": "object", "x-words": "Counted where: {}", "x-names": NAMES},
    "any_of": {"type": "array", "x-words": "Counted where one of these holds: {}", "x-names": NAMES},
    "documents": {"type": "array", "items": {"format": "document-kind"}},
}


@pytest.fixture
def words() -> Vocabulary:
    return vocabulary([("letters", "Letters are good.", {"properties": PROPERTIES})], a_framework())


@pytest.mark.parametrize(
    ("expects", "told"),
    [
        (
            {"where": {"whose": ["ours"], "unit": ["day", "week"]}},
            "Counted where: said of the council itself, unit day or week.",
        ),
        ({"where": {"signed": ["yes"], "paid": ["no"]}}, "Counted where: a name below it, not paid."),
        (
            {"any_of": [{"where": {"signed": ["yes"]}}, {"where": {"whose": ["ours"]}}]},
            "Counted where one of these holds: a name below it; or said of the council itself.",
        ),
        (
            {"documents": ["self-assessment", "inspection-report"]},
            "Documents: self-assessment, inspection report.",
        ),
    ],
)
def test_values_and_keys_of_a_parameter_are_called_by_their_names(
    words: Vocabulary, expects: dict[str, Any], told: str
) -> None:
    assert words.asks("letters", expects) == f"Letters are good. {told}"
