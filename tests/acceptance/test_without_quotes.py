"""Without quotes no words of a document are in any output, and places stay."""

from __future__ import annotations

import re
from pathlib import Path

from .conftest import Checker
from .test_cli_formats import FORMATS
from .written_outputs import AS_OF, contents_of, report_in, words_in


def test_without_quotes_no_run_of_words_of_a_document_is_in_any_format(checker: Checker, library: Path) -> None:
    checker(
        *("assess", library, *AS_OF, "--out", "with", "--format", "json"),
    )
    ended = checker("assess", library, *AS_OF, "--no-quotes", "--out", "out", "--format", ",".join(FORMATS))
    said = {run for file in library.rglob("*.md") for run in _runs(file.read_text("utf-8").split("---")[-1])}
    quoted = {run for one in report_in("with")["passages"] for run in _runs(one["text"])}

    found = {
        (file.name, run)
        for file in Path("out").iterdir()
        for part in contents_of(file)
        for run in _runs(words_in(part))
        if run in said
    }

    assert "was not written" not in ended.err
    assert quoted & said
    assert found == set()


def _runs(text: str) -> set[str]:
    """Return every run of five words."""
    words = re.findall(r"[a-z]+", text.lower())
    return {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}


def test_without_quotes_places_and_fingerprints_stay(checker: Checker, library: Path) -> None:
    checker("assess", library, *AS_OF, "--out", "with", "--format", "json")
    checker("assess", library, *AS_OF, "--no-quotes", "--out", "out", "--format", "json")

    with_quotes, without = report_in("with")["passages"], report_in("out")["passages"]

    assert report_in("out")["run"]["settings"]["no_quotes"] is True
    for name in ("document", "start", "end", "line", "fingerprint", "polarity"):
        assert [one[name] for one in without] == [one[name] for one in with_quotes]
    assert all(one["text"] == f"[not quoted: {one['fingerprint']}]" for one in without)
    assert not any(one["because"] or one["heading_path"] for one in without)


def test_without_quotes_a_question_about_a_sentence_has_its_hash(checker: Checker, tmp_path: Path) -> None:
    told = "Decisions about joint funding took forty-seven working days last year, far above our own target."
    text = f"# Self-assessment\n\nWe know ourselves.\n\n## What we need to improve\n\n- {told}\n"
    (tmp_path / "self-assessment.md").write_text(f"---\nkind: self-assessment\n---\n\n{text}", encoding="utf-8")
    checker("assess", tmp_path / "self-assessment.md", *AS_OF, "--out", "plan", "--format", "xlsx,json")

    checker("assess", tmp_path / "self-assessment.md", *AS_OF, "--actions", "plan/gap-report.xlsx", "--no-quotes",
            "--out", "bare", "--format", "html,json,csv,markdown")  # fmt: skip

    assert "action-plan.challenge-has-action/[not quoted:" in Path("bare/gap-report.json").read_text("utf-8")
    for file in Path("bare").iterdir():
        assert "forty-seven" not in file.read_text("utf-8"), file.name


def test_without_quotes_an_earlier_report_with_quotes_gives_none_and_its_gaps_are_known_again(
    checker: Checker, tmp_path: Path
) -> None:
    told = "Decisions about joint funding took forty-seven working days last year, far above our own target."
    text = f"# Self-assessment\n\nWe know ourselves.\n\n## What we need to improve\n\n- {told}\n"
    file = tmp_path / "self-assessment.md"
    file.write_text(f"---\nkind: self-assessment\n---\n\n{text}", encoding="utf-8")
    checker("assess", file, *AS_OF, "--out", "plan", "--format", "xlsx")
    given = ("assess", file, *AS_OF, "--actions", "plan/gap-report.xlsx")
    checker(*given, "--out", "earlier", "--format", "json")

    checker(*given, "--no-quotes", "--earlier", "earlier/gap-report.json", "--out", "bare", "--format", "xlsx,markdown")

    assert "forty-seven" in Path("earlier/gap-report.json").read_text("utf-8")
    assert not any("forty-seven" in words_in(part) for part in contents_of(Path("bare/gap-report.xlsx")))
    assert "no gap has changed" in Path("bare/gap-report.md").read_text("utf-8")


def test_without_quotes_a_sentence_that_only_the_plan_knows_has_its_hash_too(
    checker: Checker, library: Path, first_run: Path
) -> None:
    told = "Decisions about joint funding took forty-seven working days last year, far above our own target."
    gap_id = f"action-plan.challenge-has-action/{told}"
    (first_run.parent / "plan.csv").write_text(
        f'Gap id,Action,Owner\n"{gap_id}",Decide sooner,Ida Marsh\n', encoding="utf-8"
    )
    (first_run.parent / "waivers.yaml").write_text(
        f'waivers:\n  - gap: "{gap_id}"\n    person: Ida Marsh\n    role: Director\n    reason: It is soon done\n'
        '    risk: Small\n    start: "2026-01-01"\n    end: "2026-12-31"\n',
        encoding="utf-8",
    )
    given = ("--actions", first_run.parent / "plan.csv", "--waivers", first_run.parent / "waivers.yaml")

    ended = checker("assess", library, *AS_OF, *given, "--no-quotes", "--out", "bare", "--format", "json,html,csv")

    report = report_in("bare")
    assert {one["gap_id"] for one in report["waivers"]} <= {one["gap_id"] for one in report["actions"]}
    assert "[not quoted:" in report["waivers"][0]["gap_id"]
    assert "forty-seven" not in ended.err + ended.out
    for file in Path("bare").iterdir():
        assert "forty-seven" not in file.read_text("utf-8"), file.name


_TOLD = """\
---
title: Complaint letter of Zanthia about “her late” uncle Quillon
owner: Bexley Corravane
kind: the Skellig survey of partners
---

# Report on Wrenholt

We share information with partners through the shared care record.
"""


def test_without_quotes_nothing_of_a_title_a_heading_or_front_matter_is_in_any_format(
    checker: Checker, tmp_path: Path
) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "one.md").write_text(_TOLD, encoding="utf-8")
    by_title = re.sub("kind: .*\n", "", _TOLD)
    (tmp_path / "library" / "two.md").write_text(by_title, encoding="utf-8")

    checker("assess", tmp_path / "library", *AS_OF, "--no-quotes", "--out", "out", "--format", ",".join(FORMATS))

    words = re.compile("Zanthia|Quillon|Corravane|Skellig|Wrenholt", re.IGNORECASE)
    found = {
        (file.name, *words.findall(words_in(part))) for file in Path("out").iterdir() for part in contents_of(file)
    }
    assert {one for one in found if len(one) > 1} == set()
    reasons = [one["kind_reason"] for one in report_in("out")["documents"]]
    assert reasons == ["its kind is [not quoted]", "its title is [not quoted]"]
