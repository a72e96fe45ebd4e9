"""The work of `checker plugins`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from checker.cli.look import Look, count, json_text, safe
from checker.cli.running import Answer
from checker.plugin_host.loading import ACTIVE, FAILED, PluginInfo
from checker.plugin_manager import Plugins, PluginSetup
from checker.supervision.plugin_trial import try_out


def list_plugins(as_json: bool, look: Look, setup: PluginSetup) -> Answer:
    """List what is installed, as it is after loading."""
    return _answer(setup.load(), as_json, look)


def examine_plugins(as_json: bool, look: Look, setup: PluginSetup) -> Answer:
    """Call every hook of every plugin once; exit code 1 if one of them is broken."""
    plugins = setup.load()
    try_out(plugins)
    broken = [info for info in plugins.health() if info.state == FAILED]
    answer = _answer(plugins, as_json, look)
    verdict = f"{count(len(broken), 'plugin')} broken." if broken else "All plugins that are switched on work."
    text = answer.text if as_json else f"{answer.text}\n\n{verdict}"
    return Answer(text=text, note=answer.note, code=1 if broken else 0)


def _answer(plugins: Plugins, as_json: bool, look: Look) -> Answer:
    infos = plugins.health()
    note = "\n".join(f"Warning: {safe(warning)}" for warning in plugins.warnings)
    if as_json:
        return Answer(text=json_text([_as_json(info) for info in infos]), note=note)
    return Answer(text="\n".join(_lines(infos, look)), note=note)


def _as_json(info: PluginInfo) -> dict[str, object]:
    return {**asdict(info), "hooks": list(info.hooks)}


def _lines(infos: Sequence[PluginInfo], look: Look) -> Iterator[str]:
    yield from _group("Built-in plugins", [info for info in infos if info.built_in], look)
    others = [info for info in infos if not info.built_in]
    if others:
        yield ""
        yield from _group("Plugins of others", others, look)


def _group(title: str, infos: Iterable[PluginInfo], look: Look) -> Iterator[str]:
    yield look.title(title)
    for info in infos:
        state = info.state if info.state == ACTIVE else look.loud(info.state.upper())
        origin = "" if info.built_in else f", {info.distribution}"
        yield f"  {safe(info.name)} {safe(info.version)}{origin}: {state}"
        if info.hooks:
            yield from look.wrapped(", ".join(name.removeprefix("checker_") for name in info.hooks), 4)
        if info.reason:
            yield from look.wrapped(safe(info.reason), 4)
