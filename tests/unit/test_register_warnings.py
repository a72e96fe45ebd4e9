"""What is wrong with the register stands at the top of every report, right for one as for many."""

from __future__ import annotations

from checker.domain.register import Register, RegisterRow
from checker.run.tagging import register_warnings

ROWS = (RegisterRow(place="row 1"), RegisterRow(place="row 2"))


def test_one_of_each_is_told_in_the_singular() -> None:
    register = Register(
        name="r.xlsx", rows=ROWS[:1], missing=(0,), double=(0,), inside=(0,), unlisted=("a.md",), notes=("?",)
    )

    assert register_warnings(register) == (
        "1 of 1 row of the register names a file that was not found.",
        "1 of 1 row of the register could mean several files.",
        "1 of 1 row of the register names a file inside another, which takes no kind, date or statement from its row.",
        "1 of the files read is not in the register.",
        "The register has 1 entry to check: see checker library check.",
    )


def test_several_of_each_are_told_in_the_plural() -> None:
    register = Register(
        name="r.xlsx", rows=ROWS, missing=(0, 1), double=(0, 1), inside=(0, 1), unlisted=("a", "b"), notes=("?", "!")
    )

    assert register_warnings(register) == (
        "2 of 2 rows of the register name a file that was not found.",
        "2 of 2 rows of the register could mean several files.",
        "2 of 2 rows of the register name a file inside another, which takes no kind, date or statement from its row.",
        "2 of the files read are not in the register.",
        "The register has 2 entries to check: see checker library check.",
    )


def test_a_register_in_order_needs_no_words() -> None:
    assert register_warnings(Register(name="r.xlsx", rows=ROWS)) == ()
