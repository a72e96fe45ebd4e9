"""Waivers and attestations of a run: what they do to the exit code and the reports, and when they stop doing it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Checker

WAIVER = """\
  - gap: {gap}
    person: Ida Marsh
    role: Director
    reason: The new record starts in May.
    risk: Nobody outside confirms it until then.
    start: "2026-01-01"
    end: "2026-06-30"
"""
ATTESTATION = """\
attestations:
  - gap: {gap}
    person: Bo Lane
    role: Head of Partnerships
    reason: I asked the three ward managers.
    method: interview
    start: "2026-01-01"
    end: "2026-06-30"
    evidence: ["{evidence}"]
"""


def report_of(checker: Checker, library: Path, day: str, *options: str | Path) -> tuple[int, dict[str, Any], str]:
    ended = checker("assess", library, "--as-of", day, "--format", "json", *options)
    found: dict[str, Any] = json.loads(ended.out)
    return ended.code, found, ended.err


def findings(report: dict[str, Any]) -> list[dict[str, Any]]:
    found = [
        one for statement in report["statements"] for each in statement["expectations"] for one in each["findings"]
    ]
    return [*found, *(one for statement in report["statements"] for one in statement["findings"]), *report["findings"]]


def gaps(report: dict[str, Any], weight: str = "essential") -> list[str]:
    return [
        one["gap_id"]
        for one in findings(report)
        if one["weight"] == weight and one["outcome"] in ("not met", "partly met")
    ]


@pytest.fixture
def all_waived(checker: Checker, library: Path) -> Path:
    """Waivers of every essential gap, in force in the first half of 2026."""
    _, report, _ = report_of(checker, library, "2026-03-31")
    file = Path("waivers.yaml")
    file.write_text("waivers:\n" + "".join(WAIVER.format(gap=gap) for gap in gaps(report)), encoding="utf-8")
    return file


def test_waived_gaps_stay_listed_and_are_not_open(checker: Checker, library: Path, all_waived: Path) -> None:
    before, old, _ = report_of(checker, library, "2026-03-31")
    after, new, _ = report_of(checker, library, "2026-03-31", "--waivers", all_waived)

    assert (before, after) == (1, 0)
    assert gaps(new) == gaps(old)
    assert new["summary"]["open_gaps"]["essential"] == 0
    assert {waiver["state"] for waiver in new["waivers"]} == {"in force"}
    assert new["run"]["settings"]["waivers"] == "waivers.yaml"
    assert new["run"]["inputs"]["waivers: waivers.yaml"] == hashlib.sha256(all_waived.read_bytes()).hexdigest()


def test_an_expired_waiver_counts_as_expired_in_every_output(checker: Checker, library: Path, all_waived: Path) -> None:
    code, report, told = report_of(checker, library, "2026-07-01", "--waivers", all_waived)
    checker(
        "assess", library, "--as-of", "2026-07-01", "--waivers", all_waived, "--out", "out", "--format", "html,markdown"
    )

    assert code == 1
    assert not [one for one in findings(report) if "waived" in one["flags"]]
    assert {waiver["state"] for waiver in report["waivers"]} == {"expired"}
    assert f"{len(report['waivers'])} waivers have expired" in told
    assert "expired on 2026-06-30: the gap counts as open (waivers.yaml:" in " ".join(report["warnings"])
    for name in ("gap-report.html", "gap-report.md"):
        assert "expired, and no longer counting" in Path("out", name).read_text(encoding="utf-8")


def test_settings_name_the_files_as_seen_from_them(checker: Checker, library: Path, all_waived: Path) -> None:
    folder = Path("work")
    folder.mkdir()
    all_waived.rename(folder / "waivers.yaml")
    (folder / "checker.yaml").write_text("waivers: waivers.yaml\n", encoding="utf-8")

    code, _, _ = report_of(checker, library, "2026-03-31", "--settings", folder / "checker.yaml")

    assert code == 0


def test_an_attestation_changes_neither_outcome_nor_exit_code_and_is_suspect_when_its_evidence_changes(
    checker: Checker, library: Path
) -> None:
    code, plain, _ = report_of(checker, library, "2026-03-31")
    gap = gaps(plain)[0]
    text = (library / "narrative.md").read_bytes()
    Path("attestations.yaml").write_text(ATTESTATION.format(gap=gap, evidence=hashlib.sha256(text).hexdigest()[:16]))

    attested_code, attested, _ = report_of(checker, library, "2026-03-31", "--attestations", "attestations.yaml")
    (library / "narrative.md").rename(library / "renamed.md")
    _, renamed, _ = report_of(checker, library, "2026-03-31", "--attestations", "attestations.yaml")
    (library / "renamed.md").write_bytes(text + b"\nOne more sentence was added.\n")
    _, changed, told = report_of(checker, library, "2026-03-31", "--attestations", "attestations.yaml")

    flags = [
        next(one for one in findings(report) if one["gap_id"] == gap)["flags"]
        for report in (attested, renamed, changed)
    ]
    assert flags == [["attested"], ["attested"], ["suspect"]]
    assert attested_code == code == 1
    assert gaps(attested) == gaps(plain)
    assert "rests on a file that has changed or gone" in told


def test_every_mistake_of_a_file_is_shown_with_its_line(checker: Checker, library: Path) -> None:
    Path("waivers.yaml").write_text('waivers:\n  - gap: a\n    person: ""\n    end: soon\n', encoding="utf-8")

    ended = checker("assess", library, "--waivers", "waivers.yaml")

    assert ended.code == 2
    assert "waivers.yaml:3: 'person' is empty" in ended.err
    assert "waivers.yaml:4: " in ended.err
    assert "waivers.yaml:2: the key 'reason' is missing" in ended.err


def test_missing_keys_and_impossible_days_are_told_in_one_round(checker: Checker, library: Path) -> None:
    one = '  - gap: a\n    persn: Ida\n    start: "2026-02-31"\n'
    other = WAIVER.format(gap="b").replace('"2026-06-30"', '"2025-06-30"')
    Path("waivers.yaml").write_text(f"waivers:\n{one}{other}", encoding="utf-8")

    ended = checker("assess", library, "--waivers", "waivers.yaml")

    assert ended.code == 2
    assert "waivers.yaml:3: unknown key 'persn'" in ended.err
    assert "waivers.yaml:4: '2026-02-31' is not a day of the calendar" in ended.err
    assert "waivers.yaml:11: it ends before it starts" in ended.err
    assert "the key 'end' is missing" in ended.err


@pytest.mark.parametrize("text", ["", "# none yet\n", "waivers:\n"])
def test_an_empty_file_says_what_it_is_to_hold(checker: Checker, library: Path, text: str) -> None:
    Path("waivers.yaml").write_text(text, encoding="utf-8")

    ended = checker("assess", library, "--waivers", "waivers.yaml")

    assert ended.code == 2
    assert "each with gap, person, role, reason, risk, start and end: see docs/actions-and-waivers.md" in ended.err


def test_a_waiver_of_a_mistyped_gap_is_told_with_the_one_that_was_meant(checker: Checker, library: Path) -> None:
    _, report, _ = report_of(checker, library, "2026-03-31")
    gap = gaps(report)[0]
    Path("waivers.yaml").write_text(f"waivers:\n{WAIVER.format(gap=gap[:-1])}", encoding="utf-8")

    _, _, told = report_of(checker, library, "2026-03-31", "--waivers", "waivers.yaml")

    assert f"is not used: this run found no such gap (did you mean “{gap}”?)" in told
