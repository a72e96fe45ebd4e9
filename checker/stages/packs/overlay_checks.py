"""Checks of overlays: what they change must exist, belong to an extended pack, take that setting and still work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.domain.tailoring import SWITCH, WORDS, TargetKind, words_meant
from checker.errors import Problem
from checker.stages.packs.changes import Change, changes_of
from checker.stages.packs.files import RawPack
from checker.stages.packs.overlay_targets import KEYS, Targets, target_node
from checker.stages.packs.overlay_word_checks import check_words
from checker.stages.packs.phrase_checks import check_owner
from checker.stages.packs.rule_checks import Known, check_expects, check_placeholders
from checker.suggestions import suggest
from checker.yaml_checks.node import Node

_RULE_SETTINGS = ("title", "gap_title", "why", "remedy", "cannot_tell", "weight", "expects")
_SETTINGS = {
    TargetKind.EXPECTATION: ("title", "why", "cannot_tell", "also_when_impact", "one_kind_of_partner", *WORDS),
    TargetKind.RULE: (*_RULE_SETTINGS, "look_for", "not_when"),
    TargetKind.DEFAULT_RULE: _RULE_SETTINGS,
}
_ALL_SETTINGS = {setting for settings in _SETTINGS.values() for setting in settings}


def check_overlays(packs: Sequence[RawPack], known: Known) -> Iterator[Problem]:
    """Yield what is wrong with overlays beyond their schema; nothing while a file that they may change is unread."""
    if any({"expectations", "default-rules", "pack"} & pack.unread for pack in packs):
        return
    targets = Targets(packs)
    found: list[Change] = []
    for pack in sorted(packs, key=lambda pack: pack.id):
        for file in pack.of("overlay"):
            for item in (*file.nodes("override"), *file.nodes("disable")):
                yield from _check_target(item, pack, targets)
                yield from check_owner(item.get("add"))
                yield from check_placeholders(item)
        changes = list(changes_of(pack, targets))
        yield from _check_repeated(changes)
        for change in changes:
            yield from _check_change(change, known)
        found += [one for one in changes if words_meant(one.setting) in _SETTINGS[one.target.key[0]]]
    yield from check_words(found, known.criteria)


def _check_target(item: Node, pack: RawPack, targets: Targets) -> Iterator[Problem]:
    found = target_node(item)
    if found is None:
        yield item.problem("it must name one thing that it is about", f"one of {', '.join(KEYS)}")
        return
    kind, node = found
    named = targets.named(kind, node.text)
    if any(target.pack in pack.bases for target in named) or not (node.text and pack.bases):
        return
    if not named:
        message = f"no pack that this one extends has the {kind.value} '{node.text}'"
        yield node.problem(message, suggest(node.text, targets.of(pack, kind)))
    else:
        owner = named[0].pack
        own = owner is pack
        message = f"the {kind.value} '{node.text}' is {'this pack’s own' if own else f'of the pack {owner.id!r}'}"
        yield node.problem(message, "change it where it is written" if own else f"extends: [{owner.id}] in pack.yaml")


def _check_repeated(changes: Sequence[Change]) -> Iterator[Problem]:
    """One pack says one thing of one setting, and does not change what it switches off."""
    switched = {change.target.key: change for change in changes if change.setting == SWITCH}
    first: dict[tuple[object, str], Change] = {}
    for change in changes:
        before = first.setdefault((change.target.key, change.setting), change)
        if before is not change and not words_meant(change.setting):
            where = f"{before.node.source.shown}:{before.node.line}"
            yield change.node.problem(f"'{change.setting}' is already set here ({where})", "one of the two")
        if change.setting != SWITCH and change.target.key in switched:
            yield _both(change, switched[change.target.key])


def _both(change: Change, off: Change) -> Problem:
    where = f"{off.node.source.shown}:{off.node.line}"
    message = f"the {change.target.key[0].value} '{change.target.key[1]}' is switched off as well ({where})"
    return change.node.problem(message, "one of the two")


def _check_change(change: Change, known: Known) -> Iterator[Problem]:
    kind, setting = change.target.key[0], words_meant(change.setting) or change.setting
    if setting.partition(".")[0] in _ALL_SETTINGS - set(_SETTINGS[kind]):  # the schema tells the others
        message = f"'{setting.partition('.')[0]}' cannot be set for {_a(kind)}"
        yield change.node.problem(message, f"{_a(kind)} takes {', '.join(_SETTINGS[kind])}")
    elif setting.startswith("expects."):
        yield from _check_parameter(change, known)


def _check_parameter(change: Change, known: Known) -> Iterator[Problem]:
    criterion = change.target.criterion
    if criterion not in known.criteria:
        return  # the check of the base says so
    expects = Node(change.node.source, change.node.place[:-1], {change.node.key: change.value})
    whole = {**change.target.expects, change.node.key: change.value}
    yield from check_expects(criterion, expects, known, whole)


def _a(kind: TargetKind) -> str:
    return f"an {kind.value}" if kind is TargetKind.EXPECTATION else f"a {kind.value}"
