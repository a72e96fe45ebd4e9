"""Registers: what their columns are, what their rows say, and which documents they name."""

from __future__ import annotations

import pytest

from checker.domain.document import Document, ReadStatus, Source
from checker.domain.register import Register, RegisterColumn, RegisterRow, Tags
from checker.errors import UsageError
from checker.stages.register import (
    RegisterWords,
    folder_tags,
    front_matter_tags,
    matched,
    register_tags,
)
from checker.stages.register.reading import read_register

from ..test_grid import a_table

C = RegisterColumn
WORDS = RegisterWords(
    columns={
        "ref": C.REF,
        "title": C.TITLE,
        "document": C.TITLE,
        "file": C.FILE,
        "file name": C.FILE,
        "link": C.LINK,
        "owner": C.OWNER,
        "quality statement": C.STATEMENT,
        "category": C.CATEGORY,
        "date": C.DATE,
    },
    categories={"partners": "feedback-from-partners", "processes": "processes"},
    kinds={"minutes": "minutes"},
    numbers={1: "assessing-needs", 7: "safeguarding"},
    statement_of=lambda text: {"safeguarding": "safeguarding", "assessing needs": "assessing-needs"}.get(
        text.lower(), ""
    ),
)
SOURCE = Source(name="register.csv", data=b"x", sha256="1" * 64)


def a_sheet(*rows: tuple[str, ...], first: int = 1) -> Document:
    cells = [
        (f"{chr(64 + column)}{number}", text)
        for number, row in enumerate(rows, first)
        for column, text in enumerate(row, 1)
        if text
    ]
    return a_table(*cells)


def read(*rows: tuple[str, ...], **columns: str) -> Register:
    return read_register(a_sheet(*rows), SOURCE, WORDS, columns)


def with_files(*files: str, column: RegisterColumn = C.FILE) -> Register:
    return Register(name="r", rows=tuple(RegisterRow(place=file, said={column: file}) for file in files))


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


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("review.docx", "partners/Review.docx"),
        ("Partners\\Review.docx", "partners/Review.docx"),
        ("S:\\Evidence\\partners\\review.docx", "partners/Review.docx"),
        ("./partners/review.docx", "partners/Review.docx"),
        ("review", "partners/Review.docx"),
        ("Board minutes", "Board_minutes.pdf"),
        ("letter.txt", "mail.zip!letter.txt"),
    ],
)
def test_a_row_names_a_file_as_people_write_it(said: str, name: str) -> None:
    register = matched(with_files(said), [name, "other.txt"])

    assert register.rows_of == {name: (0,)}
    assert register.unlisted == ("other.txt",)


def test_a_row_names_a_file_by_its_link() -> None:
    link = "https://aldermere.sharepoint.com/Shared%20Documents/Carers%20strategy.docx?web=1"

    register = matched(with_files(link, column=C.LINK), ["Carers strategy.docx"])

    assert register.rows_of == {"Carers strategy.docx": (0,)}


def test_a_link_to_a_public_page_is_no_missing_file() -> None:
    register = matched(with_files("https://www.aldermere.gov.uk/carers", column=C.LINK), ["a.txt"])

    assert register.missing == ()


def test_a_row_without_a_file_names_one_by_its_reference_or_title() -> None:
    rows = (
        RegisterRow(place="1", said={C.REF: "E12", C.TITLE: "Something else"}),
        RegisterRow(place="2", said={C.TITLE: "Carers strategy"}),
        RegisterRow(place="3", said={C.REF: "E1"}),
    )

    register = matched(Register(name="r", rows=rows), ["E12 - survey.pdf", "Carers_Strategy.docx"])

    assert register.rows_of == {"Carers_Strategy.docx": (1,), "E12 - survey.pdf": (0,)}
    assert register.missing == ()


def test_a_file_that_is_not_there_is_missing_and_one_that_could_be_two_is_double() -> None:
    register = matched(with_files("gone.pdf", "notes.txt"), ["a/notes.txt", "b/notes.txt"])

    assert register.missing == (0,)
    assert register.double == (1,)
    assert register.unlisted == ()


def test_a_row_for_a_file_inside_another_is_told() -> None:
    names = ["bundle.zip", "bundle.zip!note.md", "other.txt"]

    register = matched(with_files("note.md", "bundle.zip!note.md", "bundle.zip", "other.txt"), names)

    assert register.inside == (0, 1)
    assert register.missing == register.double == register.unlisted == ()


def test_a_file_given_by_itself_is_meant_before_one_of_its_name_inside_another() -> None:
    register = matched(with_files("note.md"), ["bundle.zip", "bundle.zip!note.md", "note.md"])

    assert register.rows_of == {"note.md": (0,)}
    assert register.inside == register.double == ()
    assert register.unlisted == ("bundle.zip", "bundle.zip!note.md")


def test_the_self_assessment_needs_no_row() -> None:
    register = matched(with_files("a.txt"), ["a.txt", "sa.md"], ["sa.md"])

    assert register.unlisted == ()


def test_several_rows_of_a_document_are_put_together() -> None:
    rows = (
        RegisterRow(place="row 2", said={C.FILE: "a.txt", C.OWNER: "Jo"}, statements=("safeguarding",)),
        RegisterRow(place="row 3", said={C.FILE: "a.txt"}, statements=("assessing-needs",), date="2025-03-31"),
    )

    tags = register_tags(matched(Register(name="r", rows=rows), ["a.txt"]))["a.txt"]

    assert (tags.owner, tags.date, tags.statements) == ("Jo", "2025-03-31", ("safeguarding", "assessing-needs"))
    assert tags.reasons["owner"] == "the register says so (row 2)"
    assert tags.reasons["date"] == "the register says so (row 3)"


def test_the_register_counts_before_front_matter_and_that_before_the_folder() -> None:
    register = Tags(owner="Jo", reasons={"owner": "the register says so"})
    own = front_matter_tags({"owner": "Ann", "statement": "Assessing needs"}, WORDS)
    folder = folder_tags("Safeguarding/Partners/notes.txt", WORDS)

    tags = register.over(own).over(folder)

    assert (tags.owner, tags.statements, tags.category) == ("Jo", ("assessing-needs",), "feedback-from-partners")
    assert tags.reasons == {
        "owner": "the register says so",
        "statements": "its front matter says so",
        "category": "it is in the folder “Partners”",
    }
