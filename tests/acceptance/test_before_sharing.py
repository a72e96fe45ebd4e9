"""What points at a person is in no output, wherever it was planted."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from .conftest import Checker
from .test_cli_formats import FORMATS
from .written_outputs import AS_OF, contents_of, report_in, words_in

# No number here is anybody's: the usual example of an NHS number, and Ofcom's ranges for drama.
NUMBER, EMAIL, PHONE, BORN, CASE = "943 476 5919", "jo.marsh@example.org", "01632 960001", "03/04/1941", "LAS-204518"
SECRETS = (NUMBER, EMAIL, PHONE, BORN, CASE, NUMBER.replace(" ", ""))
PACK = """\
schema: pack/1
id: our-forms
title: How our case numbers are written
version: "1.0.0"
engine: ">=0.1,<1"
framework: cqc-local-authority
personal_data:
  - {kind: case number, pattern: "LAS-######"}
"""


@pytest.fixture
def planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library with personal data in texts, headings, names, properties, hidden matter, sheets and tables."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "library"
    folder.mkdir()
    name = f"letter NHS_{NUMBER.replace(' ', '')} {CASE}.md"
    (folder / name).write_text(
        f"---\ntitle: Letter about NHS number {NUMBER}\nkind: feedback\nowner: {EMAIL}\n---\n\n"
        f"# Sharing information ({EMAIL})\n\n## Born {BORN}, call {PHONE}\n\n"
        f"Partners told us that we share information well; ring {PHONE}, case {CASE}.\n\n"
        f"We do not share information about NHS number {NUMBER} with {EMAIL}, born {BORN}.\n",
        encoding="utf-8",
    )
    _word(folder / f"strategy {EMAIL}.docx")
    _workbook(folder / "figures.xlsx")
    with zipfile.ZipFile(folder / f"bundle {CASE}.zip", "w") as archive:
        archive.writestr(f"note {NUMBER}.txt", f"We share information with partners, says {EMAIL}.\n")
    (folder / f"empty {NUMBER}.txt").touch()
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    return folder


def _word(file: Path) -> None:
    document = Document()
    document.core_properties.title = f"Minutes for {EMAIL}"
    document.add_heading(f"Case {CASE} of {PHONE}", 1)
    paragraph = document.add_paragraph(
        f"The board heard that partners share information, NHS number {NUMBER}. Owner tbc."
    )
    document.add_comment(paragraph.runs, text=f"Who is {EMAIL}, born {BORN}?", author="Jo", initials="J")
    document.save(str(file))


def _workbook(file: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"NHS {NUMBER}"
    sheet.append(["Question", "Answer"])
    sheet.append(["Do we share information with partners?", f"Partners share information well, {EMAIL} {PHONE}"])
    hidden = book.create_sheet(f"b {CASE}")
    hidden.sheet_state = "hidden"
    hidden.append([f"NHS number {NUMBER}"])
    book.save(file)


def _plan(file: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Gap id", "Action", "Owner", "Comment", f"Notes, born {BORN}"])
    sheet.append(["", f"Visit NHS number {NUMBER}", "Ida Marsh", f"born {BORN}, {CASE}", f"NHS {NUMBER}"])
    book.save(file)
    return file


@pytest.mark.parametrize("quotes", [True, False], ids=["with quotes", "without"])
def test_nothing_that_was_planted_is_in_any_format(checker: Checker, planted: Path, quotes: bool) -> None:
    plan = _plan(planted.parent / "plan.xlsx")
    options = () if quotes else ("--no-quotes",)

    ended = checker(
        *("assess", planted, *AS_OF, "--pack", "pack", "--actions", plan, "--register", _register(planted)),
        *("--out", "out", "--format", ",".join(FORMATS), *options),
    )

    assert "was not written" not in ended.err
    outputs = sorted(Path("out").iterdir())
    assert len(outputs) == len(FORMATS)
    found = {
        (file.name, secret)
        for file in outputs
        for part in contents_of(file)
        for secret in SECRETS
        if secret in words_in(part)
    }
    assert found == set()


def _register(library: Path) -> Path:
    file = library.parent / "register.csv"
    names = sorted(path.name for path in library.iterdir())
    rows = [f'R{number},"About {EMAIL}","{name}",{EMAIL}' for number, name in enumerate(names)]
    file.write_text("\n".join(["Ref,Title,File,Owner", *rows, ""]), encoding="utf-8")
    return file


def test_a_register_still_finds_files_whose_names_are_masked(checker: Checker, planted: Path) -> None:
    checker("assess", planted, *AS_OF, "--pack", "pack", "--register", _register(planted), "--out", "out")

    report = report_in("out")

    assert not [warning for warning in report["warnings"] if "not found" in warning or "several files" in warning]
    assert {one["tags"]["ref"] for one in report["documents"] if one["sentences"]} >= {"R2", "R3", "R4"}


def test_what_was_found_is_told_first_with_its_kind_count_and_places(checker: Checker, planted: Path) -> None:
    checker("assess", planted, *AS_OF, "--pack", "pack", "--out", "out", "--format", "json,markdown,terminal")

    told = {(one["matter"], one["kind"]): one for one in report_in("out")["before_sharing"]}
    markdown, terminal = (Path("out", f"gap-report.{suffix}").read_text("utf-8") for suffix in ("md", "txt"))

    assert {kind for matter, kind in told if matter == "personal data"} == {
        *("NHS number", "e-mail address", "telephone number", "date of birth", "case number", "personal data in a name")
    }
    assert ("hidden matter", "comment") in told
    assert told["draft residue", "“tbc”"]["count"] == 1
    assert ("not read in full", "It is empty.") in told
    assert any("line " in place for place in told["personal data", "case number"]["places"])
    assert markdown.index("Before you share") < markdown.index("Summary")
    assert terminal.index("Before you share: Personal data in") < terminal.index("SUMMARY")


def test_what_people_typed_is_masked_but_how_to_reach_them_stays_in_their_own_sheet(
    checker: Checker, planted: Path
) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Gap id", "Action", "Owner"])
    book.active.append(["", f"Visit NHS number {NUMBER}", EMAIL])
    book.save("typed.xlsx")

    checker("assess", planted, *AS_OF, "--actions", "typed.xlsx", "--out", "out", "--format", "xlsx,json,docx")

    sheet = openpyxl.load_workbook("out/gap-report.xlsx")["Actions"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [row for row in rows if "Visit NHS number ••••••••••••" in row and EMAIL in row]
    assert EMAIL not in Path("out/gap-report.json").read_text("utf-8")


def test_a_sheet_is_not_written_over_where_that_would_mask_what_somebody_typed(checker: Checker, planted: Path) -> None:
    Path("out").mkdir()
    typed = _plan(Path("out/gap-report.xlsx"))
    before = typed.read_bytes()

    ended = checker("assess", planted, *AS_OF, "--actions", typed, "--out", "out", "--format", "xlsx")

    assert ended.code == 2
    assert "take it out" in ended.err
    assert typed.read_bytes() == before


def test_changes_since_a_report_from_before_a_form_was_known_are_masked(checker: Checker, planted: Path) -> None:
    checker("assess", planted, *AS_OF, "--out", "earlier", "--format", "json")
    known = CASE in Path("earlier/gap-report.json").read_text("utf-8")

    checker(
        *("assess", planted, *AS_OF, "--pack", planted.parent / "pack", "--earlier", "earlier/gap-report.json"),
        *("--out", "out", "--format", "xlsx,docx,html"),
    )

    assert known
    assert not any(CASE in words_in(part) for file in Path("out").iterdir() for part in contents_of(file))


def test_a_run_ends_with_what_to_look_at_whatever_the_format(checker: Checker, planted: Path) -> None:
    ended = checker("assess", planted, *AS_OF, "--out", "out", "--format", "passages")

    assert re.search(r"Before you share: personal data \(\d files\), hidden matter \(\d files?\)", ended.err)
