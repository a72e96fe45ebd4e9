"""
A run with third-party plugins happens in a child process that announces each of their calls. The parent ends a child
that is stuck in one, or finds it gone, and starts it again with that plugin switched off and named.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from checker.plugin_host.loading import WithPluginSettings, third_party
from checker.plugin_manager import PluginSetup

T = TypeVar("T")
_UNDECIDED_AT_MOST = 3


def run_supervised(target: Callable[[PluginSetup], T], settings: WithPluginSettings) -> T:
    """
    Return `target(setup)`, whatever third-party plugins do; `setup.load()` gives it the plugins.

    Without third-party plugins it is simply called. Otherwise it runs in a child process: `target`, `settings` and the
    answer must be picklable, and the target of pools passes `setup` on to its workers. A plugin that hangs or ends a
    process is switched off and named in `Plugins.failures`; the run then begins anew, at most once for each plugin.
    What `target` raises is raised here.
    """
    off: dict[str, str] = {}
    undecided = 0
    while names := third_party(settings.plugins, off):
        from checker.supervision.one_run import opened, run_once  # processes cost time, and most runs need none

        end = run_once(target, PluginSetup(settings=settings, off=off))
        if end.answer is not None:
            return cast(T, opened(end.answer))
        blamed = {name: end.blamed[name] for name in names if name in end.blamed}
        if len(blamed) > 1 and end.several_ended and undecided < _UNDECIDED_AT_MOST:
            undecided += 1  # one of them ended the run and took the others along: the next time will tell
            continue
        off |= blamed or dict.fromkeys(names, end.unexplained)
    return target(PluginSetup(settings=settings, off=off))
