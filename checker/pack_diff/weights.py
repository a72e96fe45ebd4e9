"""Differences in what words weigh: by answer, how its chances are used and how many of its words are others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.domain.word_weights import IMPACT, SHORTFALL, WeighedAnswer, WordWeights
from checker.pack_diff.difference import Compared, Difference, DifferenceKind
from checker.values import dataclass, field

_THING = "word weights"
_OF_ANY_SENTENCE = {SHORTFALL: "A sentence reports a shortfall", IMPACT: "A sentence states a result for people"}
_NUMBERS = ("bias", "below", "above")

Weight = tuple[str, str]
"""The rarity of a word and its weight, as a pack has them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Scale:
    """What one side has for an answer, all its files together."""

    answers: list[WeighedAnswer] = field(default_factory=list)
    words: dict[str, list[Weight]] = field(default_factory=dict)

    def number(self, name: str) -> str:
        """Return one of the answer's numbers; "; " stands between those of several files."""
        return "; ".join(f"{getattr(one, name):g}" for one in self.answers)


def of_word_weights(old: Compared, new: Compared) -> Iterator[Difference]:
    """Yield what is different for each answer. An answer that came or went is told by its numbers and words too."""
    before, after = _scales(old.word_weights), _scales(new.word_weights)
    titles = {one.id: one.title for side in (old, new) for one in side.expectations} | _OF_ANY_SENTENCE
    for answer in before.keys() | after.keys():
        was, now = before.get(answer, _Scale()), after.get(answer, _Scale())
        for setting, told in _told(was, now).items():
            yield Difference(
                thing=_THING,
                id=answer,
                kind=DifferenceKind.CHANGED,
                setting=setting,
                old=told[0],
                new=told[1],
                title=titles.get(answer, ""),
            )


def _told(was: _Scale, now: _Scale) -> Mapping[str, tuple[str, str]]:
    """Return the old and the new value, by what is different."""
    numbers = {name: (was.number(name), now.number(name)) for name in _NUMBERS}
    found = {name: values for name, values in numbers.items() if values[0] != values[1]}
    if words := _words(was.words, now.words):
        found["weighed_words"] = (str(len(was.words)) if was.answers else "", f"{len(now.words)}: {words}")
    return found


def _words(was: Mapping[str, list[Weight]], now: Mapping[str, list[Weight]]) -> str:
    """Say how many words are others; empty if none is."""
    numbers = {
        "added": len(now.keys() - was.keys()),
        "changed": sum(was[word] != now[word] for word in was.keys() & now.keys()),
        "taken away": len(was.keys() - now.keys()),
    }
    return ", ".join(f"{number} {what}" for what, number in numbers.items() if number)


def _scales(files: Iterable[WordWeights]) -> dict[str, _Scale]:
    found: dict[str, _Scale] = {}
    for file in files:
        scales = [found.setdefault(answer.id, _Scale()) for answer in file.answers]
        for scale, answer in zip(scales, file.answers, strict=True):
            scale.answers.append(answer)
        for word, told in file.words.items():
            _line, rarity, *weights = told.split(" ")
            for place, _, weight in (one.partition(":") for one in weights):
                scales[int(place)].words.setdefault(word, []).append((rarity, weight))
    return found
