"""The work of `checker rules new`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.cli.loaded import Loaded, load
from checker.cli.running import Answer
from checker.domain.pack import Expectation, Rule, Weight
from checker.errors import UsageError, shown_path
from checker.plugin_manager import PluginSetup
from checker.scaffolding.skeletons import OverlayStart, PackStart, new_overlay, new_pack
from checker.suggestions import suggest
from checker.values import dataclass

_FEWEST_RULES = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class StartJob:
    """A pack to start: the folder to make its folder in, its name, its quality statement (empty: the first)."""

    folder: Path
    name: str
    statement: str
    packs: tuple[Path, ...] = ()


def start_pack(job: StartJob, setup: PluginSetup) -> Answer:
    """Write a pack to start from, for a quality statement of the framework in use."""
    loaded = load(setup, job.packs)
    framework = loaded.book.framework
    known = {one.id: one for one in framework.statements if one.served}
    chosen = job.statement or next((one.statement for one in loaded.book.expectations), next(iter(known), ""))
    if chosen not in known:
        raise UsageError(f"there is no quality statement '{chosen}' ({suggest(chosen, known)})")
    serves = known[chosen].served[-1].id
    start = PackStart(framework=framework.id, edition=framework.edition.id, statement=chosen, serves=serves)
    return _answer(new_pack(job.folder, job.name, start))


def start_overlay(job: StartJob, setup: PluginSetup) -> Answer:
    """Write an overlay to start from, on the pack that asks about the statement."""
    loaded = load(setup, job.packs)
    framework = loaded.book.framework
    expectation, overridden, disabled = _examples(job.statement, loaded)
    start = OverlayStart(
        framework=framework.id,
        edition=framework.edition.id,
        base=expectation.pack,
        expectation=expectation.id,
        overridden=overridden.id,
        weight=_another(overridden.weight).value,
        disabled=disabled.id,
    )
    return _answer(new_overlay(job.folder, job.name, start))


def _examples(statement: str, loaded: Loaded) -> tuple[Expectation, Rule, Rule]:
    """Return an expectation with two of its rules: one to weigh otherwise, and one to switch off."""
    asked = [one for one in loaded.book.expectations if statement in ("", one.statement)]
    rules = ((one, [rule for rule in loaded.book.rules if rule.expectation == one.id]) for one in asked)
    for expectation, own in rules:
        if len(own) >= _FEWEST_RULES:
            return expectation, own[0], own[-1]
    known = sorted({one.statement for one in loaded.book.expectations})
    raise UsageError(f"no pack in use asks anything about '{statement}' ({suggest(statement, known)})")


def _another(weight: Weight) -> Weight:
    return Weight.ESSENTIAL if weight is Weight.EXPECTED else Weight.EXPECTED


def _answer(files: Sequence[Path]) -> Answer:
    root = shown_path(files[0].parent)
    written = [f"  {shown_path(file)}" for file in files]
    following = ["", "Now change its words, and try them:", f"  checker rules test {root} --coverage"]
    return Answer(text="\n".join(["Written:", *written, *following]))
