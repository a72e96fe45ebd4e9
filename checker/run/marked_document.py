"""One document read and marked: what a worker makes of a file, and what the run keeps of it."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.assessment import DocumentRecord, Evidence
from checker.domain.document import Document, Recognised, Sentence
from checker.domain.evidence import Passage
from checker.domain.observation import Observation
from checker.plugin_host.calls import PluginFailure
from checker.stages.evidence import Observed
from checker.values import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkedDocument:
    """
    A document with everything that was made of it; `passages` has one for each of `sentences`, `observations` are all.
    """

    document: Document
    recognised: Recognised
    sentences: tuple[Sentence, ...]
    passages: tuple[Passage, ...]
    record: DocumentRecord
    tallied: Mapping[str, Evidence] = field(default_factory=dict)
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentFacts:
    """
    What a run keeps of a document: its record, its tallies and a few observations. Small, and goes between processes.

    `lines` are its sentences as the passages format needs them; empty unless they were asked for. `sketch` tells copies
    by their text. `inside` are the facts of all files inside this one, at any depth, each after its container; theirs
    is empty.
    """

    record: DocumentRecord
    tallied: Mapping[str, Evidence] = field(default_factory=dict)
    observed: Observed = field(default_factory=Observed)
    lines: tuple[str, ...] = ()
    failures: tuple[PluginFailure, ...] = ()
    warnings: tuple[str, ...] = ()
    sketch: tuple[int, ...] = ()
    inside: tuple[DocumentFacts, ...] = ()
