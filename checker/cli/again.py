"""A run again, as a report says that it was made: for `verify` and `ahead`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from checker.cli.assess_job import AssessOptions, job_of
from checker.errors import UsageError, shown_path
from checker.pipeline import RunRequest
from checker.run.sources import find_sources
from checker.settings import Settings
from checker.values import dataclass, replace

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


def settings_of(report: Json, settings: Settings) -> Settings:
    """
    Return the settings with those that a report records in their place.

    A plugin that either of them keeps out stays out: no report lets in what its reader has blocked.
    """
    recorded, plugins = _recorded(report)["settings"], settings.plugins
    allowed = [set(one) for one in (recorded.get("plugins_allowed"), plugins.allow) if one is not None]
    limited = replace(
        plugins,
        block=tuple(sorted({*plugins.block, *recorded.get("plugins_blocked", ())})),
        allow=tuple(sorted(set.intersection(*allowed))) if allowed else None,
    )
    return replace(
        settings,
        plugins=limited,
        council=recorded.get("council", ""),
        title=recorded.get("title", ""),
        statements=tuple(recorded.get("statements", ())),
        edition=recorded.get("edition", ""),
        register_columns=recorded.get("register_columns", {}),
    )


def request_of(report: Json, options: AgainOptions, settings: Settings, as_of: str = "") -> RunRequest:
    """
    Return the run that a report records, for its own day or another; `settings` are those of `settings_of`.

    `UsageError` if a file that it names is not given.
    """
    run = _recorded(report)
    recorded = run["settings"]
    given = {name: getattr(options, name) for name in _GIVEN}
    job = job_of(
        AssessOptions(
            paths=options.paths,
            packs=options.packs,
            as_of=as_of or str(run["as_of"]),
            self_assessment=options.self_assessment or tuple(_named(recorded, options.paths)),
            no_quotes=bool(recorded.get("no_quotes")),
            workers=options.workers,
            **given,
        ),
        settings,
    )
    _check_given(recorded, job.request)
    return job.request


def _recorded(report: Json) -> Json:
    """Return what a report says of its run. `UsageError` where it does not say how it was made."""
    try:
        run = report["run"]
        run["settings"], run["as_of"]
    except (KeyError, TypeError) as error:
        raise UsageError(f"this gap report does not say how it was made: {error} is missing") from error
    return cast(Json, run)


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
