"""A report says how it was made, and a run is rebuilt from all of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.cli.again import AgainOptions, request_of, settings_of
from checker.cli.ahead_work import falling_due
from checker.cli.assess_job import AssessOptions, job_of
from checker.domain.actions import CLOSED_STATUSES
from checker.errors import UsageError
from checker.plugin_host.loading import PluginSettings
from checker.settings import Settings

AS_OF = "2026-03-31"


@pytest.fixture
def paths(tmp_path: Path) -> dict[str, Path]:
    """A library with a self-assessment, and the files that a run may be given beside it."""
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    for name in ("self-assessment.md", "register.csv", "actions.csv", "waivers.yaml", "attestations.yaml"):
        ((evidence if name == "self-assessment.md" else tmp_path) / name).write_text("We lend books.\n", "utf-8")
    given = {path.stem: path for path in tmp_path.iterdir() if path.is_file()}
    return {"evidence": evidence, **given}


def recorded_of(paths: dict[str, Path], options: dict[str, Any], settings: Settings) -> dict[str, Any]:
    """Return the part of a report that says how it was made, as it stands in the file."""
    job = job_of(AssessOptions(paths=(paths["evidence"],), as_of=AS_OF, **options), settings)
    return json.loads(json.dumps({"run": {"as_of": AS_OF, "settings": job.request.settings}}))  # type: ignore[no-any-return]


def test_every_setting_that_a_report_records_is_used_again(paths: dict[str, Path]) -> None:
    files = {name: paths[name] for name in ("register", "actions", "waivers", "attestations")}
    settings = Settings(
        council="Eastvale Council",
        register_columns={"title": "What it is"},
        plugins=PluginSettings(block=("mail_documents",), allow=("ours",)),
    )
    options = {
        **files,
        "title": "Our year",
        "statements": ("safeguarding",),
        "edition": "draft-2",
        "self_assessment": (paths["evidence"] / "self-assessment.md",),
        "no_quotes": True,
    }
    report = recorded_of(paths, options, settings)

    today = Settings(council="Northborough Council", edition="draft-1", statements=("learning",), title="Another")
    again = request_of(report, AgainOptions(paths=(paths["evidence"],), **files), settings_of(report, today))

    assert again.settings == report["run"]["settings"]
    assert len(again.settings) == 13
    assert (again.edition, again.statements, again.quotes) == ("draft-2", ("safeguarding",), False)
    assert again.given.register_columns == {"title": "What it is"}


def test_what_a_report_does_not_record_is_not_taken_from_todays_settings(paths: dict[str, Path]) -> None:
    report = recorded_of(paths, {}, Settings())

    today = Settings(council="Northborough Council", edition="draft-1", statements=("learning",), title="Another")
    again = request_of(report, AgainOptions(paths=(paths["evidence"],)), settings_of(report, today))

    assert again.settings == {}


def test_a_plugin_that_is_blocked_then_or_now_stays_out(paths: dict[str, Path]) -> None:
    then = Settings(plugins=PluginSettings(block=("a",), allow=("x", "y")))
    report = recorded_of(paths, {}, then)

    plugins = settings_of(report, Settings(plugins=PluginSettings(block=("b",), allow=("y", "z")))).plugins

    assert (plugins.block, plugins.allow) == (("a", "b"), ("y",))
    assert settings_of(report, Settings()).plugins.allow == ("x", "y")


def test_a_report_that_does_not_say_how_it_was_made_cannot_be_made_again() -> None:
    with pytest.raises(UsageError, match="does not say how it was made"):
        settings_of({"run": {"as_of": AS_OF}}, Settings())


@pytest.mark.parametrize(
    ("status", "due"), [("", 1), ("In progress", 1), *((one.title(), 0) for one in sorted(CLOSED_STATUSES))]
)
def test_an_action_falls_due_unless_its_status_says_that_it_is_closed(status: str, due: int) -> None:
    action = {"typed": {"status": status}, "due": "2026-05-01", "gap_id": "a/b/c", "title": "Ask partners"}
    report = {"run": {"as_of": AS_OF}, "actions": [action], "waivers": [], "attestations": [], "documents": []}

    assert len(list(falling_due(report, "2026-12-31"))) == due
