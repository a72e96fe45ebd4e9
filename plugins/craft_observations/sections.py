"""Observes the sections of a self-assessment: their size, whom they let speak, for and against, how they read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from checker import BlockKind, Observation, Polarity

from .labels import Labels
from .view import Line, View

LONG_SENTENCE = 35
"""Sentences of more words are long."""
LONG_WORD = 10
"""Words of so many letters or more are long."""
WORD = re.compile(r"[^\W\d_][\w’'-]*")


def observe_sections(view: View, labels: Labels) -> Iterator[Observation]:
    """
    Yield one observation for each heading with the text below it up to the next heading, and one for what stands above
    the first. `value` is the number of words; the attributes count what they name, and are left out where that is 0.
    """
    for own in _sections(view):
        first = own[0]
        body = [line for line in own if line.block.kind is not BlockKind.HEADING and line.passage.countable]
        counts = _counts(body, labels, view)
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
        if _is_weakness(line, label) and not view.words.is_whole(line.passage.text, "nothing-named"):
            counts["weakness"] += 1
            counts[f"weakness.{label}"] += bool(label)
    return counts


def _is_weakness(line: Line, label: str) -> bool:
    """
    Whether a sentence says that something is not good enough, by its words or by the label that it stands under. "We
    have no areas for development" and "there is always more to do" say nothing of the kind; under such a label, neither
    do praise and what is to go on ("we will build on this success").
    """
    told = line.passage.polarity in (Polarity.SHORTFALL, Polarity.MIXED)
    praise = line.passage.polarity is Polarity.STRENGTH and line.has("strong-claim", "pride")
    listed = label == "improve" and not praise and not line.has("carrying-on")
    return (told or listed) and not line.has("no-weakness")
