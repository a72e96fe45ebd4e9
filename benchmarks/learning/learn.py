"""
Learns what words weigh, and writes it into the packs.

A logistic regression over words and pairs of words, one for each answer: what it finds can be read word by word, and
`checker explain` shows which words decided. The sets that are held out take no part, so that they can still say how
well it reads.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from hashlib import sha256
from math import log
from pathlib import Path

from checker import IMPACT, SHORTFALL, dataclass
from checker.text.weighing import features, length_of

from .examples import Example, examples
from .groups_of_people import GROUPS_OF_PEOPLE

PACK = Path(__file__).resolve().parents[2] / "rules" / "cqc_local_authority"
FEWEST_TEXTS = 3
"""Words that fewer texts use are left out: they are one writer's."""
_FREEDOM = {SHORTFALL: 5.0, IMPACT: 1.0}
"""Little, so that what a text is about weighs little: with more, words such as "mental health" told shortfalls."""
_FREEDOM_OF_TOPIC = 10.0
_FEWEST_SENTENCES = 20
_LEAST_WEIGHT = 0.05
_SURE = {SHORTFALL: (0.2, 0.75), IMPACT: (0.25, 0.7)}
"""Words outweigh cues only where they are this sure. Chosen on sets from which they had learnt nothing."""
_SURE_OF_TOPIC = (0.25, 0.45)
"""Expectations: of all signs together, so that nothing is left in between."""
_LENGTHEN = "Words without a weight only make a sentence longer, so that the others in it weigh less."
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ABOUT = (
    "Written by benchmarks/learning/run from the labelled sentences of this project; not meant to be edited by hand."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The words to weigh, sorted, and how rare each is (a logarithm: 1 stands in every sentence)."""

    words: tuple[str, ...]
    rarity: tuple[float, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Learnt:
    """One answer: what stands on the scale before any word, and a weight for each word of the vocabulary."""

    answer: str
    bias: float
    weights: tuple[float, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write; return the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks/learning/run", description=__doc__)
    parser.add_argument("--together", action="store_true", help="print what signs count together; write nothing")
    asked = parser.parse_args(arguments)
    if not importlib.util.find_spec("sklearn"):
        print("scikit-learn is not installed: pip install -e '.[learning]'", file=sys.stderr)
        return 2
    if asked.together:
        from .together import print_together

        return print_together()
    found = examples()
    told = [one for one in found if one.shortfall is not None or one.impact is not None]
    of_any_sentence = {SHORTFALL: [one.shortfall for one in told], IMPACT: [one.impact for one in told]}
    _write("any-sentence", told, of_any_sentence)
    _write("partnerships-and-communities", *_told_of_expectations(found))
    return 0


def expectations_learnt(found: Sequence[Example]) -> tuple[Vocabulary, list[Learnt]]:
    """Return the weights for expectations that sentences teach."""
    return _learnt(*_told_of_expectations(found))


def _told_of_expectations(found: Sequence[Example]) -> tuple[list[Example], dict[str, list[bool | None]]]:
    named = [one for one in found if one.expectations is not None]
    ids = sorted({key for one in named for key in one.expectations or ()})
    return named, {key: [_speaks_to(one, key) for one in named] for key in ids}


def _speaks_to(one: Example, key: str) -> bool | None:
    """Whether a sentence speaks to an expectation; `None` where a careful reader could say either."""
    if key in (one.expectations or ()):
        return True
    return None if key in one.also else False


def _write(name: str, found: list[Example], answers: dict[str, list[bool | None]]) -> None:
    vocabulary, learnt = _learnt(found, answers)
    path = PACK / f"word-weights.{name}.txt"
    path.write_text("\n".join(_lines(vocabulary, learnt, digest(examples()))) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(vocabulary.words):,} words for {len(learnt)} answers, from {len(found):,} sentences")


def _learnt(found: Sequence[Example], answers: dict[str, list[bool | None]]) -> tuple[Vocabulary, list[Learnt]]:
    vocabulary = vocabulary_of(found)
    return vocabulary, [
        learn(answer, found, wanted, vocabulary)
        for answer, wanted in answers.items()
        if wanted.count(True) >= _FEWEST_SENTENCES
    ]


def vocabulary_of(found: Sequence[Example]) -> Vocabulary:
    """Return the words and pairs that enough texts use, without names and without the words for groups of people."""
    texts: dict[str, set[str]] = defaultdict(set)
    sentences: Counter[str] = Counter()
    for one in found:
        for known in features(one.text):
            texts[known].add(one.text_of)
            sentences[known] += 1
    named = names_in(found)
    words = tuple(
        sorted(
            known
            for known, used in texts.items()
            if len(used) >= FEWEST_TEXTS and not (named | GROUPS_OF_PEOPLE).intersection(known.split(" "))
        )
    )
    rarity = tuple(round(log((1 + len(found)) / (1 + sentences[one])) + 1, 2) for one in words)
    return Vocabulary(words=words, rarity=rarity)


def names_in(found: Sequence[Example]) -> frozenset[str]:
    """Return the words that always have a capital and then small letters: names, days and months, no abbreviations."""
    words = {word for one in found for word in _WORD.findall(one.text.replace("’", "'"))}
    small = {word for word in words if word[0].islower()}
    return frozenset(
        word.lower() for word in words if word[0].isupper() and word.lower() not in small and not word.isupper()
    )


def digest(found: Sequence[Example]) -> str:
    """Return a mark of what is learnt from: weights with another one are stale."""
    told = [(one.text, one.shortfall, sorted(one.expectations or ()), sorted(one.also), one.impact) for one in found]
    return sha256(json.dumps(told).encode()).hexdigest()[:16]


def learn(answer: str, found: Sequence[Example], wanted: Sequence[bool | None], vocabulary: Vocabulary) -> Learnt:
    """Return the weights for one answer; sentences of which nobody can say (`None`) are left out."""
    from sklearn.linear_model import LogisticRegression

    known = [(one, bool(want)) for one, want in zip(found, wanted, strict=True) if want is not None]
    freedom = _FREEDOM.get(answer, _FREEDOM_OF_TOPIC)
    fitted = LogisticRegression(C=freedom, class_weight="balanced", max_iter=3000)
    fitted.fit(_matrix([one for one, _ in known], vocabulary), [want for _, want in known])
    weights = tuple(round(float(weight), 2) for weight in fitted.coef_[0])
    return Learnt(answer=answer, bias=round(float(fitted.intercept_[0]), 2), weights=weights)


def _matrix(found: Sequence[Example], vocabulary: Vocabulary) -> object:
    from scipy.sparse import csr_matrix

    place = {words: number for number, words in enumerate(vocabulary.words)}
    rows, columns, values = [], [], []
    for row, one in enumerate(found):
        here = [place[words] for words in features(one.text) if words in place]
        length = length_of(vocabulary.rarity[column] for column in here)
        rows += [row] * len(here)
        columns += here
        values += [vocabulary.rarity[column] / length for column in here]
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(place)))


def _lines(vocabulary: Vocabulary, learnt: Sequence[Learnt], mark: str) -> list[str]:
    answers = [
        "\t".join([one.answer, str(one.bias), *map(str, _SURE.get(one.answer, _SURE_OF_TOPIC))]) for one in learnt
    ]
    words = [
        "\t".join([word, str(rarity), *(str(one) if abs(one) >= _LEAST_WEIGHT else "" for one in weights)]).rstrip("\t")
        for word, rarity, weights in zip(
            vocabulary.words, vocabulary.rarity, zip(*(one.weights for one in learnt), strict=True), strict=True
        )
    ]
    return [f"# {_ABOUT}", f"# {_LENGTHEN}", f"# Learnt from: {mark}", *answers, "", *words]


if __name__ == "__main__":
    sys.exit(main())
