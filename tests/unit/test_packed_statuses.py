"""Statuses in a few bytes each: the same as a dict of them, and none by a name that there is not."""

from __future__ import annotations

import pytest

from checker.domain.assessment import ExpectationStatus
from checker.domain.packed_statuses import PackedStatuses

FOUND, PARTLY = ExpectationStatus.SUPPORTED, ExpectationStatus.MIXED
NAMES = ("ab", "cd", "ef")


@pytest.mark.parametrize("names", [(), NAMES])
def test_statuses_come_back_by_name_in_order(names: tuple[str, ...]) -> None:
    packed = PackedStatuses.of({"ef": PARTLY, "ab": FOUND}, ExpectationStatus, names)

    assert list(packed.items()) == [("ab", FOUND), ("ef", PARTLY)]


@pytest.mark.parametrize("name", ["aa", "bc", "zz"])
def test_a_status_of_a_name_that_is_not_among_all_names_is_refused(name: str) -> None:
    with pytest.raises(KeyError, match=name):
        PackedStatuses.of({"ab": FOUND, name: PARTLY}, ExpectationStatus, NAMES)


@pytest.mark.parametrize("name", ["aa", "cd", "zz"])
def test_a_name_without_a_status_has_none(name: str) -> None:
    packed = PackedStatuses.of({"ef": PARTLY, "ab": FOUND}, ExpectationStatus, NAMES)

    assert name not in packed
