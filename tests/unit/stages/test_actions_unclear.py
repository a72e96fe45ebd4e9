"""Ids that no gap of a run has: what may be meant is named on every run, and nothing is called closed in doubt."""

from __future__ import annotations

from checker.domain.actions import GapState
from checker.domain.finding import Outcome

from .carrying_rows import RECENT, a_row, asked, carried


def test_a_line_that_is_an_id_with_a_semicolon_is_not_parted() -> None:
    item = "212 people wait for care; carers lack breaks"
    answers = f"plan.challenge/{item}\n{RECENT}/old.csv; plan.challenge/Homes"
    now = asked({item: Outcome.NOT_MET, "212 people wait for care now": Outcome.NOT_MET}, rule="plan.challenge")

    (row,) = carried(a_row("", action="Hire", answers=answers), to=now)

    assert not row.carried.taken_over
    assert not any("212 people" in note and "No gap has the id" in note for note in row.carried.notes)


def test_an_item_that_is_a_gap_id_is_not_taken_over_by_its_words() -> None:
    old, new = (f"{RECENT}/{number} people wait for an assessment" for number in (212, 95))
    now = asked({new: Outcome.NOT_MET}, rule="plan.challenge")

    (row,) = carried(a_row(f"plan.challenge/{old}", owner="Ida"), to=now)

    assert row.gap_id == f"plan.challenge/{old}"
    assert f"plan.challenge/{new}" in row.carried.notes[0]


def test_a_lone_figure_that_has_changed_is_to_decide_on_every_run() -> None:
    now = asked({"19.7": Outcome.NOT_MET}, rule="plan.challenge")
    old, new = a_row("plan.challenge/19.4", evidence="eee", owner="Ida"), a_row("plan.challenge/19.7", evidence="fff")

    for rows in ((old,), (old, new)):
        row = carried(*rows, to=now)[0]
        assert (row.carried.state, row.carried.is_unsure) == (GapState.TO_DECIDE, True)
        assert "Perhaps “plan.challenge/19.7”" in row.carried.notes[0]


def test_a_lone_figure_is_not_called_a_file() -> None:
    (row,) = carried(
        a_row("plan.challenge/19.4", evidence="eee", owner="Ida"), to=asked({"": Outcome.MET}, rule="plan.challenge")
    )

    assert "file" not in row.carried.notes[0]


def test_an_id_with_a_mistyped_item_is_not_called_closed() -> None:
    now = asked({"vacancies": Outcome.NOT_MET, "waits": Outcome.MET}, rule="plan.challenge")

    mistyped, below, strange = carried(
        a_row("plan.challenge/vacanceis", owner="Ida"),
        a_row("", action="Hire", answers="plan.challenge/vacanceis"),
        a_row("plan.challenge/something else", owner="Ida"),
        to=now,
    )

    assert mistyped.carried.state is strange.carried.state is GapState.TO_DECIDE
    assert "Perhaps “plan.challenge/vacancies”" in mistyped.carried.notes[0]
    assert "Perhaps “plan.challenge/vacancies”" in below.carried.notes[0]
    assert strange.carried.notes[0].endswith("its rule has “plan.challenge/vacancies”.")
