"""Explains settings: every place that gives one a value, from the default rule to the last overlay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from checker.domain.origin import Origin
from checker.domain.tailoring import SWITCH, words_meant
from checker.stages.packs.changes import as_json
from checker.stages.packs.files import RawPack
from checker.stages.packs.loading import Criteria, read_packs
from checker.stages.packs.overlay_targets import TargetKey, default_key, expectation_key, rule_key
from checker.stages.packs.overlays import Overlays
from checker.values import replace
from checker.yaml_checks.node import Node

_NOT_SETTINGS = ("id", "rules", "defaults", "expects", "off", "because")


def origins_of(name: str, folders: Sequence[Path], criteria: Criteria) -> tuple[Origin, ...]:
    """
    Return where each setting of a rule or an expectation comes from, sorted by setting; what counts comes first.

    Empty if there is nothing of this name. `DataError` with every mistake of the packs.
    """
    packs = read_packs(folders, criteria)
    overlays = Overlays(packs, criteria)
    found = [origin for pack in packs for origin in _origins(name, pack, overlays)]
    return tuple(_decided(found))


def _origins(name: str, pack: RawPack, overlays: Overlays) -> Iterator[Origin]:
    """Yield the origins of one name in one pack, the less particular first."""
    for rule in pack.written_rules():
        if rule.get("id").text == name:
            yield from (*_written(rule, pack), *_changed(rule_key(name), overlays))
    for _, expectation in pack.expectations():
        if expectation.get("id").text == name:
            yield from (*_written(expectation, pack), *_changed(expectation_key(name), overlays))
        for rule in pack.default_rules():
            if f"{expectation.get('id').text}.{rule.get('id').text}" == name:
                yield from _of_default(rule, expectation, pack, overlays)


def _of_default(rule: Node, expectation: Node, pack: RawPack, overlays: Overlays) -> Iterator[Origin]:
    name = rule.get("id").text
    own = expectation.get("defaults").get(name)
    yield from _written(rule, pack)
    kept = overlays.is_kept(rule_key(f"{expectation.get('id').text}.{name}"))
    yield from (one for one in _changed(default_key(rule), overlays) if not (kept and one.setting == SWITCH))
    yield from (replace(one, because=own.get("because").text) for one in _written(own, pack))
    yield from _changed(rule_key(f"{expectation.get('id').text}.{name}"), overlays)


def _written(node: Node, pack: RawPack) -> Iterator[Origin]:
    """Yield the settings that stand in a node; the pack is the one whose file it is."""
    home = next((one for one in (pack, *pack.bases) if node.source.path.is_relative_to(one.folder.path)), pack)
    members = [(member.key, member) for member in node.members() if member.key not in _NOT_SETTINGS]
    members += [(f"expects.{member.key}", member) for member in node.get("expects").members()]
    for setting, member in members:
        yield Origin(
            setting=setting,
            value=as_json(member.value),
            pack=home.id,
            file=pack.name_of(member),
            line=member.line,
        )


def _changed(key: TargetKey, overlays: Overlays) -> Iterator[Origin]:
    for change, counts in overlays.changes(key):
        yield Origin(
            setting=change.setting,
            value="true" if change.setting == SWITCH else as_json(change.value),
            pack=change.pack.id,
            file=change.pack.name_of(change.node),
            line=change.node.line,
            counts=counts,
            because=change.because,
        )


def _decided(found: Iterable[Origin]) -> Iterator[Origin]:
    """Yield origins setting by setting: the last one that may count does; all changes of words stay."""
    by_setting: dict[str, list[Origin]] = {}
    for origin in found:
        by_setting.setdefault(origin.setting, []).append(origin)
    for setting in sorted(by_setting, key=lambda setting: (words_meant(setting) or setting, setting)):
        origins = by_setting[setting]
        if words_meant(setting):
            yield from origins
            continue
        counting = next((one for one in reversed(origins) if one.counts), None)
        yield from ([counting] if counting else [])
        yield from (replace(one, counts=False) for one in reversed(origins) if one is not counting)
