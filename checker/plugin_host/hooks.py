"""
Whether an imported plugin keeps the rules of the hooks: their names, their arguments, the version it was written
for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from inspect import isroutine, signature

import pluggy

from checker import hookspecs
from checker.errors import PluginError

Hook = pluggy.HookImpl
_PREFIX = f"{hookspecs.PROJECT}_"
_SPECIFIER = re.compile(r"(>=|<=|==|!=|>|<)?\s*(\d+)$")


def hooks_of(plugin: object, name: str = "") -> tuple[str, ...]:
    """
    Return the names of the hooks that a plugin's module implements, sorted.

    For a plugin's own tests. Raises `PluginError` if it breaks a rule of the hooks: no hook, a misspelt one, a wrong
    argument, another version.
    """
    return tuple(sorted(implementations(plugin, name or getattr(plugin, "__name__", "plugin"))))


def implementations(plugin: object, name: str) -> Mapping[str, Hook]:
    """
    Return a plugin's implementations by hook; `PluginError` says what is wrong.

    Every plugin gets a manager of its own.
    """
    _check_version(getattr(plugin, "CHECKER_HOOKS", None), name)
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    for attribute in sorted(dir(plugin)):
        if attribute.startswith(_PREFIX):
            _check_hook(manager, plugin, attribute, name)
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise PluginError(name, f"does not fit the hooks: {error}") from error
    callers = manager.get_hookcallers(plugin) or []
    if not callers:
        raise PluginError(name, "implements no hook of the checker")
    return {caller.name: caller.get_hookimpls()[0] for caller in sorted(callers, key=lambda caller: caller.name)}


def own_implementations(plugin: object, name: str) -> Mapping[str, Hook]:
    """
    Return the implementations by hook of a plugin of our own, as it says them: that it keeps the rules of the hooks is
    for tests, and every start would pay for asking.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    found = {}
    for attribute in sorted(vars(plugin)):
        options = manager.parse_hookimpl_opts(plugin, attribute) if attribute.startswith(_PREFIX) else None
        if options is not None:
            found[attribute] = pluggy.HookImpl(plugin, name, getattr(plugin, attribute), options)
    return found


def _check_hook(manager: pluggy.PluginManager, plugin: object, attribute: str, name: str) -> None:
    function = getattr(plugin, attribute)
    if not isroutine(function):
        return
    spec = getattr(hookspecs, attribute, None)
    if spec is None:
        from difflib import get_close_matches

        near = get_close_matches(attribute, _known(), n=1)
        tail = f": do you mean {near[0]}?" if near else f" (known: {', '.join(_known())})"
        raise PluginError(name, f"there is no hook {attribute}{tail}")
    options = manager.parse_hookimpl_opts(plugin, attribute)
    if options is None:
        raise PluginError(name, f"{attribute} is not marked with @hookimpl, so it would never be called")
    if options["wrapper"] or options["hookwrapper"]:
        raise PluginError(name, f"{attribute} is a wrapper; hooks of the checker cannot be wrapped")
    _check_arguments(function, spec, attribute, name)


def _check_arguments(function: Callable[..., object], spec: Callable[..., object], hook: str, name: str) -> None:
    offered = list(signature(spec).parameters)
    asked = [key for key, one in signature(function).parameters.items() if one.default is one.empty]
    wrong = [argument for argument in asked if argument not in offered]
    if wrong:
        quoted = ", ".join(f"'{argument}'" for argument in wrong)
        what = f"the hook offers {', '.join(offered)}" if offered else "the hook has no arguments"
        raise PluginError(name, f"{hook} asks for {quoted}; {what}")


def _known() -> list[str]:
    return sorted(name for name in vars(hookspecs) if name.startswith(_PREFIX))


def _check_version(wanted: object, name: str) -> None:
    if wanted is None:
        return
    for piece in str(wanted).split(","):
        match = _SPECIFIER.match(piece.strip())
        if match is None:
            raise PluginError(name, f"CHECKER_HOOKS = {str(wanted)!r} is not a version range such as '1' or '>=1,<3'")
        if not _fits(match[1] or "==", int(match[2])):
            have = hookspecs.HOOK_VERSION
            raise PluginError(
                name, f"it is written for version {wanted} of the hooks, and this checker has version {have}"
            )


def _fits(operator: str, number: int) -> bool:
    have = hookspecs.HOOK_VERSION
    return {
        "==": have == number,
        "!=": have != number,
        ">=": have >= number,
        "<=": have <= number,
        ">": have > number,
        "<": have < number,
    }[operator]
