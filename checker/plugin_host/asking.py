"""Asking every plugin that answers a hook, each on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from checker.plugin_host.calls import CallFailed, Calls, LoadedPlugin

T = TypeVar("T")


class Asking:
    """The plugins of a process in the order in which they are asked: third-party ones first, then by name."""

    def __init__(self, plugins: Iterable[LoadedPlugin], calls: Calls) -> None:
        self.calls = calls
        self._plugins = sorted(plugins, key=lambda plugin: (plugin.built_in, plugin.name))

    def who_answer(self, hook: str) -> list[LoadedPlugin]:
        """Return the plugins that implement a hook."""
        return [plugin for plugin in self._plugins if hook in plugin.hooks]

    def each(
        self,
        hook: str,
        arguments: Mapping[str, object],
        check: Callable[[object], T],
        *,
        ours: Callable[[Any], T] | None = None,
    ) -> list[tuple[LoadedPlugin, T]]:
        """
        Return every plugin's answer as `check` returns it; who fails is left out and recorded.

        `ours` takes the place of `check` for the project's own plugins: strict types and tests hold their answers to
        the same rules, and looking at every word of every sentence again would be a tenth of marking.
        """
        answers = []
        for plugin in self.who_answer(hook):
            checked = ours if ours and plugin.built_in else check
            try:
                answers.append((plugin, self.calls.ask(plugin, hook, arguments, checked)))
            except CallFailed:
                continue  # recorded; the others are asked all the same
        return answers
