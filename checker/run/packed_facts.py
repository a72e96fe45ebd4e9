"""
Facts of a document as bytes, on their way between processes or into a file: plain values, and no others.

Most of them are passages, and most passages stand in several places: each is written once, with its number there.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable

from msgspec import msgpack

from checker.domain.evidence import Passage
from checker.plain_pickle import dumped, loaded
from checker.run.marked_document import DocumentFacts
from checker.values import dataclass, replace

_VALUES = "checker.domain."
_OTHERS = frozenset(
    {
        ("checker.run.marked_document", "DocumentFacts"),
        ("checker.stages.evidence.observing", "Observed"),
        ("checker.plugin_host.calls", "PluginFailure"),
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Slim:
    """
    Facts without the passages of their tallies and observations; by their numbers, where `passages` stand there.

    `inside` are those of the files inside.
    """

    facts: DocumentFacts
    passages: tuple[Passage, ...]
    in_tallies: dict[str, tuple[int, ...]]
    in_observations: tuple[int | None, ...]
    inside: tuple[_Slim, ...]


_decode = msgpack.Decoder(_Slim).decode


def packed(facts: DocumentFacts) -> bytes:
    """Return the facts as bytes: in a sixth of the time that Python's own way takes."""
    try:
        return msgpack.encode(_slim(facts))
    except UnicodeEncodeError:  # half of a character pair, as the name of a file may have
        return dumped(facts)


def unpacked(data: bytes) -> DocumentFacts:
    """Return the facts in `data`. Any exception for bytes that are none."""
    if not data.startswith(pickle.PROTO):
        return _whole(_decode(data))
    found = loaded(data, _may_be_there)
    if not isinstance(found, DocumentFacts):
        msg = f"{type(found).__name__} where facts of a document are asked for"
        raise TypeError(msg)
    return found


def _slim(facts: DocumentFacts) -> _Slim:
    passages = _Numbered()
    in_tallies = {key: passages.numbers(evidence.passages) for key, evidence in facts.tallied.items()}
    kept = facts.observed.kept
    in_observations = tuple([None if one.passage is None else passages.number(one.passage) for one in kept])
    return _Slim(
        facts=replace(
            facts,
            tallied={key: replace(evidence, passages=()) for key, evidence in facts.tallied.items()},
            observed=replace(facts.observed, kept=tuple([replace(one, passage=None) for one in kept])),
            inside=(),
        ),
        passages=tuple(passages.found),
        in_tallies=in_tallies,
        in_observations=in_observations,
        inside=tuple([_slim(one) for one in facts.inside]),
    )


def _whole(slim: _Slim) -> DocumentFacts:
    facts, passages = slim.facts, slim.passages
    tallied = {
        key: replace(evidence, passages=tuple([passages[number] for number in slim.in_tallies[key]]))
        for key, evidence in facts.tallied.items()
    }
    kept = [
        one if number is None else replace(one, passage=passages[number])
        for one, number in zip(facts.observed.kept, slim.in_observations, strict=True)
    ]
    return replace(
        facts,
        tallied=tallied,
        observed=replace(facts.observed, kept=tuple(kept)),
        inside=tuple([_whole(one) for one in slim.inside]),
    )


class _Numbered:
    """Passages in the order in which they were met, each once: the very same ones, not those that are alike."""

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self._numbers: dict[int, int] = {}

    def number(self, passage: Passage) -> int:
        number = self._numbers.setdefault(id(passage), len(self.found))
        if number == len(self.found):
            self.found.append(passage)
        return number

    def numbers(self, passages: Iterable[Passage]) -> tuple[int, ...]:
        return tuple(map(self.number, passages))


def _may_be_there(module: str, name: str) -> bool:
    return module.startswith(_VALUES) or (module, name) in _OTHERS
