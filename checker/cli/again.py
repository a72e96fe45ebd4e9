"""A run again, as a report says that it was made: for `verify` and `ahead`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checker.cli.assess_job import AssessOptions, job_of
from checker.errors import UsageError, shown_path
from checker.pipeline import RunRequest
from checker.run.sources import find_sources
from checker.settings import Settings

Json = Mapping[str, Any]
_GIVEN = ("register", "actions", "waivers", "attestations")


@dataclass(frozen=True, kw_only=True, slots=True)
class AgainOptions:
    """The files of a run: a report records their names and hashes, not where they lie."""

    paths: tuple[Path, ...]
    packs: tuple[Path, ...] = ()
    self_assessment: tuple[Path, ...] = ()
    register: Path | None = None
    actions: Path | None = None
    waivers: Path | None = None
    attestations: Path | None = None
    workers: int | None = None


def request_of(report: Json, options: AgainOptions, settings: Settings, as_of: str = "") -> RunRequest:
    """
    Return the run that a report records, for its own day or another. `UsageError` if a file that it names is not given.
    """
    try:
        run, recorded = report["run"], report["run"]["settings"]
        day = as_of or str(run["as_of"])
    except (KeyError, TypeError) as error:
        raise UsageError(f"this gap report does not say how it was made: {error} is missing") from error
    given = {name: getattr(options, name) for name in _GIVEN}
    job = job_of(
        AssessOptions(
            paths=options.paths,
            packs=options.packs,
            as_of=day,
            edition=recorded.get("edition"),
            statements=tuple(recorded.get("statements", ())),
            self_assessment=options.self_assessment or tuple(_named(recorded, options.paths)),
            title=recorded.get("title", ""),
            no_quotes=bool(recorded.get("no_quotes")),
            workers=options.workers,
            **given,
        ),
        replace(settings, council=recorded.get("council", ""), title=recorded.get("title", ""), statements=()),
    )
    _check_given(recorded, job.request)
    return job.request


def _named(recorded: Json, paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the self-assessments that the report names, as they are found below the paths."""
    names = recorded.get("self_assessment", ())
    entries = find_sources(paths).entries if names else ()
    for name in names:
        found = [entry.path for entry in entries if entry.path.name == name or entry.name.rsplit("/", 1)[-1] == name]
        if len(found) != 1:
            raise UsageError(f"the self-assessment was '{name}': say where it is (add --self-assessment FILE)")
        yield found[0]


def _check_given(recorded: Json, request: RunRequest) -> None:
    for name in _GIVEN:
        if name in recorded and name not in request.given.named:
            raise UsageError(f"the run was given '{recorded[name]}': say where it is (add --{name} FILE)")
        if name not in recorded and name in request.given.named:
            told = shown_path(request.given.named[name])
            raise UsageError(f"the run was given no {name}, and {told} is (leave it out, here and in the settings)")
