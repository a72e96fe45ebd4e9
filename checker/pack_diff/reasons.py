"""Why things differ: the overlays' own reasons, and what overlays say that changes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from checker.domain.pack import Expectation, Rule
from checker.domain.tailoring import REMOVING, SWITCH, WORDS, Override, TargetKind, words_meant
from checker.pack_diff.difference import Compared, Difference, DifferenceKind
from checker.values import replace

Target = tuple[TargetKind, str]
_Key = tuple[TargetKind, str, str]


class Reasons:
    """The overrides of both sides. It remembers which of them explained a difference."""

    def __init__(self, old: Compared, new: Compared) -> None:
        self._old, self._new = _by_key(old.overrides), _by_key(new.overrides)
        self._used: set[_Key] = set()
        self._titles = _titles(old) | _titles(new)

    def told(self, one: Difference, targets: Sequence[Target]) -> Difference:
        """Return a difference with the reason that an overlay gives, the more particular target first."""
        said, unsaid = ([(*target, setting) for target in targets] for setting in _settings(one))
        self._used |= {key for key in said if key in self._new} | {key for key in unsaid if key in self._old}
        if found := next((self._new[key] for key in said if key in self._new), None):
            return replace(one, because=found.because, place=found.place)
        gone = next((self._old[key] for key in unsaid if key in self._old), None)
        return replace(one, no_longer=gone.because) if gone else one

    def apart(self, one: Difference, targets: Sequence[Target]) -> tuple[Difference, ...]:
        """Return words that came and words that went as two differences, where an overlay takes any out."""
        removals = {(*target, f"{REMOVING}{one.setting}") for target in targets if one.setting in WORDS}
        if one.old and one.new and removals & (self._new.keys() | self._old.keys()):
            return replace(one, new=""), replace(one, old="")
        return (one,)

    def left(self) -> Iterator[Difference]:
        """Yield reasons that changed, and settings in overlays of one side that made no difference."""
        for key in sorted({*self._new, *self._old}):
            old, new = self._old.get(key), self._new.get(key)
            if old and new and old.because != new.because:
                yield replace(self._general(new), setting="because", old=old.because, new=new.because)
            one = new or old
            if one and key not in self._used and _value(old) != _value(new):
                told = replace(self._general(one), kind=DifferenceKind.WITHOUT_EFFECT, setting=one.setting)
                told = replace(told, old=_plain(old), new=_plain(new))
                yield (
                    replace(told, because=new.because, place=new.place) if new else replace(told, no_longer=one.because)
                )

    def _general(self, one: Override) -> Difference:
        title, criterion = self._titles.get((one.kind, one.target), ("", ""))
        changed = DifferenceKind.CHANGED
        return Difference(thing=one.kind.value, id=one.target, kind=changed, title=title, criterion=criterion)


def targets_of_rule(rule: Rule) -> list[Target]:
    """Return what overlays may call a rule by, the more particular first."""
    own = [(TargetKind.RULE, rule.id)]
    return [*own, (TargetKind.DEFAULT_RULE, rule.id.removeprefix(f"{rule.expectation}."))] if rule.default else own


def targets_of_expectation(name: str) -> list[Target]:
    """Return what overlays call an expectation by."""
    return [(TargetKind.EXPECTATION, name)]


def _settings(one: Difference) -> tuple[str, str]:
    """
    Return the settings by which an overlay of the new side may have brought a difference about, and one of the old
    side have kept it away: words that went were taken out there, or added here.
    """
    if one.kind in (DifferenceKind.SWITCHED_OFF, DifferenceKind.SWITCHED_ON):
        return SWITCH, SWITCH
    if one.setting in WORDS and not (one.old and one.new):
        added, removed = one.setting, f"{REMOVING}{one.setting}"
        return (removed, added) if one.old else (added, removed)
    return one.setting, one.setting


def _by_key(overrides: Sequence[Override]) -> dict[_Key, Override]:
    """Return overrides by what they are about; of several, one that counts, or all that change words as one."""
    found: dict[_Key, Override] = {}
    for one in sorted(overrides, key=lambda one: one.in_force):
        key = (one.kind, one.target, one.setting)
        before = found.get(key)
        together = before is not None and words_meant(one.setting) and before.in_force is one.in_force
        found[key] = _together(before, one) if before and together else one
    return found


def _together(first: Override, second: Override) -> Override:
    """Return two changes of the same words as one, at the place of the first, with both reasons."""
    reasons = " ".join(dict.fromkeys((first.because, second.because)))
    return replace(first, value=json.dumps(json.loads(first.value) + json.loads(second.value)), because=reasons)


def _titles(side: Compared) -> dict[Target, tuple[str, str]]:
    """Return title and criterion of what overlays may call by an id."""
    expectations: Sequence[Expectation] = (*side.set_aside, *side.expectations)
    rules: Sequence[Rule] = (*side.disabled, *side.rules)
    found = {(TargetKind.EXPECTATION, one.id): (one.title, "") for one in expectations}
    return found | {(TargetKind.RULE, one.id): (one.title, one.criterion) for one in rules}


def _value(one: Override | None) -> str:
    return one.value if one else ""


def _plain(one: Override | None) -> str:
    """Return a value as differences have it: parameters stay JSON, words and texts do not."""
    if one is None or one.setting.startswith("expects."):
        return _value(one)
    value = json.loads(one.value)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
