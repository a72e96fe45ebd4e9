"""What a register of evidence says: its header, its rows, and what in them means nothing."""

from __future__ import annotations

import pytest

from checker.domain.document import Document, ReadStatus
from checker.errors import UsageError
from checker.stages.register.reading import read_register

from .registering import SOURCE, WORDS, C, a_sheet, read


def test_a_row_says_what_its_cells_mean() -> None:
    register = read(
        ("Ref", "Title", "File name", "Owner", "Quality statement", "Category", "Date"),
        ("E1", "Record review", "review.docx", "Head of practice", "Safeguarding", "Partners", "31/03/2025"),
    )

    (row,) = register.rows
    assert row.name == "E1 Record review"
    assert row.place == "register.csv, row 2"
    assert (row.statements, row.category, row.date) == (("safeguarding",), "feedback-from-partners", "2025-03-31")
    assert register.notes == ()


def test_the_header_may_stand_below_a_title_and_blank_rows() -> None:
    document = a_sheet(
        ("Evidence register of Aldermere",), (), ("Ref", "Title", "File"), ("E1", "Review", "r.md"), first=4
    )

    register = read_register(document, SOURCE, WORDS)

    assert [row.place for row in register.rows] == ["register.csv, row 7"]


def test_rows_that_name_no_evidence_are_no_items() -> None:
    register = read(("Title", "File", "Owner"), ("Review", "r.md", ""), ("", "", "Nobody"), ("-", "n/a", "TBC"))

    assert len(register.rows) == 1


def test_a_heading_that_is_only_alike_is_taken_and_told() -> None:
    register = read(("Titel", "File"), ("Review", "r.md"))

    assert register.columns[C.TITLE] == "Titel"
    assert register.guessed == (C.TITLE,)
    assert "the column 'Titel' was taken for title: please confirm it" in register.notes[0]


def test_a_confirmed_heading_wins_over_what_would_be_guessed() -> None:
    register = read(("Title", "What it is", "File"), ("E1", "Review", "r.md"), title="What it is", ref="Title")

    assert register.columns == {C.REF: "Title", C.TITLE: "What it is", C.FILE: "File"}
    assert register.guessed == ()


def test_without_known_headings_the_message_says_which_there_are() -> None:
    with pytest.raises(UsageError, match=r"We need 'Title' and 'File'\. You have 'Colour', 'Shape'"):
        read(("Colour", "Shape"), ("red", "round"))


def test_a_register_that_cannot_be_read_is_told() -> None:
    failed = Document(name="register.csv", status=ReadStatus.FAILED, reason="It is empty.")

    with pytest.raises(UsageError, match=r"this register cannot be read: It is empty\."):
        read_register(failed, SOURCE, WORDS)


def test_what_means_nothing_is_listed_with_its_row() -> None:
    register = read(
        ("Title", "File", "Quality statement", "Category", "Date"), ("Review", "r.md", "Gardens", "Rumours", "03/04/25")
    )

    assert register.notes == (
        "register.csv, row 2: 03/04/25 was read with the day first, as 3 April 2025.",
        "register.csv, row 2: 'Gardens' is no quality statement that is known.",
        "register.csv, row 2: 'Rumours' is no evidence category that is known.",
    )


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Safeguarding", ("safeguarding",)),
        ("QS7", ("safeguarding",)),
        ("QS1, QS7", ("assessing-needs", "safeguarding")),
        ("1 & 7", ("assessing-needs", "safeguarding")),
        ("Assessing needs; Safeguarding", ("assessing-needs", "safeguarding")),
        ("Assessing needs\nSafeguarding", ("assessing-needs", "safeguarding")),
        ("99", ()),
        ("Gardens", ()),
    ],
)
def test_quality_statements_are_named_by_title_or_number(text: str, ids: tuple[str, ...]) -> None:
    assert WORDS.statements(text) == ids


def test_personal_data_of_the_register_is_masked() -> None:
    register = read(("Title", "File", "Owner"), ("Review", "r.md", "jo.bloggs@aldermere.gov.uk"))

    assert "@" not in register.rows[0].words(C.OWNER)
    assert "•" in register.rows[0].words(C.OWNER)
