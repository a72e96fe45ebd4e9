"""What a column of a register is guessed to be by its cells, and what never."""

from __future__ import annotations

import pytest

from .registering import C, read


@pytest.mark.parametrize(
    "cells",
    [
        ("12", "7", "31"),
        ("2023", "2024", "2026"),
        ("40", "41", "43"),
        ("2", "1", "0"),
        ("12 pages", "7 pages", "9 pages"),
    ],
)
def test_numbers_that_count_something_are_never_guessed_to_be_references(cells: tuple[str, str, str]) -> None:
    rows = ((f"Review {cell}", f"{cell}.docx", cell) for cell in cells)

    register = read(("Title", "File", "Length"), *rows)

    assert (register.guessed, set(register.columns)) == ((), {C.TITLE, C.FILE})


def test_a_heading_that_is_only_alike_gives_way_to_what_its_cells_say() -> None:
    register = read(
        ("Ref", "Title", "Source kind"), ("E1", "Review of records", "Partners"), ("E2", "Minutes of May", "Processes")
    )

    assert register.columns == {C.REF: "Ref", C.TITLE: "Title", C.CATEGORY: "Source kind"}
    assert [row.category for row in register.rows] == ["feedback-from-partners", "processes"]
    assert register.guessed == (C.CATEGORY,)


def test_a_heading_that_is_only_alike_stays_where_its_cells_say_nothing_else() -> None:
    register = read(("Ref", "Title", "Source kind"), ("E1", "Review", "blue"), ("E2", "Minutes", "green"))

    assert register.columns[C.KIND] == "Source kind"


def test_running_numbers_are_guessed_to_be_references() -> None:
    register = read(("Title", "File", "Item"), ("A", "a.docx", "9"), ("B", "b.docx", "10"), ("C", "c.docx", "11"))

    assert (register.columns[C.REF], register.guessed) == ("Item", (C.REF,))


@pytest.mark.parametrize(
    "cells",
    [
        ("jo.lamb@aldermere.gov.uk", "sam.reed@aldermere.gov.uk"),
        ("aldermere.gov.uk", "www.council.org"),
        ("J.Lamb", "S.Reed"),
        ("n.a.", "e.g.this"),
    ],
)
def test_what_only_has_a_stop_in_it_is_never_guessed_to_be_a_file(cells: tuple[str, str]) -> None:
    register = read(("Ref", "Title", "Whom to ask"), ("E1", "Review", cells[0]), ("E2", "Minutes", cells[1]))

    assert C.FILE not in register.columns


@pytest.mark.parametrize("cells", [("01/07/2025", "07/01/2025"), ("1", "7"), ("1, 7", "7")])
def test_days_and_bare_numbers_are_never_guessed_to_be_quality_statements(cells: tuple[str, str]) -> None:
    register = read(
        ("Ref", "File name", "Owner", "Added"),
        ("E1", "records.docx", "Head of practice", cells[0]),
        ("E2", "minutes.docx", "Head of practice", cells[1]),
    )

    assert C.STATEMENT not in register.columns
    assert register.unused == ("Added",)
    assert [row.statements for row in register.rows] == [(), ()]
