"""Reports of two councils do not lie in one folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli import assess_work

from .conftest import NARRATIVE, Checker
from .written_outputs import AS_OF


@pytest.mark.parametrize("format_", ["json", "xlsx"])
def test_a_folder_with_the_report_of_another_council_is_left_as_it_is(
    checker: Checker, library: Path, made: str, format_: str
) -> None:
    before = {file.name: file.read_bytes() for file in Path(made).parent.iterdir()}
    (library / "narrative.md").write_text(NARRATIVE.replace("Aldermere", "Larkmere"), encoding="utf-8")

    ended = checker("assess", library, *AS_OF, "--out", Path(made).parent, "--format", format_)

    assert ended.code == 2
    assert "this is the report of Aldermere Council, and this run is about Larkmere Council" in ended.err
    assert "choose another folder with --out" in ended.err
    assert {file.name: file.read_bytes() for file in Path(made).parent.iterdir()} == before


@pytest.mark.parametrize("name", ["Aldermere Borough Council", ""])
def test_another_form_of_the_name_and_no_name_are_no_other_council(
    checker: Checker, library: Path, made: str, name: str
) -> None:
    text = NARRATIVE.replace("council: Aldermere Council\n", f"council: {name}\n" if name else "")
    (library / "narrative.md").write_text(text, encoding="utf-8")

    ended = checker("assess", library, *AS_OF, "--out", Path(made).parent)

    assert ended.code != 2


@pytest.mark.parametrize("told_by", ["settings", "self-assessment"])
def test_another_council_that_is_told_beforehand_is_refused_before_the_library_is_read(
    checker: Checker, library: Path, made: str, told_by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = library / "narrative.md"
    own.write_text(NARRATIVE.replace("Aldermere", "Larkmere"), encoding="utf-8")
    if told_by == "settings":
        Path("checker.yaml").write_text("council: Larkmere Council\n", encoding="utf-8")
    monkeypatch.setattr(assess_work, "assess", lambda *_, **__: pytest.fail("the library was read"))

    named = ("--self-assessment", own) if told_by == "self-assessment" else ()
    ended = checker("assess", library, *AS_OF, "--out", Path(made).parent, *named)

    assert ended.code == 2
    assert "this is the report of Aldermere Council, and this run is about Larkmere Council" in ended.err


def test_reports_of_an_earlier_run_that_stay_in_the_folder_are_named(
    checker: Checker, library: Path, made: str
) -> None:
    again = checker("assess", library, *AS_OF, "--out", Path(made).parent, "--format", "html,json")
    other = checker("assess", library, *AS_OF, "--out", Path(made).parent, "--format", "xlsx")

    assert "Not of this run" not in again.err
    assert "Not of this run: gap-report.html, gap-report.json in out are of an earlier one." in other.err
