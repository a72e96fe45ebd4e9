"""How often each family of cues is right where one of its cues decided whether a sentence speaks for or against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker import RuleBook

from .answers import Answer, Reading, answers_for
from .labels import Label, LabelledSet

FIELD = "polarity"


@dataclass(frozen=True, kw_only=True, slots=True)
class FamilyCount:
    """How many sentences a family decided, and in how many of them it was right."""

    n: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share that is right; `None` where the family decided nothing."""
        return self.right / self.n if self.n else None


def is_right(label: Label, answer: Answer) -> bool:
    """Whether a careful reader gives this polarity; a shortfall for a mixed sentence, or the reverse, passes."""
    both = label.shortfall and answer.polarity.reports_shortfall
    return both or answer.polarity is label.polarity or answer.polarity in label.polarity_also


def count_families(sets: Iterable[tuple[LabelledSet, Mapping[str, Reading]]]) -> dict[str, FamilyCount]:
    """Return the counts of each family over all sets that label polarities; readings are by the narrative's id."""
    decided: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for one, readings in sets:
        for narrative in one.narratives:
            answers = answers_for(narrative.labels, readings[narrative.id])
            for label, answer in zip(narrative.labels, answers, strict=True):
                if label.finding and label.polarity is not None:
                    decided[answer.family] += 1
                    right[answer.family] += is_right(label, answer)
    return {family: FamilyCount(n=n, right=right[family]) for family, n in sorted(decided.items())}


def families_of(book: RuleBook) -> tuple[str, ...]:
    """Return every family of the lexicons that say what speaks for or against, sorted."""
    found = {family.id for lexicon in book.lexicons if lexicon.id == FIELD for family in lexicon.families}
    return tuple(sorted(found))
