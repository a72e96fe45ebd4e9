"""When an action of the plan is no longer to be done."""

from __future__ import annotations

import pytest

from checker.domain.actions import ActionRow


@pytest.mark.parametrize(
    ("status", "closed"),
    [("Achieved", True), ("Done 3/3/26", True), ("100%", True), ("Done in part", False), ("Not done", False)],
)
def test_a_status_closes_an_action_alone_or_with_a_day(status: str, closed: bool) -> None:
    row = ActionRow(typed={"action": "Buy a system.", "status": status}, place="row 2")

    assert row.is_closed is closed
