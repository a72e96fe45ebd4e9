"""Which files the rows of a register mean, and what a document takes from them."""

from __future__ import annotations

import pytest

from checker.domain.document import Link
from checker.domain.register import Register, RegisterColumn, RegisterRow, Tags
from checker.stages.register import folder_tags, front_matter_tags, matched, register_tags
from checker.stages.register.reading import read_register
from checker.values import replace

from .registering import SOURCE, WORDS, C, a_sheet, with_files


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


@pytest.mark.parametrize(
    "link",
    [
        "https://a.sharepoint.com/sites/ASC/Shared%20Documents/QS5/Minutes%20%26%20notes%20v7%20FINAL%20(2).docx?web=1",
        "https://a.sharepoint.com/:w:/r/sites/ASC/_layouts/15/Doc.aspx?sourcedoc=%7BAB%7D&file=Minutes%20%26%20notes%20v7%20FINAL%20(2).docx",
        "https://a.sharepoint.com/sites/ASC/Forms/AllItems.aspx?id=%2Fsites%2FASC%2FMinutes%20%26%20notes%20v7%20FINAL%20(2)%2Edocx",
    ],
)
@pytest.mark.parametrize("column", [C.FILE, C.LINK])
def test_an_address_in_sharepoint_names_its_file_in_either_column(link: str, column: RegisterColumn) -> None:
    name = "QS5/Minutes & notes v7 FINAL (2).docx"

    found = matched(with_files(link, column=column), [name, "QS5/Other.docx"])

    assert found.rows_of == {name: (0,)}


def test_a_sharing_link_names_no_file_and_the_title_does() -> None:
    said = {C.TITLE: "Minutes and notes", C.LINK: "https://a.sharepoint.com/:w:/s/ASC/EaB2xQ?e=4f"}

    found = matched(Register(name="r", rows=(RegisterRow(place="1", said=said),)), ["QS5/Minutes and notes.docx"])

    assert found.rows_of == {"QS5/Minutes and notes.docx": (0,)}


SHARED = "https://aldermere.sharepoint.com/Shared%20Documents/Minutes.docx"


@pytest.mark.parametrize(
    ("typed", "address", "file", "link"),
    [
        (
            "Carers strategy",
            "https://www.aldermere.gov.uk/carers",
            "Carers strategy",
            "https://www.aldermere.gov.uk/carers",
        ),
        ("Carers strategy", "mailto:jo@aldermere.example", "Carers strategy", ""),
        ("Carers strategy", "www.aldermere.gov.uk", "Carers strategy", ""),
        ("Carers strategy.docx", SHARED, "Carers strategy.docx", ""),
        ("Open", SHARED, "", SHARED),
        ("Open", "QS5/Minutes.docx", "", "QS5/Minutes.docx"),
        ("", "https://www.aldermere.gov.uk/carers", "", "https://www.aldermere.gov.uk/carers"),
    ],
)
def test_a_link_behind_a_title_takes_the_place_of_a_typed_file_only_if_it_leads_to_one(
    typed: str, address: str, file: str, link: str
) -> None:
    sheet = a_sheet(("Ref", "Title", "File"), ("E1", "Carers", typed))
    start = sheet.text.index("Carers")
    linked = replace(sheet, links=(Link(start=start, end=start + len("Carers"), target=address),))

    (row,) = read_register(linked, SOURCE, WORDS).rows

    assert (row.words(C.FILE), row.words(C.LINK)) == (file, link)
