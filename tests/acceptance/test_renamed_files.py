"""What was typed survives when files are renamed and figures change: the rows go to the gaps that they mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ..libre_office import NEEDS_LIBRE_OFFICE, saved_as
from .action_sheets import HEAD, assess, columns, type_into
from .conftest import Checker
from .written_outputs import contents_of, report_in

RECENT = "library.recent"
CHALLENGE = "action-plan.challenge-has-action"
NARRATIVE = """\
---
council: Aldermere Council
statement: partnerships-and-communities
kind: self-assessment
---

# Partnerships and communities

We share information with our health partners through a shared care record [E12].

## What we need to improve

- {waiting} people wait for a review of their care.
- Carers find breaks hard to book.
"""
POLICY = """\
---
council: Aldermere Council
kind: strategy-or-policy
date: 2019-03-31
---

# Lone working policy

Staff who work alone tell their manager where they are.
"""
OWNED = {"Action": "Write it anew", "Owner": "Ida Marsh", "Comment": "Agreed in May"}

WAIVER = {
    "Waived by": "Ida Marsh",
    "Waiver's role": "Director",
    "Waived because": "New staff start in May",
    "Risk of waiving": "Reviewed monthly",
    "Waived from": "2026-01-01",
    "Waived until": "2026-12-31",
}


@pytest.fixture
def old_policy(library: Path) -> Path:
    """A library with an old policy and a self-assessment that names two challenges."""
    (library / "narrative.md").write_text(NARRATIVE.format(waiting=212), encoding="utf-8")
    (library / "policies").mkdir()
    (library / "policies" / "lone-working-2019.md").write_text(POLICY, encoding="utf-8")
    return library / "policies" / "lone-working-2019.md"


def row_of(file: Path, gap_id: str) -> int:
    sheet = openpyxl.load_workbook(file)["Actions"]
    column = columns(sheet)["Gap id"]
    return next(row for row in range(HEAD + 1, sheet.max_row) if sheet.cell(row, column).value == gap_id)


def rows_typed(folder: str) -> list[dict[str, Any]]:
    return list(report_in(folder)["actions"])


@NEEDS_LIBRE_OFFICE
def test_a_renamed_file_takes_its_row_along(checker: Checker, old_policy: Path, first_run: Path) -> None:
    type_into(first_run, row_of(first_run, f"{RECENT}/policies/lone-working-2019.md"), OWNED)
    plan = saved_as(first_run, "xlsx")
    old_policy.rename(old_policy.with_name("working alone (staff).md"))

    ended = assess(checker, old_policy.parents[1], "second", "--actions", plan)

    (row,) = rows_typed("second")
    assert (row["gap_id"], row["state"]) == (f"{RECENT}/policies/working alone (staff).md", "open")
    assert set(OWNED.values()) == set(row["typed"].values())
    assert "the file was renamed or moved" in row["notes"][0]
    assert "the file was renamed or moved" in ended.err


def test_an_action_for_a_challenge_holds_when_its_figure_changes(
    checker: Checker, old_policy: Path, first_run: Path
) -> None:
    answered = {"Action": "Hire reviewers", "Answers": f"{CHALLENGE}/212 people wait for a review of their care."}
    type_into(first_run, HEAD + 250, answered)
    library = old_policy.parents[1]
    (library / "narrative.md").write_text(NARRATIVE.format(waiting="1,048"), encoding="utf-8")

    assess(checker, library, "second", "--actions", first_run)
    (library / "narrative.md").write_text(NARRATIVE.format(waiting=97), encoding="utf-8")
    assess(checker, library, "third", "--actions", "second/gap-report.xlsx")

    outcomes = {one["item"]: one["outcome"] for one in report_in("third")["findings"] if one["rule"] == CHALLENGE}
    assert outcomes == {
        "97 people wait for a review of their care.": "met",
        "Carers find breaks hard to book.": "not met",
    }
    (row,) = rows_typed("third")
    assert row["typed"]["answers"].startswith(answered["Answers"])


def test_what_was_typed_beside_a_challenge_stays_beside_it(checker: Checker, old_policy: Path, first_run: Path) -> None:
    library = old_policy.parents[1]
    type_into(first_run, HEAD + 250, {"Action": "Paint the lobby"})
    assess(checker, library, "second", "--actions", first_run)
    sheet = Path("second/gap-report.xlsx")
    type_into(sheet, row_of(sheet, f"{CHALLENGE}/212 people wait for a review of their care."), OWNED)
    (library / "narrative.md").write_text(NARRATIVE.format(waiting="1,048"), encoding="utf-8")

    assess(checker, library, "third", "--actions", sheet)

    row = next(one for one in rows_typed("third") if one["gap_id"].startswith(CHALLENGE))
    assert row["gap_id"].endswith("/1,048 people wait for a review of their care.")
    assert row["typed"] == {"action": "Write it anew", "owner": "Ida Marsh", "comment": "Agreed in May"}
    assert row["outcome"] == "met"


def test_a_waiver_taken_over_by_its_words_counts_only_when_a_new_day_confirms_it(
    checker: Checker, old_policy: Path, first_run: Path
) -> None:
    library = old_policy.parents[1]
    type_into(first_run, HEAD + 250, {"Action": "Paint the lobby"})
    assess(checker, library, "second", "--actions", first_run)
    sheet = Path("second/gap-report.xlsx")
    type_into(sheet, row_of(sheet, f"{CHALLENGE}/212 people wait for a review of their care."), WAIVER)
    (library / "narrative.md").write_text(NARRATIVE.format(waiting=97), encoding="utf-8")

    ended = assess(checker, library, "third", "--actions", sheet)
    again = Path("third/gap-report.xlsx")
    assess(checker, library, "fourth", "--actions", again)
    new_id = f"{CHALLENGE}/97 people wait for a review of their care."
    type_into(again, row_of(again, new_id), {"Waived from": "2026-03-01"})
    assess(checker, library, "fifth", "--actions", again)

    states = [report_in(out)["waivers"][0] for out in ("third", "fourth", "fifth")]
    assert [(one["gap_id"], one["state"]) for one in states] == [
        (new_id, "unused"),
        (new_id, "unused"),
        (new_id, "in force"),
    ]
    assert "a new day under Waived from confirms it" in " ".join(ended.err.split())


def test_a_run_may_be_repeated_over_the_sheet_in_which_rows_were_taken_over(
    checker: Checker, old_policy: Path, first_run: Path
) -> None:
    type_into(first_run, row_of(first_run, f"{RECENT}/policies/lone-working-2019.md"), OWNED)
    old_policy.rename(old_policy.with_name("alone.md"))
    assess(checker, old_policy.parents[1], "second", "--actions", first_run)
    before = Path("second/gap-report.xlsx").read_bytes()

    ended = assess(checker, old_policy.parents[1], "second", "--actions", first_run)

    assert "somebody typed into this sheet" not in ended.err
    assert Path("second/gap-report.xlsx").read_bytes() == before


def test_the_changes_call_no_renamed_file_a_new_gap(checker: Checker, old_policy: Path, first_run: Path) -> None:
    old_policy.rename(old_policy.with_name("alone.md"))

    assess(checker, old_policy.parents[1], "second")
    ended = checker("diff", first_run.with_suffix(".json"), "second/gap-report.json")

    assert ended.code == 0
    assert "1 finding is the same by another id" in ended.out


def test_a_report_without_quotes_tells_no_words_that_a_challenge_had_before(
    checker: Checker, old_policy: Path, first_run: Path
) -> None:
    before = "We know that 212 people wait too long for a review of their care"
    library = old_policy.parents[1]
    (library / "narrative.md").write_text(NARRATIVE.replace("{waiting} people", before.replace("212", "97") + " and"))
    book = openpyxl.load_workbook(first_run)
    sheet = book["Actions"]
    row = {"Gap id": f"{CHALLENGE}/{before.removesuffix(' care')} …", "Owner": "Ida Marsh"}
    for heading, value in row.items():
        sheet.cell(HEAD + 250, columns(sheet)[heading]).value = value
    book.save(first_run)

    assess(checker, library, "second", "--actions", first_run, "--no-quotes")

    (kept,) = rows_typed("second")
    assert "Taken over from [not quoted]" in kept["notes"][0]
    for file in Path("second").iterdir():
        assert all(b"people wait too long" not in data for data in contents_of(file)), file.name


def test_a_plan_without_quotes_comes_back_to_its_challenges(
    checker: Checker, old_policy: Path, first_run: Path
) -> None:
    library = old_policy.parents[1]
    challenge = "212 people wait far too long for a proper review of their care."
    (library / "narrative.md").write_text(
        NARRATIVE.replace("{waiting} people wait for a review of their care.", challenge)
    )
    type_into(first_run, HEAD + 250, {"Action": "Paint the lobby"})
    assess(checker, library, "second", "--actions", first_run, "--no-quotes")
    sheet = Path("second/gap-report.xlsx")
    gap_ids = [one["gap_id"] for one in report_in("second")["findings"] if one["rule"] == CHALLENGE]
    hashed = next(one for one in gap_ids if "[not quoted: " in one)
    type_into(sheet, row_of(sheet, hashed), OWNED)

    for out, quotes in (("third", ()), ("fourth", ("--no-quotes",))):
        assess(checker, library, out, "--actions", sheet, *quotes)

    with_words, without = (
        next(one for one in rows_typed(out) if one["gap_id"].startswith(CHALLENGE)) for out in ("third", "fourth")
    )
    assert with_words["gap_id"].startswith(f"{CHALLENGE}/212 people wait")
    assert (with_words["outcome"], without["outcome"], without["gap_id"]) == ("met", "met", hashed)
