"""How packs change one another, and how editions differ from what a pack was written for: values, no files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from checker.domain.place import place_of
from checker.values import dataclass

SWITCH = "off"
"""The setting of an override that switches its target off."""
HIDING = "not_when"
"""The setting of an override whose words hide others."""
WORDS = ("look_for", "hints", HIDING)
"""Settings that add phrases. They never replace any, but some hide others."""
REMOVING = "remove."
"""How settings that take phrases out begin; `remove.look_for` takes out what `look_for` would add."""


def words_meant(setting: str) -> str:
    """Return the key of the words that a setting adds or takes out; empty for any other setting."""
    name = setting.removeprefix(REMOVING)
    return name if name in WORDS else ""


def takes_out(setting: str) -> bool:
    """Whether a setting takes words out."""
    return setting.startswith(REMOVING)


class TargetKind(StrEnum):
    """What an overlay may change: one expectation, one rule, or a default rule wherever it is asked."""

    EXPECTATION = "expectation"
    RULE = "rule"
    DEFAULT_RULE = "default rule"


@dataclass(frozen=True, kw_only=True, slots=True)
class Override:
    """
    One setting to which an overlay gives another value.

    `value` is the value as JSON text; `setting` is a key such as `weight`, a parameter such as `expects.months`, words
    that are added such as `look_for`, words that are taken out such as `remove.look_for`, or `off`. `in_force` is false
    where another overlay's value counts instead. `contested` is true where overlays that do not build on one another
    give different values; `because` is the author's reason.
    """

    pack: str
    kind: TargetKind
    target: str
    setting: str
    value: str
    because: str = ""
    in_force: bool = True
    contested: bool = False
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """`file:line` of the override."""
        return place_of(self.file, self.line)

    @property
    def switches_off(self) -> bool:
        """Whether the target is switched off by this."""
        return self.setting == SWITCH and self.in_force


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    """
    Overlays that give one setting different values. `in_force` is the one that counts, by a rule that is fixed; `None`
    where what one switches off stays on, or where one hides or takes out words that another adds.
    """

    in_force: Override | None
    others: tuple[Override, ...]

    def __str__(self) -> str:
        one = self.others[0]
        what = f"Packs disagree about the {one.kind.value} '{one.target}'"
        if one.setting == SWITCH:
            return f"{what}: {one.pack} switches it off ({one.place}), and another pack changes it, so it stays on."
        if any(takes_out(other.setting) for other in self.others):
            return f"{what}: {_taken_out(self.others)}, so that these words still count."
        if one.setting in WORDS:
            return f"{what}: {_hidden(self.others)}, so that these do not count."
        told = "; ".join(
            f"{each.pack} has {each.value} ({each.place})" for each in (*self.others, self.in_force) if each
        )
        counts = f" What counts is {self.in_force.value}." if self.in_force else ""
        return f"{what}, {one.setting}: {told}.{counts}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """One entry of a pack's list of changes: its version, its date (ISO) and what is new."""

    version: str
    date: str
    text: str


def _hidden(group: tuple[Override, ...]) -> str:
    """Say who hides, by `not_when`, words that who else adds."""
    hiding, adding = (_who(one for one in group if (one.setting == HIDING) is hides) for hides in (True, False))
    return f"{hiding} hides by {HIDING} what is added by {adding}"


def _taken_out(group: tuple[Override, ...]) -> str:
    """Say who takes out words that who else adds."""
    removing, adding = (_who(one for one in group if takes_out(one.setting) is out) for out in (True, False))
    words = next(words_meant(one.setting) for one in group)
    return f"{removing} takes out of {words} what is found by words of {adding}"


def _who(group: Iterable[Override]) -> str:
    return ", ".join(f"{one.pack} ({one.place})" for one in group)


def disagreements(overrides: tuple[Override, ...]) -> tuple[Disagreement, ...]:
    """Return where overlays disagree, sorted by target and setting; each side sorted by pack."""
    groups: dict[tuple[str, str, str], list[Override]] = {}
    for one in overrides:
        if one.contested:
            setting = HIDING if words_meant(one.setting) else one.setting
            groups.setdefault((one.kind.value, one.target, setting), []).append(one)
    apart = (part for key in sorted(groups) for part in _by_quarrel(groups[key]))
    return tuple(map(_disagreement, apart))


def _by_quarrel(group: list[Override]) -> Iterator[list[Override]]:
    """Yield apart what is said of words that are taken out, by their key, and of words that are hidden."""
    removed = {words_meant(one.setting) for one in group if takes_out(one.setting)}
    yield from ([one for one in group if words_meant(one.setting) == words] for words in sorted(removed))
    adding = [one for one in group if not takes_out(one.setting)]
    rest = [one for one in adding if one.setting not in removed]
    if rest:
        has_both_sides = not removed or len({one.setting == HIDING for one in rest}) > 1
        yield rest if has_both_sides else adding


def _disagreement(group: list[Override]) -> Disagreement:
    ordered = sorted(group, key=lambda one: (one.pack, one.file, one.line))
    if words_meant(ordered[0].setting):
        return Disagreement(in_force=None, others=tuple(ordered))
    counts = next((one for one in ordered if one.in_force), None)
    return Disagreement(in_force=counts, others=tuple(one for one in ordered if one is not counts))
