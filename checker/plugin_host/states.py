"""What state a plugin is in: from being imported to what its calls have shown since."""

from __future__ import annotations

from checker.plugin_host.calls import IMPORT, CallFailed, Calls, LoadedPlugin
from checker.plugin_host.hooks import implementations, own_implementations
from checker.plugin_host.loading import ACTIVE, FAILED, Candidate, PluginInfo
from checker.values import replace

PRINTS = "writes to standard output; its words are sent to standard error, so that the report stays whole"


def imported(candidate: Candidate, calls: Calls) -> tuple[PluginInfo, LoadedPlugin | None]:
    """Import a plugin if it may be loaded; return its state, and the plugin itself if it is active."""
    info = candidate.info
    if info.state != ACTIVE:
        if info.state == FAILED:
            calls.fail(info.name, IMPORT, info.reason)
        return info, None
    try:
        hooks_of = own_implementations if info.built_in else implementations
        hooks = calls.run(info.name, IMPORT, lambda: hooks_of(candidate.load(), info.name), built_in=info.built_in)
    except CallFailed as failure:
        return replace(info, state=FAILED, reason=str(failure)), None
    plugin = LoadedPlugin(name=info.name, built_in=info.built_in, hooks=hooks)
    return replace(info, hooks=tuple(sorted(hooks))), plugin


def by_now(info: PluginInfo, calls: Calls) -> PluginInfo:
    """Return the state after the calls so far: `failed` with the reasons where one failed, a word on who prints."""
    reasons = [failure.reason for failure in calls.failures if failure.plugin == info.name]
    if info.state == ACTIVE and reasons:
        return replace(info, state=FAILED, reason="; ".join(reasons))
    if info.state == ACTIVE and info.name in calls.printing:
        return replace(info, reason=PRINTS)
    return info
