"""`checker assess`: each exit code, what goes to stdout and what to stderr, and where reports are written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

AS_OF = ("--as-of", "2025-06-30")
Checker = Any


def in_a_process(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "checker", *arguments]
    environment = {**os.environ, "CHECKER_PLUGINS_AUTOLOAD": "0"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_no_open_gaps_of_the_weight_asked_for_is_0(library: Path) -> None:
    ended = in_a_process(library, "assess", ".", *AS_OF, "--fail-on", "never")

    assert ended.returncode == 0
    assert "Exit code 0: no open gaps" in ended.stderr


def test_open_gaps_are_1(library: Path) -> None:
    ended = in_a_process(library, "assess", ".", *AS_OF)

    assert ended.returncode == 1
    assert "Exit code 1: there are open gaps at or above 'essential'" in ended.stderr


def test_a_missing_path_is_2_and_is_named(tmp_path: Path) -> None:
    ended = in_a_process(tmp_path, "assess", "nowhere")

    assert ended.returncode == 2
    assert ended.stderr == "checker: nowhere: there is no such file or folder\n"
    assert ended.stdout == ""


def test_an_unreadable_and_an_empty_file_beside_a_good_one_are_3_and_are_named(library: Path) -> None:
    (library / "broken.docx").write_bytes(b"PK\x03\x04 not a document")
    (library / "empty.txt").write_bytes(b"")

    ended = in_a_process(library, "assess", ".", *AS_OF, "--fail-on", "never", "--format", "json")

    assert ended.returncode == 3
    assert "Not assessed: file broken.docx" in ended.stderr
    assert "Not assessed: file empty.txt" in ended.stderr
    assert "1 of 3 files read." in ended.stderr
    assert {one["name"] for one in json.loads(ended.stdout)["not_assessed"]} == {"broken.docx", "empty.txt"}


def test_an_empty_folder_is_4(tmp_path: Path) -> None:
    ended = in_a_process(tmp_path, "assess", ".", *AS_OF, "--format", "json")

    assert ended.returncode == 4
    assert "No files were found." in ended.stderr
    assert json.loads(ended.stdout)["documents"] == []


def test_only_unreadable_files_are_4(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")

    ended = in_a_process(tmp_path, "assess", ".", *AS_OF)

    assert ended.returncode == 4
    assert "nothing was assessed; 1 file found, none of which could be read" in ended.stderr


def test_an_invalid_pack_is_2_with_file_and_line(checker: Checker, library: Path, tmp_path: Path) -> None:
    pack = tmp_path / "region"
    pack.mkdir()
    (pack / "pack.yaml").write_text("schema: pack/1\nid: region\ntitel: Region\n", encoding="utf-8")

    ended = checker("assess", library, "--pack", pack)

    assert ended.code == 2
    assert "region/pack.yaml:3: " in ended.err
    assert "title" in ended.err


def test_whoever_stops_reading_does_not_change_the_exit_code(library: Path) -> None:
    command = [sys.executable, "-m", "checker", "assess", ".", *AS_OF, "--format", "json"]

    run = subprocess.Popen(command, cwd=library, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout
    assert run.stderr
    run.stdout.close()
    said = run.stderr.read()

    assert run.wait() == 1
    assert b"Traceback" not in said


def test_with_out_html_and_json_are_written_and_nothing_goes_to_stdout(checker: Checker, library: Path) -> None:
    ended = checker("assess", library, *AS_OF, "--out", "out/new")

    assert ended.out == ""
    assert sorted(path.name for path in Path("out/new").iterdir()) == ["gap-report.html", "gap-report.json"]
    assert "Report: out/new/gap-report.html, out/new/gap-report.json" in ended.err


def test_the_formats_asked_for_are_written_with_their_suffixes(checker: Checker, library: Path) -> None:
    checker("assess", library, *AS_OF, "--out", "out", "--format", "markdown,passages", "--format", "json")

    assert sorted(path.name for path in Path("out").iterdir()) == [
        "gap-report.json",
        "gap-report.md",
        "gap-report.passages.jsonl",
    ]


def test_an_older_report_is_replaced(checker: Checker, library: Path) -> None:
    Path("out").mkdir()
    Path("out/gap-report.json").write_text("older", encoding="utf-8")

    checker("assess", library, *AS_OF, "--out", "out", "--format", "json")

    assert json.loads(Path("out/gap-report.json").read_text(encoding="utf-8"))["schema"] == "gap-report/1"


def test_without_out_the_terminal_view_goes_to_stdout(checker: Checker, library: Path) -> None:
    ended = checker("assess", library, *AS_OF)

    assert "Aldermere Council" in ended.out
    assert "\x1b" not in ended.out
    assert all(len(line) <= 80 for line in ended.out.splitlines())


def test_several_formats_without_out_are_wrong_use_that_says_what_to_do(checker: Checker, library: Path) -> None:
    ended = checker("assess", library, "--format", "json,html")

    assert ended.code == 2
    assert "add --out DIR" in ended.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "jsn"), "there is no format 'jsn' (did you mean 'json'?)"),
        (("--statement", "partnership-and-communities"), "did you mean 'partnerships-and-communities'?"),
        (("--as-of", "31/03/2025"), "expected year-month-day, e.g. 2025-03-31"),
        (("--as-of", "2025-02-31"), "'2025-02-31' is not a day of the calendar"),
        (("--run-on", "moon"), "moon"),
        (("--settings", "none.yaml"), "The settings file none.yaml does not exist."),
    ],
)
def test_wrong_use_is_2_and_says_what_was_expected(
    checker: Checker, library: Path, options: tuple[str, ...], said: str
) -> None:
    ended = checker("assess", library, *options)

    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""


def test_no_path_at_all_is_wrong_use(checker: Checker) -> None:
    ended = checker("assess")

    assert ended.code == 2
    assert "PATH" in ended.err


def test_quiet_says_nothing(checker: Checker, library: Path) -> None:
    ended = checker("assess", library, *AS_OF, "--out", "out", "--quiet")

    assert (ended.out, ended.err) == ("", "")


def test_a_report_among_the_evidence_is_warned_about(checker: Checker, library: Path) -> None:
    ended = checker("assess", library, *AS_OF, "--out", library / "out")

    assert "the next run reads this report as evidence" in ended.err


def test_a_folder_that_cannot_be_written_is_wrong_use(checker: Checker, library: Path) -> None:
    Path("taken").write_text("a file", encoding="utf-8")

    ended = checker("assess", library, *AS_OF, "--out", "taken")

    assert ended.code == 2
    assert "cannot be written" in ended.err


def test_the_self_assessment_that_is_named_is_read_and_known_as_such(checker: Checker, library: Path) -> None:
    Path("story.txt").write_text("Partners use the shared care record well.\n", encoding="utf-8")

    ended = checker("assess", library, *AS_OF, "--self-assessment", "story.txt", "--format", "json")

    report = json.loads(ended.out)
    kinds = {document["name"]: document["kind"] for document in report["documents"]}
    assert kinds["story.txt"] == "self-assessment"
    assert report["run"]["settings"] == {"self_assessment": ["story.txt"]}


def test_options_win_over_settings_and_settings_over_defaults(checker: Checker, library: Path) -> None:
    Path("checker.yaml").write_text('title: From settings\nas_of: "2025-01-31"\nfail_on: never\n', encoding="utf-8")

    by_settings = checker("assess", library, "--format", "json")
    by_options = checker("assess", library, "--format", "json", *AS_OF, "--fail-on", "essential")

    assert (by_settings.code, by_options.code) == (0, 1)
    assert json.loads(by_settings.out)["run"]["as_of"] == "2025-01-31"
    assert json.loads(by_options.out)["run"]["as_of"] == "2025-06-30"
    assert json.loads(by_options.out)["title"] == "From settings"


def test_workers_and_the_order_of_files_change_nothing(library: Path) -> None:
    (library / "letter.txt").write_text(
        "Partners told us that they can see the shared care record.\n", encoding="utf-8"
    )
    command = ("assess", *AS_OF, "--format", "json")

    one = in_a_process(library, *command, "narrative.md", "letter.txt")
    two = in_a_process(library, *command, "letter.txt", "narrative.md", "--workers", "2")

    assert one.stdout == two.stdout
    assert one.returncode == two.returncode
