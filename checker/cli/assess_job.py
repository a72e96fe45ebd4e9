"""From the options of `checker assess` and the settings to what is to be done."""

from __future__ import annotations

from pathlib import Path

from checker.cache_folder import cache_folder
from checker.cli.options import day_of
from checker.errors import UsageError
from checker.pipeline import RunRequest
from checker.run.given_files import GivenPaths
from checker.settings import Settings
from checker.values import dataclass, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessOptions:
    """The options as given; `None` and empty mean that the settings decide."""

    paths: tuple[Path, ...]
    out: Path | None = None
    formats: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    packs: tuple[Path, ...] = ()
    as_of: str | None = None
    edition: str | None = None
    self_assessment: tuple[Path, ...] = ()
    register: Path | None = None
    actions: Path | None = None
    waivers: Path | None = None
    attestations: Path | None = None
    earlier: Path | None = None
    history: Path | None = None
    fail_on: str | None = None
    workers: int | None = None
    run_on: str = ""
    cache: Path | None = None
    no_cache: bool = False
    title: str | None = None
    progress: bool = False
    quiet: bool = False
    no_quotes: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class AssessJob:
    """A run and what is to be written of it."""

    request: RunRequest
    formats: tuple[str, ...]
    fail_on: str
    earlier: Path | None = None
    history: Path | None = None
    progress: bool = False
    quiet: bool = False


def job_of(options: AssessOptions, settings: Settings) -> AssessJob:
    """Return the run that is asked for. `UsageError` if several formats have no folder to go to."""
    formats = options.formats or (("html", "json") if options.out else ("terminal",))
    if len(formats) > 1 and not options.out:
        raise UsageError("several formats need a folder to be written to: add --out DIR, or ask for one format")
    request = RunRequest(
        paths=options.paths,
        as_of=day_of(options.as_of, settings),
        edition=options.edition or settings.edition,
        statements=options.statements or settings.statements,
        packs=(*settings.packs, *options.packs),
        self_assessment=options.self_assessment,
        given=_given(options, settings),
        title=options.title or settings.title,
        council=settings.council,
        workers=options.workers or settings.workers or 1,
        run_on=options.run_on,
        keep_sentences="passages" in formats,
        cache=options.cache,
        results_cache=None if options.no_cache else options.cache or cache_folder(),
        quotes=not options.no_quotes,
    )
    return AssessJob(
        request=replace(request, settings=_recorded(request, settings)),
        formats=formats,
        fail_on=options.fail_on or settings.fail_on,
        earlier=options.earlier,
        history=options.history or settings.history,
        progress=options.progress,
        quiet=options.quiet,
    )


def _given(options: AssessOptions, settings: Settings) -> GivenPaths:
    return GivenPaths(
        register=options.register or settings.register,
        register_columns=settings.register_columns,
        actions=options.actions or settings.actions,
        waivers=options.waivers or settings.waivers,
        attestations=options.attestations or settings.attestations,
    )


def _recorded(request: RunRequest, settings: Settings) -> dict[str, object]:
    """Return the settings that can change a result, as the report records them; only what is set, no paths."""
    found: dict[str, object] = {
        "council": request.council,
        "title": request.title,
        "statements": list(request.statements),
        "edition": request.edition,
        "self_assessment": sorted(path.name for path in request.self_assessment),
        **{name: path.name for name, path in request.given.named.items()},
        "register_columns": dict(request.given.register_columns) if request.given.register else {},
        "no_quotes": not request.quotes,
        "plugins_blocked": sorted(settings.plugins.block),
    }
    allowed = settings.plugins.allow
    limited = {} if allowed is None else {"plugins_allowed": sorted(allowed)}
    return {name: value for name, value in found.items() if value} | limited
