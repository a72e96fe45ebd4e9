"""The work of `checker verify`: a run again, and what differs from the report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from checker.cli.again import AgainOptions, Json, request_of
from checker.cli.look import Look, count, json_text, safe
from checker.cli.running import Answer
from checker.errors import UsageError, shown_path
from checker.frozen import Frozen, frozen_in
from checker.pipeline import assess
from checker.plugin_manager import PluginSetup
from checker.report_diff import Comparison, compare_reports
from checker.report_json import to_json
from checker.settings import Settings

_SHOWN = 20


def verified(
    file: Path,
    recorded: Json,
    options: AgainOptions,
    settings: Settings,
    look: Look,
    setup: PluginSetup,
    *,
    as_json: bool,
) -> Answer:
    """Return whether the run gives the same again; exit code 1 if not, or if frozen files have changed."""
    request = request_of(recorded, options, settings)
    again = json.loads(json.dumps(to_json(assess(request, setup.load()))))
    try:
        compared = compare_reports(recorded, again)
    except ValueError as error:
        raise UsageError(f"{shown_path(file)}: {error}") from error
    frozen = frozen_in(file.parent)
    touched = frozen.changes(file.parent) if frozen else ()
    differing = () if recorded == again else tuple(_differences(recorded, again))
    code = 1 if touched or recorded != again else 0
    if as_json:
        told = {
            "same": recorded == again,
            "differences": differing,
            "frozen": frozen.label if frozen else None,
            "frozen_files_changed": touched,
            "changes": [asdict(one) for one in compared.changes],
        }
        return Answer(text=json_text(told), code=code)
    return Answer(text="\n".join(_lines(differing, compared, frozen, touched, look)), code=code)


def _differences(recorded: Json, again: Json) -> Iterator[str]:
    """Yield in plain words what went into the two runs and is not the same, then what came out."""
    was, now = recorded["run"], again["run"]
    yield from _by_name("file", was["inputs"], now["inputs"])
    for what, key in (("pack", "packs"), ("plugin", "plugins")):
        yield from _by_name(what, _named(was[key]), _named(now[key]))
    for key in ("checker", "edition", "framework"):
        if was[key] != now[key]:
            yield f"{key}: {was[key]} then, {now[key]} now"
    yield from _by_name("setting", _texts(was["settings"]), _texts(now["settings"]))
    parts = [key for key in {**recorded, **again} if key != "run" and recorded.get(key) != again.get(key)]
    if parts:
        yield f"in the report: {', '.join(parts)}"


def _named(items: list[Json]) -> dict[str, str]:
    return {one["name"]: f"{one['version']} {one['origin']}" for one in items}


def _texts(settings: Json) -> dict[str, str]:
    return {key: json.dumps(value, sort_keys=True) for key, value in settings.items()}


def _by_name(what: str, was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({**was, **now}):
        if name not in now:
            yield f"{what} {name}: not there now"
        elif name not in was:
            yield f"{what} {name}: not there then"
        elif was[name] != now[name]:
            yield f"{what} {name}: changed"


def _lines(
    differing: tuple[str, ...], compared: Comparison, frozen: Frozen | None, touched: tuple[str, ...], look: Look
) -> Iterator[str]:
    if frozen:
        state = "its files have changed" if touched else f"all {count(len(frozen.files), 'file')} as they were"
        yield safe(f"Frozen as '{frozen.label}': {state}.")
        yield from (f"  * {safe(one)}" for one in touched)
    if not differing:
        yield "Same: this run gives the same report, character for character."
        return
    yield "It differs:"
    for one in differing[:_SHOWN]:
        yield from look.wrapped(safe(one), 2, "* ")
    if len(differing) > _SHOWN:
        yield f"  * and {len(differing) - _SHOWN} more (see --format json)"
    gaps = sum(1 for one in compared.changes if one.what == "gap")
    yield f"{count(len(compared.changes), 'change')} in what was found, {gaps} of them in gaps (see checker diff)."
