"""Which plugins there are, which of them may be loaded, and loading one. No hook is called here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from checker.errors import UsageError
from checker.plugin_host.installed import GROUP, OWN_DISTRIBUTION, own_plugins_alone
from checker.values import dataclass, field, replace

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

AUTOLOAD = "CHECKER_PLUGINS_AUTOLOAD"
"""Environment variable; `0` switches all third-party plugins off."""
ACTIVE, BLOCKED, FAILED = "active", "blocked", "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class PluginSettings:
    """
    What the settings say about plugins.

    `block` and `allow` name plugins or distributions. `allow` limits third-party plugins only, `None` lets all of them
    in; built-in plugins are switched off by `block` alone. A call may take `call_seconds`; a plugin that runs the work
    somewhere else is stuck when no result arrives for `map_seconds`.
    """

    block: tuple[str, ...] = ()
    allow: tuple[str, ...] | None = None
    call_seconds: float = 10
    map_seconds: float = 60
    autoload: bool = True


class WithPluginSettings(Protocol):
    """The settings as far as plugins need them; `checker.settings.Settings` is one."""

    @property
    def plugins(self) -> PluginSettings:
        """What the settings say about plugins."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class PluginInfo:
    """
    What is known of a plugin. `state` is `active`, `blocked` or `failed`; `reason` says why it is not active.

    `hooks` names the hooks that it implements, sorted; empty unless it was loaded.
    """

    name: str
    distribution: str
    version: str
    built_in: bool
    state: str
    reason: str = ""
    hooks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A plugin before it is imported; `info.state` is `active` if it may be loaded."""

    info: PluginInfo
    load: Callable[[], object] = field(repr=False, compare=False)


def candidates(settings: PluginSettings, off: Mapping[str, str] | None = None) -> tuple[Candidate, ...]:
    """
    Return every plugin that is installed, sorted by distribution and name, with what the settings decide. Imports none
    of them.

    `off` names third-party plugins that were switched off, with the reason. Raises `UsageError` if the project itself
    is not installed.
    """
    found = sorted(_installed(), key=lambda candidate: (candidate.info.distribution, candidate.info.name))
    if not any(candidate.info.built_in for candidate in found):
        msg = (
            "The checker is not installed in this Python, so that its own plugins are missing. "
            "Install it from the project's folder: python -m pip install ."
        )
        raise UsageError(msg)
    decided = [_decided(candidate, settings, off or {}) for candidate in found]
    return tuple(_without_namesakes(decided))


def third_party(settings: PluginSettings, off: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return the names of the third-party plugins that would be loaded, without importing them."""
    infos = (candidate.info for candidate in candidates(settings, off))
    return tuple(info.name for info in infos if not info.built_in and info.state == ACTIVE)


def unknown_names(settings: PluginSettings) -> tuple[str, ...]:
    """Return what `block` and `allow` name although no plugin and no distribution is called so, sorted."""
    if not settings.block and not settings.allow:
        return ()
    infos = [candidate.info for candidate in candidates(settings)]
    known = {info.name for info in infos} | {info.distribution for info in infos}
    return tuple(sorted({*settings.block, *(settings.allow or ())} - known))


def _installed() -> Iterator[Candidate]:
    ours = own_plugins_alone()
    if ours is None:
        yield from _looked_up()
        return
    for name, load in ours.load.items():
        yield Candidate(info=_info(name, OWN_DISTRIBUTION, ours.version, state=ACTIVE), load=load)


def _looked_up() -> Iterator[Candidate]:
    from importlib.metadata import distributions  # costs time, and --help must not pay for it

    seen: set[str] = set()
    for distribution in distributions():
        text = _entry_point_text(distribution)
        name = _distribution_name(distribution) if f"[{GROUP}]" in text else ""
        if name and name not in seen:  # an earlier place on the path hides a later one, as it does for imports
            seen.add(name)
            yield from _candidates_of(distribution, name)


def _entry_point_text(distribution: Distribution) -> str:
    try:
        return distribution.read_text("entry_points.txt") or ""
    except (OSError, UnicodeError):
        return ""


def _distribution_name(distribution: Distribution) -> str:
    try:
        name = str(distribution.metadata["Name"] or "")
    except Exception:  # foreign metadata can be broken in any way
        name = ""
    return re.sub(r"[-_.]+", "-", name).lower() or "unnamed-distribution"


def _candidates_of(distribution: Distribution, name: str) -> Iterator[Candidate]:
    info = _info(name, name, _version(distribution), state=FAILED, reason="its entry_points.txt cannot be read")
    try:
        entries = [entry for entry in distribution.entry_points if entry.group == GROUP]
    except Exception:  # foreign metadata can be broken in any way
        yield Candidate(info=info, load=_nothing)
        return
    for entry in entries:
        yield _candidate(replace(info, name=entry.name, state=ACTIVE, reason=""), entry)


def _info(name: str, distribution: str, version: str, *, state: str, reason: str = "") -> PluginInfo:
    built_in = distribution == OWN_DISTRIBUTION
    return PluginInfo(
        name=name, distribution=distribution, version=version, built_in=built_in, state=state, reason=reason
    )


def _candidate(info: PluginInfo, entry: EntryPoint) -> Candidate:
    return Candidate(info=info, load=entry.load)


def _nothing() -> object:
    return None


def _version(distribution: Distribution) -> str:
    try:
        return str(distribution.version or "")
    except Exception:  # foreign metadata can be broken in any way
        return ""


def _decided(candidate: Candidate, settings: PluginSettings, off: Mapping[str, str]) -> Candidate:
    info = candidate.info
    names = {info.name, info.distribution}
    if info.state == FAILED:
        return candidate
    if names & set(settings.block):
        return _with(candidate, BLOCKED, "blocked in the settings")
    if info.built_in:
        return candidate
    if not settings.autoload:
        return _with(candidate, BLOCKED, f"third-party plugins are switched off by {AUTOLOAD}=0")
    if settings.allow is not None and not names & set(settings.allow):
        return _with(candidate, BLOCKED, "not among the plugins that the settings allow")
    if info.name in off:
        return _with(candidate, FAILED, off[info.name])
    return candidate


def _without_namesakes(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """
    Refuse third-party plugins that share their name with another: nobody could tell them apart in settings and
    reports.
    """
    found = list(found)
    for candidate in found:
        info = candidate.info
        others = [
            other.info.distribution
            for other in found
            if other is not candidate and other.info.name == info.name and other.info.state != BLOCKED
        ]
        if others and not info.built_in and info.state == ACTIVE:
            others_named = " and ".join(sorted(others))
            reason = (
                f"the name '{info.name}' is offered by {info.distribution} and by {others_named}: block one of them"
            )
            yield _with(candidate, FAILED, reason)
        else:
            yield candidate


def _with(candidate: Candidate, state: str, reason: str) -> Candidate:
    return replace(candidate, info=replace(candidate.info, state=state, reason=reason))
