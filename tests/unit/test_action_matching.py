"""Which action may answer something: proposed by shared words, never decided."""

from __future__ import annotations

import pytest

from checker.action_matching import likely_action, shortened
from checker.domain.actions import ActionRow


def a_row(action: str, **typed: str) -> ActionRow:
    return ActionRow(typed={"action": action, **typed}, place="row 2")


def test_the_action_that_shares_most_words_is_proposed() -> None:
    rows = [a_row("Train staff about records"), a_row("Share care records with partners")]

    likely = likely_action("Partners say that records are shared with them", rows)

    assert likely is not None
    assert likely.row is rows[1]
    assert likely.shared == ("partners", "records", "shared")


def test_of_equals_the_first_is_proposed() -> None:
    rows = [a_row("Share records"), a_row("Share all records")]

    likely = likely_action("Records are shared", rows)

    assert likely is not None
    assert likely.row is rows[0]


@pytest.mark.parametrize("action", ["Paint the lobby", "Share the lobby", "What will be said about them", ""])
def test_one_shared_word_or_everyday_words_are_not_enough(action: str) -> None:
    assert likely_action("What will be shared with them about records", [a_row(action)]) is None


def test_the_measure_counts_too() -> None:
    assert likely_action("Records are shared", [a_row("Go live", measure="Shared records used daily")]) is not None


def test_the_score_is_told_with_its_denominator() -> None:
    likely = likely_action("Records are shared with partners", [a_row("Share records")])

    assert likely is not None
    assert likely.told == "‘Share records’ (row 2) shares 2 of 3 words: records, shared"


def test_a_shortened_text_is_one_line_of_signs_that_can_be_seen() -> None:
    assert shortened("Carers\nwait\u200e too\ufeff  long") == "Carers wait too long"
    assert shortened("word " * 30) == "word " * 11 + "word …"


def test_ids_are_named_one_a_line_or_with_semicolons() -> None:
    row = ActionRow(gap_id="a", typed={"answers": "b; c\nplan/wait; and see"})

    assert {"a", "b", "c", "plan/wait; and see"} <= set(row.answered)
