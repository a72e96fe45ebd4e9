"""Observes the sections of a self-assessment: their size, whom they let speak, for and against, how they read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker import BlockKind, Observation, Polarity

from .figure_forms import figures_in
from .labels import Labels
from .view import Line, View

LONG_SENTENCE = 35
"""Sentences of more words are long."""
LONG_WORD = 10
"""Words of so many letters or more are long."""
_LONGEST_ITEM = 8
"""Words of the longest item of a list that may end as a sentence does."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|need|needs|we|they|it|there|applicable|nothing)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")


def observe_sections(
    view: View, labels: Labels, statement_of: Mapping[str, str] | None = None
) -> Iterator[Observation]:
    """
    Yield one observation for each heading with the text below it up to the next heading, and one for what stands above
    the first. `value` is the number of words; the attributes count what they name, and are left out where that is 0.

    `statement_of` says whose an expectation is: `speaks.STATEMENT` counts the sentences that speak to one of a
    statement's, `placed` those that speak to any.
    """
    for own in _sections(view):
        first = own[0]
        body = [line for line in own if line.block.kind is not BlockKind.HEADING and line.passage.countable]
        counts = _counts(body, labels, view) + _placed(body, statement_of or {})
        heading = first.passage.text if first.block.kind is BlockKind.HEADING else ""
        attributes = {name: str(number) for name, number in sorted(counts.items()) if number}
        if heading:
            attributes["heading"] = heading[:200]
            attributes["level"] = str(first.block.level)
            if label := view.words.label(heading):
                attributes["label"] = label
        words = counts["words"]
        yield Observation(kind="section", start=own[0].start, end=own[-1].end, value=str(words), attributes=attributes)


def _sections(view: View) -> Iterator[list[Line]]:
    own: list[Line] = []
    for line in view.lines:
        if line.block.kind is BlockKind.METADATA:
            continue
        if line.block.kind is BlockKind.HEADING and own:
            yield own
            own = []
        own.append(line)
    if own:
        yield own


def _counts(body: Sequence[Line], labels: Labels, view: View) -> Counter[str]:
    counts: Counter[str] = Counter(words=0)
    for line in body:
        words = WORD.findall(line.passage.text)
        counts["sentences"] += 1
        counts["words"] += len(words)
        counts["long_words"] += sum(len(word) >= LONG_WORD for word in words)
        counts["long_sentences"] += len(words) > LONG_SENTENCE
        counts["passive"] += line.has("passive")
        counts[f"voice.{line.passage.voice}"] += 1
        counts[f"polarity.{line.passage.polarity.value}"] += 1
        label = labels.of(line)
        counts[f"under.{label}"] += bool(label)
        if _is_weakness(line, label, view) and not view.words.is_whole(line.passage.text, "nothing-named"):
            counts["weakness"] += 1
            counts[f"weakness.{label}"] += bool(label)
    return counts


def _placed(body: Sequence[Line], statement_of: Mapping[str, str]) -> Counter[str]:
    """Count sentences by the quality statements to which they speak."""
    counts: Counter[str] = Counter()
    for line in body:
        passage = line.passage
        named = {statement_of[key] for key in passage.expectations if key in statement_of}
        counts["placed"] += bool(named)
        counts.update(f"speaks.{statement}" for statement in named)
    return counts


def _is_weakness(line: Line, label: str, view: View) -> bool:
    """
    Whether a sentence says that something is not good enough, by its words or by the label that it stands under. "We
    have no areas for development" and "there is always more to do" say nothing of the kind; under such a label, neither
    do praise, what is to go on ("we will build on this success"), and a sentence that names nothing amiss.
    """
    told = line.passage.polarity in (Polarity.SHORTFALL, Polarity.MIXED)
    return (told or (label == "improve" and _is_listed(line, view))) and not line.has("no-weakness")


def _is_listed(line: Line, view: View) -> bool:
    """
    Whether what stands under "Areas for development" is one: an item without a verb ("Timeliness of reviews"), words of
    lack, a figure, or what somebody other than the council says.
    """
    praise = line.passage.polarity is Polarity.STRENGTH and line.has("strong-claim", "pride")
    told = line.has("lack") or line.passage.voice != view.recognised.default_voice or _is_item(line)
    figure = next(figures_in(view.text, line.start, line.end), None)
    return (told or figure is not None) and not praise and not line.has("carrying-on")


def _is_item(line: Line) -> bool:
    words = line.passage.text.rstrip()
    if line.block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL) or not words.endswith("."):
        return True
    return len(words.split()) <= _LONGEST_ITEM and not _VERB.search(words)
