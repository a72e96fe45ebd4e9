"""Reads sentences with the lexicons that the project ships, for tests of `evidence_context`."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path

from checker_plugins.core_criteria import checker_criteria
from checker_plugins.evidence_context import checker_qualify_evidence
from checker_plugins.evidence_context.cues import SentenceCues, index_of

from checker import Document, Qualifiers, Recognised, RuleBook, Sentence
from checker.stages.packs import load_rule_book

COUNCIL = Recognised(
    default_voice="local-authority", default_category="processes", first_person_voice="local-authority"
)
INSPECTOR = Recognised(default_voice="inspector", default_category="processes", first_person_voice="inspector")


@lru_cache(maxsize=1)
def shipped_book() -> RuleBook:
    """Return the packs that the project ships."""
    criteria = {criterion.name: criterion.schema for criterion in checker_criteria()}
    folder = Path(str(resources.files("checker_rules"))) / "cqc_local_authority"
    return load_rule_book([folder], criteria=criteria)


def read_all(*texts: str, document: Recognised = INSPECTOR) -> list[Qualifiers]:
    """Return what is said of sentences that follow each other."""
    text = " ".join(texts)
    starts = [sum(len(before) + 1 for before in texts[:number]) for number in range(len(texts))]
    sentences = [Sentence(start=start, end=start + len(one), block=0) for start, one in zip(starts, texts, strict=True)]
    return list(checker_qualify_evidence(Document(name="a.txt", text=text), sentences, document, shipped_book()))


def read(text: str, document: Recognised = INSPECTOR) -> Qualifiers:
    """Return what is said of one sentence."""
    return read_all(text, document=document)[0]


def cues_of(text: str) -> SentenceCues:
    """Return the cues of one sentence."""
    return index_of(shipped_book()).find(text, [(0, len(text))])[0]
