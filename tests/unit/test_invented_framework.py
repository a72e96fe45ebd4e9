"""The whole engine on a framework for public libraries: nothing about one regulator is in the code."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.domain.pack import RuleBook
from checker.domain.report import GapReport
from checker.pipeline import RunRequest, assess, load_book
from checker.plugin_manager import Plugins
from checker.report_json import to_json
from checker.settings import Settings
from checker.stages.packs import load_cases
from checker.testing_kit.cases import run_cases
from checker.testing_kit.untested import untested

ROOT = Path(__file__).parents[2]
PACK = ROOT / "tests" / "invented_framework"
DOCUMENTS = {
    "self-assessment.md": (
        "# Wexmoor Library: our self-assessment\n\n## Open shelves\n\n"
        "We lend any book. We gave out and lent 400 books last week. We shall start a reading group next year.\n"
    ),
    "visit.txt": (
        "Open shelves\n\nScore: 2\n\n2 - Shelves are half full\n\nWhat readers may hope for\n\n"
        "I find a book that I like.\n\n"
        "Readers told us that the desk lends any book. They said the loan period is splendid.\n\n"
        "Teachers wrote that the reading group is welcome, but the hall was closed.\n\n"
        "One borrower learned to read.\n"
    ),
    "letters/feedback.md": "---\nkind: feedback\n---\n\nThe top shelf is out of reach and nobody lends a book.\n",
}


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return Plugins.load(Settings())


@pytest.fixture(scope="module")
def book(plugins: Plugins) -> RuleBook:
    return load_book(plugins, [PACK])


@pytest.fixture(scope="module")
def report(plugins: Plugins, book: RuleBook, tmp_path_factory: pytest.TempPathFactory) -> GapReport:
    folder = tmp_path_factory.mktemp("library")
    for name, text in DOCUMENTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return assess(RunRequest(paths=(folder,), as_of="2026-01-31", keep_sentences=True), plugins, book=book)


@pytest.fixture(scope="module")
def shown(report: GapReport) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(json.dumps(to_json(report)))
    return form


def the_passage(shown: dict[str, Any], start: str) -> dict[str, Any]:
    (found,) = [passage for passage in shown["passages"] if passage["text"].startswith(start)]
    return dict(found)


def test_every_case_of_the_pack_comes_out_as_its_author_expects(plugins: Plugins, book: RuleBook) -> None:
    results = run_cases(PACK, plugins=plugins, book=book)

    assert [str(result) for result in results if not result.passed] == []
    assert untested(book.packs[0], load_cases(PACK)) == ()


def test_the_report_is_about_this_framework(shown: dict[str, Any]) -> None:
    assert [one["id"] for one in shown["statements"]] == ["open-shelves", "warm-rooms"]
    assert [one["in_scope"] for one in shown["statements"]] == [True, False]
    assert [one["id"] for one in shown["statements"][0]["expectations"]] == ["lending", "reading-groups", "joy"]
    assert shown["run"]["framework"] == "library-watch"
    assert "Library Watch" in json.dumps(shown["notice"])


def test_kind_statement_and_published_score_are_recognised(shown: dict[str, Any]) -> None:
    by_name = {one["name"]: one for one in shown["documents"]}

    assert [by_name[name]["kind"] for name in ("self-assessment.md", "visit.txt", "letters/feedback.md")] == [
        "self-assessment",
        "inspection-report",
        "feedback",
    ]
    assert (by_name["visit.txt"]["statement"], by_name["visit.txt"]["published_score"]) == ("open-shelves", 2)


def test_the_standards_own_words_are_never_evidence(report: GapReport) -> None:
    assert report.sentences is not None
    said = [item for item in report.sentences() if item["doc"] == "visit" and "start" in item]
    text = DOCUMENTS["visit.txt"]

    recognised = [text[item["start"] : item["end"]] for item in said if item["expectations"]]
    assert all(words not in recognised for words in ("I find a book that I like.", "Open shelves"))
    assert "Readers told us that the desk lends any book." in recognised


@pytest.mark.parametrize(
    ("start", "voice", "category", "polarity"),
    [
        ("We gave out", "trustees", "papers", "strength"),
        ("Readers told us", "readers", "readers-say", "strength"),
        ("They said the loan", "readers", "readers-say", "strength"),
        ("Teachers wrote", "schools", "neighbours-say", "mixed"),
        ("We shall start", "trustees", "papers", "planned"),
        ("One borrower", "visitor", "papers", "strength"),
    ],
)
def test_voices_categories_and_polarities_are_those_of_the_pack(
    shown: dict[str, Any], start: str, voice: str, category: str, polarity: str
) -> None:
    passage = the_passage(shown, start)

    assert (passage["voice"], passage["evidence_category"], passage["polarity"]) == (voice, category, polarity)


def test_an_independent_voice_corroborates_what_the_library_says(shown: dict[str, Any]) -> None:
    assert the_passage(shown, "We lend any book")["claim"] == "corroborated"
    assert the_passage(shown, "Readers told us")["claim"] == "practised"


def test_statuses_and_findings_follow_from_the_packs_own_rules(shown: dict[str, Any]) -> None:
    expectations = {one["id"]: one for one in shown["statements"][0]["expectations"]}
    outcomes = {one["rule"]: one["outcome"] for each in expectations.values() for one in each["findings"]}

    assert {key: one["status"] for key, one in expectations.items()} == {
        "lending": "mixed",
        "reading-groups": "mixed",
        "joy": "supported",
    }
    assert outcomes["lending.readers-say-so"] == "met"
    assert outcomes["reading-groups.evidenced"] == "partly met"
    assert "joy.practised" not in outcomes


def test_no_word_of_another_framework_is_in_the_report(shown: dict[str, Any]) -> None:
    words = json.dumps(shown).lower()

    assert "cqc" not in words
    assert "care quality commission" not in words
    assert not [name for name in _shipped_ids() if f'"{name}"' in words]


ORDINARY_WORDS = frozenset({"people", "inspector", "staff", "partners", "providers", "processes", "outcomes"})


def _shipped_ids() -> Iterator[str]:
    """Yield the ids of the framework that the project ships, without those that are ordinary words."""
    folder = Path(str(resources.files("checker_rules"))) / "cqc_local_authority"
    data = yaml.load((folder / "framework.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    statements = [one for theme in data["themes"] for one in theme["quality_statements"]]
    for item in (data, *data["themes"], *statements, *data["voices"], *data["evidence_categories"]):
        if item["id"] not in ORDINARY_WORDS:
            yield item["id"]


@pytest.mark.parametrize("package", ["checker", "plugins"])
def test_no_id_of_the_shipped_framework_is_written_in_the_code(package: str) -> None:
    ids = set(_shipped_ids())
    kit = ("testing", "example_distribution", "care_packs")
    files = [path for path in sorted((ROOT / package).rglob("*.py")) if not any(word in str(path) for word in kit)]

    written = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in ids
    ]

    assert written == []
