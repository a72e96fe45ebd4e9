"""The single changes that overlays ask for, as they are written: nothing is decided here."""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.domain.tailoring import REMOVING, SWITCH
from checker.stages.packs.files import RawPack
from checker.stages.packs.overlay_targets import Target, Targets, target_node
from checker.values import dataclass
from checker.yaml_checks.node import Node

_NO_SETTINGS = ("because", "expectation", "rule", "default_rule", "expects", "add", "remove")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Change:
    """One setting that one overlay gives one target. `node` is where it is written. Each is equal only to itself."""

    pack: RawPack
    target: Target
    setting: str
    node: Node
    because: str

    @property
    def value(self) -> object:
        """The value as written."""
        return self.node.value


def changes_of(pack: RawPack, targets: Targets) -> Iterator[Change]:
    """Yield what the overlays of a pack change. What names nothing that the pack may change is left out."""
    for file in pack.of("overlay"):
        for item in (*file.nodes("override"), *file.nodes("disable")):
            found = target_node(item)
            for target in targets.named(found[0], found[1].text) if found else ():
                if target.pack in pack.bases:
                    yield from _changes(pack, target, item)


def _changes(pack: RawPack, target: Target, item: Node) -> Iterator[Change]:
    settings = [(member.key, member) for member in item.members() if member.key not in _NO_SETTINGS]
    settings += [(f"expects.{member.key}", member) for member in item.get("expects").members()]
    settings += [(member.key, member) for member in item.get("add").members()]
    settings += [(f"{REMOVING}{member.key}", member) for member in item.get("remove").members()]
    if item.place[0] == "disable":
        settings = [(SWITCH, item)]
    for setting, node in settings:
        yield Change(pack=pack, target=target, setting=setting, node=node, because=item.get("because").text)


def phrases_of(change: Change) -> list[Node]:
    """Return the phrases that a change of words adds or takes out."""
    around = Node(change.node.source, change.node.place[:-1], {change.node.key: change.value})
    return around.texts(change.node.key)


def as_json(value: object) -> str:
    """Return a value as text: the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
