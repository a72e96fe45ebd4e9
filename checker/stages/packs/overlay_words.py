"""
Words that overlays add and take out, phrase by phrase.

A pack counts before those that it extends. Where packs that do not build on one another add and take out the same
phrase, it stays: who takes words out knows those of the packs that it extends, and no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.domain.tailoring import takes_out, words_meant
from checker.stages.packs.changes import Change, phrases_of
from checker.stages.packs.overlay_targets import Target
from checker.stages.packs.rivals import builds_on
from checker.values import dataclass, field
from checker.yaml_checks.node import Node


@dataclass(frozen=True, kw_only=True, slots=True)
class SettledWords:
    """
    What changes of one list of words come to. `out` are the phrases that are taken out (see `folded`), `idle` changes
    of which nothing counts, `contested` those about a phrase that packs add and take out.
    """

    out: set[str] = field(default_factory=set)
    idle: set[Change] = field(default_factory=set)
    contested: set[Change] = field(default_factory=set)


def folded(phrase: str) -> str:
    """Return a phrase as it is compared: capitals and spaces count only where its letters are taken exactly."""
    return phrase.strip() if phrase.strip().startswith("=") else " ".join(phrase.lower().split())


def settled(changes: Sequence[Change], setting: str) -> SettledWords:
    """Return what the changes of one target come to for one list of words (`look_for`, `hints` or `not_when`)."""
    found = SettledWords()
    effective: set[Change] = set()
    about: dict[str, list[Change]] = defaultdict(list)
    for change in (one for one in changes if words_meant(one.setting) == setting):
        for said in phrases_of(change):
            about[folded(said.text)].append(change)
    for phrase, rivals in about.items():
        standing = [one for one in rivals if not any(builds_on(other, one) for other in rivals)]
        goes = all(takes_out(one.setting) for one in standing)
        effective |= {one for one in rivals if takes_out(one.setting) is goes}
        if goes:
            found.out.add(phrase)
        elif any(takes_out(one.setting) for one in standing):
            found.contested.update(standing)
    found.idle.update(change for rivals in about.values() for change in rivals if change not in effective)
    return found


def words_left(target: Target, changes: Sequence[Change], setting: str) -> Iterator[Node]:
    """Yield the phrases of a target, and those that changes add, without those that they take out."""
    out = settled(changes, setting).out
    added = (phrase for one in changes if one.setting == setting for phrase in phrases_of(one))
    yield from (phrase for phrase in (*target.node.texts(setting), *added) if folded(phrase.text) not in out)
