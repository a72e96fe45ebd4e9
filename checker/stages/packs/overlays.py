"""
What overlays change, and which of them counts where they differ.

A pack counts before those that it extends. Between packs that do not build on one another the stricter setting counts,
where it is known which is stricter: the heavier weight, the parameter that asks for more, "asked" before "switched
off". Else the pack whose id comes first. The order in which packs are given never counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.domain.framework import FactStatus
from checker.domain.tailoring import SWITCH, WORDS, Override, TargetKind, words_meant
from checker.stages.packs.changes import Change, as_json, changes_of, phrases_of
from checker.stages.packs.files import RawPack
from checker.stages.packs.overlay_targets import TargetKey, Targets
from checker.stages.packs.overlay_words import folded, settled
from checker.stages.packs.rivals import builds_on, found_anyway, hidden_words, kept_rules
from checker.stages.packs.strictness import laxity
from checker.yaml_checks.node import Node

_SAYS_OTHERWISE = ("title", "why", "expects")
_SURE = (FactStatus.CONFIRMED.value, FactStatus.PARTLY_CONFIRMED.value)


class Overlays:
    """All changes of the overlays of a run, decided."""

    def __init__(self, packs: Sequence[RawPack], criteria: Mapping[str, Mapping[str, object]]) -> None:
        targets = Targets(packs)
        self._criteria = criteria
        self._changes: dict[TargetKey, list[Change]] = defaultdict(list)
        self._losing: set[Change] = set()
        self._contested: set[Change] = set()
        self._kept: set[TargetKey] = set()
        self._out: dict[tuple[TargetKey, str], set[str]] = {}
        for pack in sorted(packs, key=lambda pack: pack.id):
            for change in changes_of(pack, targets):
                self._changes[change.target.key].append(change)
        self._decide()

    def patched(self, key: TargetKey, node: Node) -> Node:
        """
        Return a node with the settings that overlays give it; words are not among them.

        What an overlay says or asks otherwise is no longer the regulator's: its status is at most `derived`.
        """
        values = dict(node.value) if isinstance(node.value, dict) else {}
        expects = node.get("expects").value
        parameters = dict(expects) if isinstance(expects, dict) else {}
        for change in self._in_force(key):
            if change.setting.startswith("expects."):
                parameters[change.setting.removeprefix("expects.")] = change.value
            elif change.setting != SWITCH and not words_meant(change.setting):
                values[change.setting] = change.value
            if change.setting.partition(".")[0] in _SAYS_OTHERWISE and values.get("status") in _SURE:
                values["status"] = FactStatus.DERIVED.value
        return Node(node.source, node.place, {**values, "expects": parameters} if parameters else values)

    def left_of(self, key: TargetKey, setting: str, phrases: Sequence[Node]) -> list[Node]:
        """Return the phrases that no overlay takes out."""
        out = self._out.get((key, setting), ())
        return [phrase for phrase in phrases if folded(phrase.text) not in out] if out else list(phrases)

    def words(self, key: TargetKey, setting: str) -> list[tuple[str, Node]]:
        """Return the phrases that overlays add, with the names of their files, each once."""
        found = [
            (change.pack.name_of(change.node), phrase)
            for change in self._in_force(key)
            if change.setting == setting
            for phrase in self.left_of(key, setting, phrases_of(change))
        ]
        return list({folded(phrase.text): (file, phrase) for file, phrase in reversed(found)}.values())[::-1]

    def is_off(self, key: TargetKey) -> bool:
        """Whether an overlay switches it off."""
        return any(change.setting == SWITCH for change in self._in_force(key))

    def default_is_off(self, general: TargetKey, key: TargetKey) -> bool:
        """Whether an overlay switches a default rule off, for all or as one expectation is asked it."""
        return self.is_off(key) or (self.is_off(general) and not self.is_kept(key))

    def is_kept(self, key: TargetKey) -> bool:
        """Whether a rule stays on although a pack switches its default rule off."""
        return key in self._kept

    def changes(self, key: TargetKey) -> list[tuple[Change, bool]]:
        """Return every change of a target, with whether it counts, in the order of the packs' ids."""
        return [(change, change not in self._losing) for change in self._changes.get(key, ())]

    def recorded(self, pack: RawPack) -> tuple[Override, ...]:
        """Return the changes of one pack as values."""
        own = [self._record(one) for changes in self._changes.values() for one in changes if one.pack is pack]
        return tuple(sorted(own, key=lambda one: (one.file, one.line, one.setting, one.target)))

    def _record(self, change: Change) -> Override:
        return Override(
            pack=change.pack.id,
            kind=change.target.key[0],
            target=change.target.key[1],
            setting=change.setting,
            value=as_json(True if change.setting == SWITCH else change.value),
            because=change.because,
            in_force=change not in self._losing,
            contested=change in self._contested,
            file=change.pack.name_of(change.node),
            line=change.node.line,
        )

    def _in_force(self, key: TargetKey) -> Iterator[Change]:
        return (change for change in self._changes.get(key, ()) if change not in self._losing)

    def _decide(self) -> None:
        for changes in self._changes.values():
            by_setting: dict[str, list[Change]] = defaultdict(list)
            for change in changes:
                by_setting[change.setting].append(change)
            for setting, rivals in by_setting.items():
                if not words_meant(setting):
                    self._decide_setting(rivals)
        for key in list(self._changes):
            self._decide_switch(key)
            self._decide_words(key)
        for key, switch in list(kept_rules(self._changes)):
            self._kept.add(key)
            self._changes[key].append(switch)
            self._losing.add(switch)
            self._contest(switch, self._changes[key])

    def _decide_setting(self, rivals: Sequence[Change]) -> None:
        """Let the changes of one setting compete."""
        standing = [one for one in rivals if not any(builds_on(other, one) for other in rivals)]
        self._losing |= {one for one in rivals if one not in standing}
        if len({as_json(one.value) for one in standing if one.setting != SWITCH}) > 1:
            winner = min(standing, key=lambda one: (laxity(one, self._criteria), one.pack.id))
            self._contested |= set(standing)
            self._losing |= {one for one in standing if as_json(one.value) != as_json(winner.value)}

    def _decide_words(self, key: TargetKey) -> None:
        changes = self._changes[key]
        for setting in WORDS:
            words = settled(changes, setting)
            self._out[key, setting] = words.out
            self._losing |= words.idle
            self._contested |= words.contested
        self._contested |= {*hidden_words(changes), *found_anyway(changes)}

    def _decide_switch(self, key: TargetKey) -> None:
        """What one pack switches off and another, which does not build on it, changes stays on."""
        switches = [change for change in self._in_force(key) if change.setting == SWITCH]
        others = [change for change, _ in self._about(key) if change.setting != SWITCH]
        for switch in switches:
            if any(not builds_on(switch, other) and other.pack is not switch.pack for other in others):
                self._losing.add(switch)
                self._contest(switch, others)

    def _contest(self, switch: Change, others: Sequence[Change]) -> None:
        """Note a switch that does not count as a disagreement, unless only packs that build on its own change it."""
        if any(
            not (builds_on(other, switch) or builds_on(switch, other))
            for other in others
            if other.pack is not switch.pack
        ):
            self._contested.add(switch)

    def _about(self, key: TargetKey) -> Iterator[tuple[Change, bool]]:
        """Yield the changes of a target; for an expectation those of its rules too."""
        yield from self.changes(key)
        if key[0] is TargetKind.EXPECTATION:
            for other in list(self._changes):
                if other[0] is TargetKind.RULE and other[1].startswith(f"{key[1]}."):
                    yield from self.changes(other)
