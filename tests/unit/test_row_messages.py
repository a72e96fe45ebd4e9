"""A badly filled sheet does not bury what else is to be said."""

from __future__ import annotations

from checker.text.row_messages import told_together


def test_few_messages_are_told_in_full() -> None:
    told = told_together([("row 2", "It has no end."), ("row 3", "It has no end.")], "rows", "the sheet")

    assert list(told) == ["row 2: It has no end.", "row 3: It has no end."]


def test_many_become_one_that_counts_them_and_tells_each_kind_once() -> None:
    messages = [*((f"row {number}", "It has no end.") for number in range(2, 32)), ("row 40", "It has no start.")]

    (told,) = told_together(messages, "waivers do not count", "the sheet")

    assert told == ("31 waivers do not count. row 2 (and 29 more like it): It has no end. row 40: It has no start.")


def test_where_more_differ_than_are_told_the_place_of_all_is_named() -> None:
    (told,) = told_together([(f"row {number}", f"Kind {number}.") for number in range(9)], "rows differ", "the sheet")

    assert told.endswith("row 2: Kind 2. The others: see the sheet.")
