"""Checks of words that overlays add and take out: what is added is new, what is taken out is there, some are left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.domain.tailoring import REMOVING, WORDS, TargetKind, takes_out, words_meant
from checker.errors import Problem
from checker.matching import PhraseMatcher
from checker.stages.packs.changes import Change, phrases_of
from checker.stages.packs.overlay_targets import Target, TargetKey
from checker.stages.packs.overlay_words import folded, words_left
from checker.stages.packs.phrase_checks import always_hidden_by
from checker.suggestions import suggest
from checker.yaml_checks.node import Node

_LOOKED_FOR = "look_for"


def check_words(changes: Sequence[Change], criteria: Mapping[str, Mapping[str, object]]) -> Iterator[Problem]:
    """Yield what is wrong with `changes`, those of words by all overlays of a run."""
    by_target: dict[TargetKey, list[Change]] = defaultdict(list)
    for change in changes:
        by_target[change.target.key].append(change)
    for group in by_target.values():
        for change in group:
            yield from _check_removed(change, group) if takes_out(change.setting) else _check_added(change, group)
        yield from _check_left(group, criteria)


def _check_added(change: Change, group: Sequence[Change]) -> Iterator[Problem]:
    """A phrase that the base has already does nothing; one that hides a phrase of the base takes it out of use."""
    seen = [one for one in group if one.pack is change.pack or one.pack in change.pack.bases]
    taken = [one for one in seen if takes_out(one.setting)]
    base = {phrase.text.strip(): phrase for setting in WORDS for phrase in words_left(change.target, taken, setting)}
    for phrase in phrases_of(change):
        if before := base.get(phrase.text.strip()):
            yield phrase.problem(f"the phrase '{phrase.text}' is already there ({_at(before)})", "take it out here")
        elif change.setting == "not_when":
            yield from _check_hiding(phrase, change.target, taken)


def _check_hiding(phrase: Node, target: Target, taken: Sequence[Change]) -> Iterator[Problem]:
    if not any(character.isalnum() for character in phrase.text):
        return
    matcher = PhraseMatcher([phrase.text])
    for setting in (_LOOKED_FOR, "hints"):
        for hidden in words_left(target, taken, setting):
            if always_hidden_by(hidden.text, matcher):
                message = f"'{phrase.text}' hides the phrase '{hidden.text}' wherever it stands ({_at(hidden)})"
                yield phrase.problem(message, "a longer phrase")


def _check_removed(change: Change, group: Sequence[Change]) -> Iterator[Problem]:
    """What is taken out must stand in the base, as it is there; once, and not be added again by the same pack."""
    setting = words_meant(change.setting)
    below = [one for one in group if one.pack in change.pack.bases]
    there = {folded(one.text): one for one in words_left(change.target, below, setting)}
    own = [(one, said) for one in group if one.pack is change.pack for said in phrases_of(one)]
    for phrase in phrases_of(change):
        name = folded(phrase.text)
        same = [(one, said) for one, said in own if folded(said.text) == name and words_meant(one.setting) == setting]
        first, said = same[0]
        if said.place != phrase.place or said.source.path != phrase.source.path:
            done = "taken out" if takes_out(first.setting) else "added"
            yield phrase.problem(f"the phrase '{phrase.text}' is {done} here as well ({_at(said)})", "one of the two")
        elif name not in there:
            kind, target = change.target.key[:2]
            message = f"the {kind.value} '{target}' has no phrase '{phrase.text}' under {setting}"
            way = _elsewhere(phrase, change, group) or _found_by(phrase, list(there.values()))
            yield phrase.problem(message, way or suggest(phrase.text, (one.text for one in there.values())))


def _elsewhere(phrase: Node, change: Change, group: Sequence[Change]) -> str:
    """Say where a phrase is, if it is elsewhere or gone already; empty if nobody has it."""
    name, setting = folded(phrase.text), words_meant(change.setting)
    below = [one for one in group if one.pack in change.pack.bases]
    for other in WORDS:
        if found := next((one for one in words_left(change.target, below, other) if folded(one.text) == name), None):
            return f"it stands under {other}, {_at(found)}"
    for one in (one for one in group if one.pack is not change.pack):
        if found := next((each for each in phrases_of(one) if folded(each.text) == name), None):
            if one.setting == setting:
                return f"the pack '{one.pack.id}' adds it ({_at(found)}): extends: [{one.pack.id}] in pack.yaml"
            if one.setting == f"{REMOVING}{setting}" and one in below:
                return f"the pack '{one.pack.id}' has taken it out already, {_at(found)}"
    return ""


def _found_by(phrase: Node, there: Sequence[Node]) -> str:
    """Name the phrase that finds what was meant to be taken out, the longest; empty if none does."""
    (hits,) = PhraseMatcher([one.text for one in there]).find(phrase.text, [(0, len(phrase.text))])
    if not hits:
        return ""
    best = there[max(hits, key=lambda hit: (hit.end - hit.start, -hit.phrase)).phrase]
    return f"did you mean '{best.text}', which finds it ({_at(best)})?"


def _check_left(group: Sequence[Change], criteria: Mapping[str, Mapping[str, object]]) -> Iterator[Problem]:
    """What lives by its words must keep some."""
    removing = [one for one in group if one.setting == f"{REMOVING}{_LOOKED_FOR}"]
    if not removing:
        return
    target = removing[-1].target
    needs = criteria.get(target.criterion, {}).get("x-needs")
    needed = target.key[0] is TargetKind.EXPECTATION or (isinstance(needs, list | tuple) and _LOOKED_FOR in needs)
    if needed and target.node.texts(_LOOKED_FOR) and not any(True for _ in words_left(target, group, _LOOKED_FOR)):
        message = f"no words to look for are left of the {target.key[0].value} '{target.key[1]}'"
        yield removing[-1].node.problem(message, "words that are added, or switch it off under disable")


def _at(node: Node) -> str:
    return f"{node.source.shown}:{node.line}"
