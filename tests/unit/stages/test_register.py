"""What a register of evidence says: its header, its rows, and what in them means nothing."""

from __future__ import annotations

import pytest

from checker.domain.document import Document, ReadStatus
from checker.errors import UsageError
from checker.stages.register.reading import read_register

from .registering import SOURCE, WORDS, C, a_sheet, read, sheets


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


def test_columns_with_odd_headings_are_guessed_by_what_stands_in_them() -> None:
    register = read(
        ("Ev", "What", "Place", "Topic", "Heard from", "Typed in"),
        ("EV-1", "Review of records", "a/records.docx", "QS7", "Partners", "01/02/2026"),
        ("EV-2", "Minutes of May", "a/minutes.docx", "Assessing needs", "Processes", "01/02/2026"),
        ref="Ev",
    )

    headings = {C.FILE: "Place", C.STATEMENT: "Topic", C.CATEGORY: "Heard from"}
    assert register.columns == {C.REF: "Ev", **headings}
    assert set(register.guessed) == set(headings)
    assert register.unused == ("Typed in",)
    assert register.proposed == {C.TITLE: "What"}
    assert register.rows[1].statements == ("assessing-needs",)


REMARKS = (
    ("Ref", "File", "Owner", "Remarks", "Sort"),
    ("E1", "r.md", "Board", "still to be checked", "Minutes"),
    ("E2", "s.md", "Board", "ask the team", "Minutes"),
)


def test_what_only_looks_like_a_title_or_kind_is_told_and_not_used_until_it_is_confirmed() -> None:
    guessed = read(*REMARKS)
    confirmed = read(*REMARKS, title="Remarks", kind="Sort")

    assert guessed.proposed == {C.TITLE: "Remarks", C.KIND: "Sort"}
    assert [(row.words(C.TITLE), row.kind) for row in guessed.rows] == [("", ""), ("", "")]
    told = "the column 'Remarks' looks like title and is not used yet: please confirm it."
    assert f"register.csv: {told}" in guessed.notes
    assert confirmed.proposed == {}
    assert [(row.words(C.TITLE), row.kind) for row in confirmed.rows] == [
        ("still to be checked", "minutes"),
        ("ask the team", "minutes"),
    ]


def test_a_column_that_somebody_refused_is_neither_guessed_nor_known_by_its_heading() -> None:
    register = read(*REMARKS, title="", owner="", kind="Sort")

    assert register.columns == {C.REF: "Ref", C.FILE: "File", C.KIND: "Sort"}
    assert (register.guessed, register.proposed, register.lost) == ((), {}, {})
    assert register.unused == ("Owner", "Remarks")


@pytest.mark.parametrize("heading", ["Line", "Data", "Tile", "Flee", "Linen"])
def test_a_short_heading_that_is_another_word_is_no_misspelling(heading: str) -> None:
    register = read(("Ref", "Owner", heading), ("E1", "Board", "x"))

    assert register.unused == (heading,)


def test_a_sheet_with_usual_headings_is_the_register_and_one_that_only_looks_like_it_is_not() -> None:
    cells = (("A1", "Title"), ("B1", "File"), ("A2", "Review"), ("B2", "r.md"))
    lists = (("A1", "Category"), ("B1", "Meaning"), ("A2", "Partners"), ("B2", "Those who work with us"))
    lists += (("A3", "Processes"), ("B3", "How work is done"))

    register = read_register(sheets({"Log": cells, "Lists": lists}), SOURCE, WORDS)

    assert [row.place for row in register.rows] == ["register.csv, Log, row 2"]


def test_a_heading_with_another_word_is_another_heading() -> None:
    register = read(("Ref", "Title", "File doc"), ("E1", "Review", "x"))

    assert register.unused == ("File doc",)


def test_a_confirmed_heading_that_is_gone_is_told_and_its_column_guessed_anew() -> None:
    register = read(("Title", "File"), ("Review", "r.md"), file="Where kept", owner="Who")

    assert register.columns == {C.TITLE: "Title", C.FILE: "File"}
    assert register.lost == {C.FILE: "Where kept", C.OWNER: "Who"}
    told = (
        "register.csv: no column is headed 'Where kept' any more, which was confirmed as file: see checker library map."
    )
    assert told in register.notes


@pytest.mark.parametrize(
    ("days", "noted"),
    [
        (("03/04/25", "13/04/25"), 0),
        (("03/04/25", "04/05/25"), 2),
        (("03/04/25", "13/04/25", "04/13/25"), 2),
        (("13/04/25", "some time"), 1),
    ],
)
def test_days_are_to_be_checked_unless_another_shows_which_number_is_the_day(days: tuple[str, ...], noted: int) -> None:
    register = read(("Title", "Date"), *((f"Review {day}", day) for day in days))

    assert len(register.notes) == noted


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
