"""The planted library holds what its key says, the clean twin holds none of it, and both are the same each time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import yaml

from benchmarks.planted.editing import plant_all
from benchmarks.planted.library import SELF_ASSESSMENT, Library
from benchmarks.planted.make import AS_OF, CLEAN, FORMATS, build
from benchmarks.planted.plants import Phrasing, Plant, load_plants, of_phrasing

from .plain_reading import words_in

PLANTS = load_plants()
NEED_AN_ACTION_PLAN = {14, 15, 16, 33}
COMPLAINTS = {f"R{number:02}" for number in range(1, 35) if number not in NEED_AN_ACTION_PLAN}
STATEMENTS = 9
CATEGORIES = {"peoples-experience", "feedback-from-staff-and-leaders", "feedback-from-partners", "processes"}
Libraries = Mapping[str, Path]


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Libraries:
    """Build the clean twin and the planted libraries once."""
    root = tmp_path_factory.mktemp("planted")
    return {which: build(which, root / which) for which in (CLEAN, *Phrasing)}


def files_of(plant: Plant, folder: Path) -> tuple[Path, ...]:
    if plant.file == "register":
        return (folder / "register.csv", folder / "register.xlsx")
    if plant.file == SELF_ASSESSMENT:
        return tuple(folder / f"{SELF_ASSESSMENT}.{suffix}" for suffix in FORMATS)
    return (folder / "evidence" / plant.file,)


def test_each_complaint_is_planted_in_every_phrasing() -> None:
    phrasings = defaultdict(set)
    for plant in PLANTS:
        phrasings[plant.rule].add(plant.phrasing)

    assert phrasings == {complaint: set(Phrasing) for complaint in COMPLAINTS}


@pytest.mark.parametrize(
    "plant", [plant for plant in PLANTS if plant.words], ids=lambda plant: f"{plant.rule}-{plant.phrasing}"
)
def test_the_planted_words_are_in_the_built_files_and_not_in_the_clean_twin(plant: Plant, libraries: Libraries) -> None:
    built = files_of(plant, libraries[plant.phrasing])
    clean = [path for path in files_of(plant, libraries[CLEAN]) if path.exists()]

    planted = [all(words in words_in(path) for words in plant.words) for path in built]
    in_clean_twin = [any(words in words_in(path) for words in plant.words) for path in clean]

    assert planted == [True] * len(built)
    assert not any(in_clean_twin)


def test_what_is_planted_as_an_absence_changes_the_texts() -> None:
    clean = Library.clean()
    absences = [plant for plant in PLANTS if not plant.words]

    assert absences
    assert all(plant_all(clean, [plant]) != clean for plant in absences)


def test_an_edit_that_does_not_fit_the_texts_is_an_error_that_names_the_plant() -> None:
    edit = {"file": SELF_ASSESSMENT, "swap": {"words that are nowhere": "others"}}
    plant = replace(PLANTS[0], rule="R05", phrasing=Phrasing.A, edits=(edit,))

    with pytest.raises(ValueError, match=r"plant R05 a, self-assessment: 'words that are nowhere' is there 0 times"):
        plant_all(Library.clean(), [plant])


@pytest.mark.parametrize("which", [CLEAN, Phrasing.C])
def test_a_library_is_made_of_the_same_bytes_each_time(which: str, libraries: Libraries, tmp_path: Path) -> None:
    first = libraries[which]

    second = build(which, tmp_path / which)

    files = [path.relative_to(first) for path in first.rglob("*") if path.is_file()]
    assert [path for path in files if (first / path).read_bytes() != (second / path).read_bytes()] == []


def test_the_key_beside_a_library_lists_its_plants(libraries: Libraries) -> None:
    files = {which: folder / "key.yaml" for which, folder in libraries.items()}

    keys = {which: yaml.safe_load(path.read_text(encoding="utf-8")) for which, path in files.items()}

    assert keys[CLEAN] == []
    assert all(len(keys[phrasing]) == len(of_phrasing(PLANTS, phrasing)) for phrasing in Phrasing)
    assert set(keys[Phrasing.A][0]) >= {"rule", "phrasing", "file", "heading", "words", "expected"}


def test_the_clean_library_has_the_size_of_a_real_one(libraries: Libraries) -> None:
    evidence = [path for path in (libraries[CLEAN] / "evidence").rglob("*") if path.is_file()]
    words = words_in(libraries[CLEAN] / f"{SELF_ASSESSMENT}.docx").split()

    assert len(evidence) >= 60
    assert {path.suffix for path in evidence} == {
        ".csv", ".docx", ".eml", ".html", ".md", ".odt", ".pdf", ".pptx", ".txt", ".xlsx"
    }  # fmt: skip
    assert 8_000 <= len(words) <= 12_000


def test_each_statement_has_clean_evidence_of_all_categories() -> None:
    covered = defaultdict(set)
    for row in Library.clean().register:
        for statement in row["Quality statement"].split("; "):
            covered[statement].add(row["Evidence category"])

    assert len(covered) == STATEMENTS
    assert all(categories == CATEGORIES for categories in covered.values())


def test_the_clean_self_assessment_cites_what_is_in_the_register_and_leaves_nothing_out() -> None:
    clean = Library.clean()

    cited = set(re.findall(r"\bE\d\d\b", clean.self_assessment.body))

    assert cited == {row["Ref"] for row in clean.register}


def test_each_clean_strength_cites_its_evidence() -> None:
    sections = re.findall(r"^### Our strengths\n(.*?)^###", Library.clean().self_assessment.body, re.M | re.S)

    assert len(sections) == STATEMENTS
    assert [one for section in sections for one in section.split("\n\n") if one.strip() and "[E" not in one] == []


def test_no_clean_review_date_has_passed() -> None:
    reviews = [row["Review date"] for row in Library.clean().register if row["Review date"]]

    assert reviews
    assert min(map(date.fromisoformat, reviews)) > date.fromisoformat(AS_OF)


def test_a_scanned_page_has_no_text(libraries: Libraries) -> None:
    with pypdfium2.PdfDocument(libraries[Phrasing.B] / "evidence/agreements/housing-protocol-signed.pdf") as document:
        assert [page.get_textpage().get_text_range().strip() for page in document] == [""]


def test_only_the_untagged_survey_is_an_untagged_pdf(libraries: Libraries) -> None:
    untagged = []
    for path in sorted((libraries[Phrasing.B] / "evidence").rglob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            if not pypdfium2.raw.FPDFCatalog_IsTagged(document.raw):
                untagged.append(path.name)

    assert untagged == ["housing-protocol-signed.pdf", "adult-social-care-survey-2024-25.pdf"]
