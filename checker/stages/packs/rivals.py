"""Changes of different packs that stand against each other without being about the same setting of the same target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.domain.tailoring import HIDING, SWITCH, WORDS, TargetKind, takes_out, words_meant
from checker.matching import PhraseMatcher
from checker.stages.packs.changes import Change, phrases_of
from checker.stages.packs.overlay_targets import TargetKey
from checker.stages.packs.phrase_checks import always_hidden_by, found_wherever
from checker.values import replace

Changes = Mapping[TargetKey, Sequence[Change]]


def builds_on(other: Change, one: Change) -> bool:
    """Whether the pack of `other` extends that of `one`, and so counts before it."""
    return one.pack in other.pack.bases


def hidden_words(changes: Sequence[Change]) -> Iterator[Change]:
    """Yield changes of one target in which one pack hides, by `not_when`, words that another pack adds."""
    adding = [one for one in changes if one.setting in WORDS and one.setting != HIDING]
    for hiding in (one for one in changes if one.setting == HIDING):
        for other in (one for one in adding if one.pack is not hiding.pack):
            if not (builds_on(hiding, other) or builds_on(other, hiding)) and _hides(hiding, other):
                yield from (hiding, other)


def found_anyway(changes: Sequence[Change]) -> Iterator[Change]:
    """
    Yield changes of one target in which one pack takes words out, and another, which does not build on it, adds some
    that are found wherever those stand.
    """
    for removing in (one for one in changes if takes_out(one.setting)):
        for other in (one for one in changes if one.setting == words_meant(removing.setting)):
            if not (builds_on(removing, other) or builds_on(other, removing)) and _finds(other, removing):
                yield from (removing, other)


def kept_rules(changes: Changes) -> Iterator[tuple[TargetKey, Change]]:
    """
    Yield each rule that stays on although a pack switches its default rule off, with that switch as one of the rule:
    another pack, on which the switching one does not build, changes this very rule.
    """
    for (kind, name, _), general in changes.items():
        for switch in (one for one in general if kind is TargetKind.DEFAULT_RULE and one.setting == SWITCH):
            for key, particular in changes.items():
                if key[0] is TargetKind.RULE and key[1].endswith(f".{name}") and _keeps(particular, switch):
                    yield key, replace(switch, target=particular[0].target)


def _hides(hiding: Change, other: Change) -> bool:
    matcher = PhraseMatcher([phrase.text for phrase in phrases_of(hiding)])
    return any(always_hidden_by(phrase.text, matcher) for phrase in phrases_of(other))


def _finds(adding: Change, removing: Change) -> bool:
    matcher = PhraseMatcher([phrase.text for phrase in phrases_of(adding)])
    return any(found_wherever(phrase.text, matcher) for phrase in phrases_of(removing))


def _keeps(particular: Sequence[Change], switch: Change) -> bool:
    same = particular[0].target.node.source.path == switch.target.node.source.path
    return same and any(
        one.setting != SWITCH and one.pack is not switch.pack and not builds_on(switch, one) for one in particular
    )
