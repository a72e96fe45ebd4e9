"""Which packs extend which: told by their ids, so that the order in which packs are given never matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from checker.errors import Problem
from checker.stages.packs.files import RawPack
from checker.suggestions import did_you_mean
from checker.yaml_checks.node import Node


def link(packs: Sequence[RawPack]) -> None:
    """Give each pack those that it extends, directly or through others, sorted by id. Unknown ids are left out."""
    by_id = {pack.id: pack for pack in packs if pack.id}
    for pack in packs:
        pack.bases = tuple(by_id[name] for name in sorted(_reached(pack, by_id) - {pack.id}))


def extended(pack: RawPack) -> list[str]:
    """Return the ids that a pack says it extends."""
    header = pack.first("pack")
    return [node.text for node in header.texts("extends")] if header else []


def check_extending(packs: Sequence[RawPack]) -> Iterator[Problem]:
    """Yield packs that extend what is not there, or themselves, and overlays of packs that extend nothing."""
    by_id = {pack.id: pack for pack in packs if pack.id}
    for pack in packs:
        header = pack.first("pack")
        if header is None:
            continue
        for node in header.texts("extends"):
            if node.text not in by_id:
                yield _absent(node, by_id.keys() - {pack.id})
            elif pack.id in _reached(by_id[node.text], by_id) | {node.text}:
                yield node.problem(f"the pack '{pack.id}' would extend itself", "packs that build one way")
        for file in pack.of("overlay") if not header.has("extends") else ():
            yield file.problem("an overlay, but pack.yaml extends no pack", "extends: [id of the pack] in pack.yaml")


def _absent(node: Node, others: Collection[str]) -> Problem:
    meant = did_you_mean(node.text, others)
    way = f"did you mean '{meant}'?" if meant else "its folder with --pack, or under packs: in checker.yaml"
    return node.problem(f"the pack '{node.text}', which this one extends, is not in use here", way)


def _reached(pack: RawPack, by_id: dict[str, RawPack]) -> set[str]:
    """Return the ids of the known packs that can be reached by `extends`; a circle ends where it began."""
    found: set[str] = set()
    waiting = extended(pack)
    while waiting:
        name = waiting.pop()
        if name in by_id and name not in found:
            found.add(name)
            waiting += extended(by_id[name])
    return found
