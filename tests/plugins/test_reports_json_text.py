"""JSON as the reports write it: exactly what the standard library writes, only sooner."""

from __future__ import annotations

import json
from math import inf

import pytest
from checker_plugins.reports.json_text import json_pieces
from hypothesis import given
from hypothesis import strategies as some

_SCALARS = some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False, allow_infinity=False)
_VALUES = some.recursive(
    _SCALARS | some.text(),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(), inner, max_size=4),
    max_leaves=30,
)


@given(_VALUES)
def test_it_is_what_the_standard_library_writes(values: object) -> None:
    expected = json.dumps(values, indent=1, ensure_ascii=False, allow_nan=False)

    assert "".join(json_pieces(values)) == expected


def test_a_report_comes_in_pieces_and_not_as_one_text() -> None:
    values = {"statements": [{"id": str(number)} for number in range(50)]}

    assert max(map(len, json_pieces(values))) < 40


@pytest.mark.parametrize(("value", "error"), [({1: "a"}, TypeError), ([{"a"}], TypeError), ([inf], ValueError)])
def test_what_json_does_not_know_is_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        list(json_pieces(value))


@pytest.mark.parametrize("items", [[], ["a", {"b": [1]}]])
def test_an_iterator_is_written_as_the_list_that_it_gives(items: list[object]) -> None:
    written = {"documents": items, "last": {"deep": {"deeper": items}}}
    given_once = {"documents": iter(items), "last": {"deep": {"deeper": items}}}

    assert "".join(json_pieces(given_once)) == "".join(json_pieces(written))
    assert "".join(json_pieces([[iter(items)]])) == json.dumps([[items]], indent=1)
