"""Local processes are a place like any other."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import cast

import pytest

from checker import DocumentTask, UsageError

local = import_module("checker_plugins.local_processes")


def lengths() -> DocumentTask:
    """Return what stands for the work on documents."""
    task = partial(len)
    task.lost = str  # type: ignore[attr-defined]
    return cast(DocumentTask, task)


@pytest.mark.parametrize("where", ["processes", "processes:2"])
def test_results_come_in_the_order_of_the_items(where: str) -> None:
    assert list(local.checker_map(lengths(), ["aaa", "b", "cc"], where)) == [3, 1, 2]


@pytest.mark.parametrize("where", ["dask:tcp://127.0.0.1:8786", "process", "processes2"])
def test_other_places_are_left_to_others(where: str) -> None:
    assert local.checker_map(lengths(), ["a"], where) is None


@pytest.mark.parametrize("number", ["0", "-1", "two", "65", "²"])
def test_a_number_that_is_none_is_told(number: str) -> None:
    with pytest.raises(UsageError, match=rf"'processes:{number}' is no place to run on \(give a number"):
        local.checker_map(lengths(), ["a"], f"processes:{number}")
