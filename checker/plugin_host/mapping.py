"""Running work somewhere else by a plugin, without ever losing a result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from checker.plugin_host.calls import CallFailed, Calls, LoadedPlugin, WrongAnswer

HOOK = "checker_map"
Work = Callable[[object], object]
_END = object()


def mapped(
    plugins: Sequence[LoadedPlugin], calls: Calls, function: Work, items: tuple[object, ...], where: str
) -> Iterator[object] | None:
    """
    Return the results from the first plugin that knows the place, `None` if none does.

    What it leaves undone is done here.
    """
    for plugin in plugins:
        try:
            results = calls.ask(plugin, HOOK, {"function": function, "items": items, "where": where}, _iterator_or_none)
        except CallFailed:
            continue  # recorded; another plugin may know the place
        if results is not None:
            return _completed(plugin, calls, results, function, items)
    return None


def _completed(
    plugin: LoadedPlugin, calls: Calls, results: Iterator[object], function: Work, items: tuple[object, ...]
) -> Iterator[object]:
    done = 0
    while done < len(items):
        try:
            result = calls.run(plugin.name, HOOK, lambda: next(results, _END), built_in=plugin.built_in)
        except CallFailed:
            break
        if result is _END:
            calls.fail(plugin.name, HOOK, f"gave {done} results for {len(items)} items in {HOOK}")
            break
        done += 1
        yield result
    for item in items[done:]:
        yield function(item)


def _iterator_or_none(answer: object) -> Iterator[object] | None:
    if answer is None:
        return None
    try:
        return iter(answer)  # type: ignore[call-overload, no-any-return]
    except TypeError as error:
        raise WrongAnswer(f"{type(answer).__name__} cannot be gone through") from error
