"""Running work somewhere else by a plugin, without ever losing a result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Protocol, runtime_checkable

from checker.domain.assessment import DocumentRecord
from checker.errors import UsageError
from checker.plugin_host.answer_values import exactly, tuple_of
from checker.plugin_host.calls import CallFailed, Calls, LoadedPlugin, PluginFailure, WrongAnswer

HOOK = "checker_map"
Work = Callable[[object], object]
_END = object()


@runtime_checkable
class _Facts(Protocol):
    """`DocumentFacts` as seen from here: they belong to the layer above."""

    record: object
    tallied: object
    lines: object
    failures: object
    warnings: object


def mapped(
    plugins: Sequence[LoadedPlugin], calls: Calls, function: Work, items: tuple[object, ...], where: str
) -> Iterator[object] | None:
    """
    Return the results from the first plugin that knows the place, `None` if none does.

    What it leaves undone is done here. `UsageError` where it says that the place cannot be used.
    """
    given = {"function": function, "items": items, "where": where}
    for plugin in plugins:
        try:
            results = calls.ask(plugin, HOOK, given, _iterator_or_none, passing=(UsageError,))
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
        item = items[done]
        done += 1
        yield result if _accepted(plugin, calls, result, item) else function(item)
    _let_go(plugin, calls, results)
    for item in items[done:]:
        yield function(item)


def _let_go(plugin: LoadedPlugin, calls: Calls, results: Iterator[object]) -> None:
    """Let a generator tidy up: its last result was taken, and it does not know that nobody asks for more."""
    close = getattr(results, "close", None)
    if close:
        with suppress(CallFailed):
            calls.run(plugin.name, HOOK, close, built_in=plugin.built_in)


def _accepted(plugin: LoadedPlugin, calls: Calls, result: object, item: object) -> bool:
    """Whether the result is what the work makes of this item; recorded if not."""
    try:
        calls.run(plugin.name, HOOK, lambda: _check_facts(result, item), built_in=True)  # no code of the plugin runs
    except CallFailed:
        return False
    return True


def _check_facts(result: object, item: object) -> None:
    """Refuse what are not the facts of the document that `item` names. An item without a name is not a document."""
    name = getattr(item, "name", None)
    if name is None:
        return
    if not isinstance(result, _Facts):
        raise WrongAnswer(f"{type(result).__name__} where DocumentFacts is asked for")
    record = exactly(result.record, DocumentRecord)
    if record.name != name:
        raise WrongAnswer(f"the facts of '{record.name}' where those of '{name}' are asked for")
    if not isinstance(result.tallied, Mapping):
        raise WrongAnswer(f"{type(result.tallied).__name__} where Mapping is asked for")
    for value, kind in ((result.lines, str), (result.warnings, str), (result.failures, PluginFailure)):
        tuple_of(value, kind)


def _iterator_or_none(answer: object) -> Iterator[object] | None:
    if answer is None:
        return None
    if not isinstance(answer, Iterable):
        raise WrongAnswer(f"{type(answer).__name__} cannot be gone through")
    return iter(answer)
