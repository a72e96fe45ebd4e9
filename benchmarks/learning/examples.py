"""The sentences that weights are learnt from: of the project's own sets, without those that are held out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.accuracy.datasets import own_sets
from checker import Polarity, dataclass

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR = ROOT / "tests" / "grammar"
PLAIN = (GRAMMAR / "plain_statements.txt", GRAMMAR / "plain_statements_2.txt")
SHORTFALLS = (
    GRAMMAR / "shortfall_statements.txt",
    GRAMMAR / "mild_shortfall_statements.txt",
    GRAMMAR / "shortfall_statements_2.txt",
)
EXPECTATIONS = Path(__file__).resolve().parent / "expectations.tsv"
GRAMMAR_SENTENCES = GRAMMAR / "sentences.yaml"
CASES = ROOT / "rules" / "cqc_local_authority" / "partnerships-and-communities.cases.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """
    One sentence. `text_of` names the narrative or paragraph that it comes from.

    `shortfall`: whether it reports one; `None` where careful readers could differ. `expectations`: those that it speaks
    to, `also` those that another reader could give; `None` where nobody said. `impact`: whether it states a result
    for people.
    """

    text: str
    text_of: str
    shortfall: bool | None
    expectations: frozenset[str] | None = None
    also: frozenset[str] = frozenset()
    impact: bool | None = None


def examples() -> list[Example]:
    """Return every sentence to learn from. No held-out set is among them."""
    found = list(_of_sets())
    for paths, shortfall in ((PLAIN, False), (SHORTFALLS, True)):
        for path in paths:
            found += _of_paragraphs(path, shortfall=shortfall)
    return [*found, *_of_table(), *_of_grammar(), *_of_cases()]


def _of_sets() -> Iterator[Example]:
    for one in own_sets():
        for narrative in () if one.held_out else one.narratives:
            for label in narrative.labels:
                if label.finding:
                    doubted = any(other.reports_shortfall is not label.shortfall for other in label.polarity_also)
                    yield Example(
                        text=narrative.text[label.start : label.end],
                        text_of=f"{one.id}/{narrative.id}",
                        shortfall=None if doubted else label.shortfall,
                        expectations=None if label.expectations is None else frozenset(label.expectations),
                        also=label.also,
                        impact=label.impact,
                    )


def _of_paragraphs(path: Path, *, shortfall: bool) -> Iterator[Example]:
    for number, paragraph in enumerate(path.read_text(encoding="utf-8").split("\n\n")):
        for line in paragraph.splitlines():
            if line.strip() and not line.startswith("#"):
                yield Example(text=line.strip(), text_of=f"{path.name}/{number}", shortfall=shortfall)


def _of_table() -> Iterator[Example]:
    for line in EXPECTATIONS.read_text(encoding="utf-8").splitlines():
        main, also, polarity, text = line.split("\t")
        others = frozenset(one.strip() for one in also.split(",") if one.strip())
        yield Example(
            text=text,
            text_of=EXPECTATIONS.name,
            shortfall=Polarity(polarity).reports_shortfall,
            expectations=frozenset({main}),
            also=others - {main},
        )


def _of_grammar() -> Iterator[Example]:
    """Yield the labelled sentences of the grammar: many are traps, and hold what a word alone would get wrong."""
    for one in yaml.safe_load(GRAMMAR_SENTENCES.read_text(encoding="utf-8")):
        said = {Polarity(word).reports_shortfall for word in (one["polarity"], *one.get("also", ()))}
        yield Example(
            text=one["text"],
            text_of=GRAMMAR_SENTENCES.name,
            shortfall=said.pop() if len(said) == 1 else None,
        )


def _of_cases() -> Iterator[Example]:
    """Yield the cases of phrases: a hit speaks to its expectation, a miss does not; of the others nobody said."""
    phrases = yaml.safe_load(CASES.read_text(encoding="utf-8"))["phrases"]
    for key, cases in phrases.items():
        for kind in ("hits", "misses"):
            for text in cases.get(kind, ()):
                yield Example(
                    text=text,
                    text_of=CASES.name,
                    shortfall=None,
                    expectations=frozenset({key}) if kind == "hits" else frozenset(),
                    also=frozenset(phrases) - {key},
                )
