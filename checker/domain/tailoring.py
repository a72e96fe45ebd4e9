"""How packs change one another, and how editions differ from what a pack was written for: values, no files."""

from __future__ import annotations

from enum import StrEnum

from checker.domain.place import place_of
from checker.values import dataclass

SWITCH = "off"
"""The setting of an override that switches its target off."""
HIDING = "not_when"
"""The setting of an override whose words hide others."""
WORDS = ("look_for", "hints", HIDING)
"""Settings that add phrases. They never replace any, but some hide others."""


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
    that are added such as `look_for`, or `off`. `in_force` is false where another overlay's value counts instead.
    `contested` is true where overlays that do not build on one another give different values; `because` is the
    author's reason.
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
    where what one switches off stays on, or where one hides words that another adds.
    """

    in_force: Override | None
    others: tuple[Override, ...]

    def __str__(self) -> str:
        one = self.others[0]
        what = f"Packs disagree about the {one.kind.value} '{one.target}'"
        if one.setting == SWITCH:
            return f"{what}: {one.pack} switches it off ({one.place}), and another pack changes it, so it stays on."
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
    hiding = ", ".join(f"{one.pack} ({one.place})" for one in group if one.setting == HIDING)
    adding = ", ".join(f"{one.pack} ({one.place})" for one in group if one.setting != HIDING)
    return f"{hiding} hides by {HIDING} what is added by {adding}"


def disagreements(overrides: tuple[Override, ...]) -> tuple[Disagreement, ...]:
    """Return where overlays disagree, sorted by target and setting; each side sorted by pack."""
    groups: dict[tuple[str, str, str], list[Override]] = {}
    for one in overrides:
        if one.contested:
            setting = HIDING if one.setting in WORDS else one.setting
            groups.setdefault((one.kind.value, one.target, setting), []).append(one)
    return tuple(_disagreement(groups[key]) for key in sorted(groups))


def _disagreement(group: list[Override]) -> Disagreement:
    ordered = sorted(group, key=lambda one: (one.pack, one.file, one.line))
    if ordered[0].setting in WORDS:
        return Disagreement(in_force=None, others=tuple(ordered))
    counts = next((one for one in ordered if one.in_force), None)
    return Disagreement(in_force=counts, others=tuple(one for one in ordered if one is not counts))
