"""What overlays may change: every expectation, rule and default rule of the packs of a run, by kind and id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.domain.tailoring import TargetKind
from checker.stages.packs.files import RawPack
from checker.stages.packs.rule_checks import merged
from checker.values import dataclass
from checker.yaml_checks.node import Node

KEYS = {"expectation": TargetKind.EXPECTATION, "rule": TargetKind.RULE, "default_rule": TargetKind.DEFAULT_RULE}
"""The keys of an overlay that name a target, and its kind."""

TargetKey = tuple[TargetKind, str, str]
"""Kind, id and, for default rules, the file that brings it: two packs may each have a default rule `recent`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """
    Something that may be changed, and the pack that it belongs to.

    `node` is where it is written, `expects` the parameters that it has without any overlay. A default rule as one
    expectation is asked it is a rule like any other.
    """

    key: TargetKey
    pack: RawPack
    node: Node
    expects: dict[str, object]

    @property
    def criterion(self) -> str:
        """The criterion; empty for an expectation."""
        return self.node.get("criterion").text


def default_key(rule: Node) -> TargetKey:
    """Return the key of a default rule."""
    return TargetKind.DEFAULT_RULE, rule.get("id").text, str(rule.source.path)


def expectation_key(name: str) -> TargetKey:
    """Return the key of an expectation."""
    return TargetKind.EXPECTATION, name, ""


def rule_key(name: str) -> TargetKey:
    """Return the key of a rule."""
    return TargetKind.RULE, name, ""


class Targets:
    """All targets of the packs of a run."""

    def __init__(self, packs: Sequence[RawPack]) -> None:
        self._all = [target for pack in packs for target in _targets(pack)]

    def named(self, kind: TargetKind, name: str) -> list[Target]:
        """Return the targets of this kind and id: one, or several default rules, or none."""
        return [target for target in self._all if target.key[:2] == (kind, name)]

    def of(self, pack: RawPack, kind: TargetKind) -> list[str]:
        """Return the ids of this kind that a pack may change."""
        bases = {base.id for base in pack.bases}
        return sorted({target.key[1] for target in self._all if target.key[0] is kind and target.pack.id in bases})


def target_node(item: Node) -> tuple[TargetKind, Node] | None:
    """Return the kind and the id of what an item of an overlay is about; `None` if it names nothing or several."""
    named = [key for key in KEYS if item.has(key)]
    return (KEYS[named[0]], item.get(named[0])) if len(named) == 1 else None


def _targets(pack: RawPack) -> Iterator[Target]:
    for rule in pack.own_default_rules():
        yield Target(key=default_key(rule), pack=pack, node=rule, expects=_expects(rule))
    for rule in pack.written_rules():
        yield Target(key=rule_key(rule.get("id").text), pack=pack, node=rule, expects=_expects(rule))
    for _, expectation in pack.expectations():
        name = expectation.get("id").text
        yield Target(key=expectation_key(name), pack=pack, node=expectation, expects={})
        for rule in pack.default_rules():
            own = expectation.get("defaults").get(rule.get("id").text)
            if own.get("off").value is not True:
                key = rule_key(f"{name}.{rule.get('id').text}")
                yield Target(key=key, pack=pack, node=rule, expects=merged(rule, own))


def _expects(rule: Node) -> dict[str, object]:
    value = rule.get("expects").value
    return dict(value) if isinstance(value, dict) else {}
