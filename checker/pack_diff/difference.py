"""The two sides of a comparison, and one difference between them."""

from __future__ import annotations

from enum import StrEnum

from checker.domain.framework import Framework
from checker.domain.pack import Expectation, Lexicon, Rule
from checker.domain.tailoring import Override
from checker.domain.word_weights import WordWeights
from checker.values import dataclass


class DifferenceKind(StrEnum):
    """What happened to a thing between the old and the new."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SWITCHED_OFF = "switched off"
    SWITCHED_ON = "no longer switched off"
    WITHOUT_EFFECT = "without effect"
    """An overlay gives the setting a value that does not count, or that the base has already."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Difference:
    """
    One difference. `thing` is what it is about (`expectation`, `rule`, `default rule`,
    `lexicon`, `personal data`, `word weights`, `wording`, `edition`), `setting`
    what of it changed; `old` and `new` are values as text, empty where there was or is none: parameters are JSON there,
    and phrases have "; " between them.

    `title` is what the thing is called; `criterion` that of a rule. `because` is the reason that an overlay of the new
    side gives, `place` where (`file:line`); `no_longer` a reason that only the old side gave. `touches` are the
    expectations that rest on changed wording or are asked a changed default rule; `keeps` are those that a changed
    default rule does not reach, each with the value of its own, as text. `rules` is how many rules are asked of a
    changed expectation.
    """

    thing: str
    id: str
    kind: DifferenceKind
    setting: str = ""
    old: str = ""
    new: str = ""
    touches: tuple[str, ...] = ()
    keeps: tuple[tuple[str, str], ...] = ()
    title: str = ""
    criterion: str = ""
    because: str = ""
    place: str = ""
    no_longer: str = ""
    rules: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """
    One side of a comparison: what is asked, what overlays change and what they switch off, words of lexicons, the
    kinds of personal data that are masked besides, and what words weigh.

    `framework` is `None` where wording is not compared.
    """

    expectations: tuple[Expectation, ...]
    rules: tuple[Rule, ...]
    framework: Framework | None = None
    overrides: tuple[Override, ...] = ()
    disabled: tuple[Rule, ...] = ()
    set_aside: tuple[Expectation, ...] = ()
    lexicons: tuple[Lexicon, ...] = ()
    personal_data: tuple[tuple[str, str], ...] = ()
    word_weights: tuple[WordWeights, ...] = ()
