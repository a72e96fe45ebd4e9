"""Frozen values made quickly: the same values."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from checker.domain.document import Block, BlockKind, Document
from checker.quick_values import quickly


def test_a_value_made_quickly_is_equal_to_one_that_its_class_made() -> None:
    told: dict[str, Any] = {"start": 3, "end": 9, "kind": BlockKind.TABLE_CELL, "heading_path": ("A",), "cell": "B7"}

    made = quickly(Block)(**told)

    assert type(made) is Block
    assert made == Block(**told)
    assert hash(made) == hash(Block(**told))
    assert repr(made) == repr(Block(**told))
    assert pickle.loads(pickle.dumps(made)) == made


def test_a_value_made_quickly_is_frozen() -> None:
    made, field = quickly(Block)(start=0, end=1), "start"

    with pytest.raises(FrozenInstanceError):
        setattr(made, field, 1)


def test_values_made_quickly_do_not_share_what_a_default_makes() -> None:
    first, second = quickly(Document)(name="a"), quickly(Document)(name="b")

    assert first.metadata == {}
    assert first.metadata is not second.metadata
