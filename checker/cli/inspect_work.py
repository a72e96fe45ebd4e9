"""The work of `checker inspect`: reads one file as a run would and shows all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from checker.cli.loaded import load
from checker.cli.look import Look, count, safe
from checker.cli.running import Answer
from checker.domain.document import Block, BlockKind, ReadStatus
from checker.domain.evidence import Passage
from checker.domain.observation import Observation
from checker.pipeline import read_one
from checker.plugin_manager import PluginSetup
from checker.run.marked_document import MarkedDocument
from checker.values import dataclass

_STATUS = {
    ReadStatus.OK: "read in full",
    ReadStatus.PARTIAL: "READ ONLY IN PART",
    ReadStatus.FAILED: "COULD NOT BE READ",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class InspectJob:
    """A file and how to show it."""

    file: Path
    self_assessment: bool
    as_json: bool
    as_of: str
    packs: tuple[Path, ...]
    look: Look


def inspect_file(job: InspectJob, setup: PluginSetup) -> Answer:
    """Return everything that was read; exit code 1 where that is not the whole file."""
    loaded = load(setup, job.packs)
    marked = read_one(job.file, loaded.plugins, loaded.book, self_assessment=job.self_assessment, as_of=job.as_of)
    if job.as_json:
        text = json.dumps(as_values(marked), ensure_ascii=False, indent=1)
    else:
        text = "\n".join(_lines(marked, job.look))
    return Answer(text=text, code=0 if marked.record.status is ReadStatus.OK else 1)


def as_values(marked: MarkedDocument) -> dict[str, object]:
    """Return what was read as values for JSON."""
    record = marked.record
    told = (
        "name",
        "size",
        "sha256",
        "status",
        "reason",
        "reader",
        "kind",
        "kind_reason",
        "title",
        "council",
        "statement",
    )
    document: dict[str, object] = {name: getattr(record, name) for name in told}
    document |= {"published_score": record.published_score, "date": record.date, "sentences": record.sentences}
    document |= {"recognised": record.recognised, "metadata": dict(sorted(marked.document.metadata.items()))}
    hidden = [asdict(one) for one in marked.document.hidden]
    headings = [_heading_values(block, marked) for block in _headings(marked)]
    sentences = [_sentence_values(passage, marked) for passage in marked.passages]
    members = [{"name": one.name, "size": len(one.data), "problem": one.problem} for one in marked.document.members]
    return {
        "document": document,
        "hidden": hidden,
        "members": members,
        "headings": headings,
        "sentences": sentences,
        "observations": [_observation_values(one) for one in marked.observations],
    }


def _observation_values(one: Observation) -> dict[str, object]:
    return {
        "kind": one.kind,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "value": one.value,
        "attributes": dict(sorted(one.attributes.items())),
        "statement": one.statement,
    }


def _heading_values(block: Block, marked: MarkedDocument) -> dict[str, object]:
    text = marked.document.text[block.start : block.end]
    return {"level": block.level, "text": text, "start": block.start, "end": block.end, "line": block.line}


def _sentence_values(passage: Passage, marked: MarkedDocument) -> dict[str, object]:
    values = {name: value for name, value in asdict(passage).items() if name != "document"}
    values["figures"] = _observed(marked, passage, "figure")
    values["citations"] = _observed(marked, passage, "citation")
    return values


def _observed(marked: MarkedDocument, passage: Passage, kind: str) -> list[str]:
    """Return the words of what was observed in a sentence."""
    return [one.text for one in marked.observations if one.kind == kind and passage.start <= one.start < passage.end]


def _headings(marked: MarkedDocument) -> list[Block]:
    return [block for block in marked.document.blocks if block.kind is BlockKind.HEADING]


def _lines(marked: MarkedDocument, look: Look) -> Iterator[str]:
    yield look.title(safe(marked.record.name))
    yield from look.facts(_facts(marked))
    if headings := _headings(marked):
        yield from ("", look.title("Headings"))
        for block in headings:
            text = safe(marked.document.text[block.start : block.end])
            yield from look.wrapped(f"{'  ' * (block.level - 1)}{text}", 2, _place(block.line, block.start))
    if members := marked.document.members:
        yield from ("", look.title("Files inside, each a document of its own in a run"))
        for member in members:
            yield from look.wrapped(safe(member.name) + (f": {member.problem}" if member.problem else ""), 2)
    if marked.passages:
        yield from ("", look.title("Sentences"))
    for number in range(len(marked.passages)):
        yield from _sentence(number, marked, look)
    yield from _also_observed(marked, look)


def _facts(marked: MarkedDocument) -> Iterator[tuple[str, str]]:
    record = marked.record
    score = "" if record.published_score is None else str(record.published_score)
    reader = f" by {record.reader}" if record.reader else ""
    yield "Status", f"{_STATUS[record.status]}{reader}" + (f": {safe(record.reason)}" if record.reason else "")
    yield "Kind", f"{record.kind.value}: {safe(record.kind_reason)}" if record.kind_reason else record.kind.value
    yield "Title", safe(record.title)
    yield "Council", safe(record.council)
    yield "Statement", record.statement
    yield "Score", f"{score}, as published; never evidence" if score else ""
    yield "Date", record.date
    yield "Says itself", "; ".join(f"{key}: {safe(value)}" for key, value in sorted(marked.document.metadata.items()))
    yield "Sentences", f"{count(record.sentences, 'sentence')}, {record.recognised} of them speak to an expectation"
    yield "Not printed", ", ".join(f"{kind} {number}" for kind, number in record.hidden.items())


def _sentence(number: int, marked: MarkedDocument, look: Look) -> Iterator[str]:
    passage = marked.passages[number]
    yield from look.wrapped(safe(passage.text), 2, _place(passage.line, passage.start))
    if passage.countable:
        yield from look.wrapped("; ".join(marks(passage)), 6)
    else:
        yield f"      no evidence: {_kind_of_block(number, marked)}"
    facts = [
        ("Dates", ", ".join(period.words for period in passage.dates)),
        ("Figures", ", ".join(_observed(marked, passage, "figure"))),
        ("Cites", ", ".join(_observed(marked, passage, "citation"))),
    ]
    for name, value in facts:
        if value:
            yield from look.wrapped(safe(value), 6, f"{name}: ")


_SHOWN_ELSEWHERE = frozenset({"figure", "citation", "measure", "labelled-item"})


def _also_observed(marked: MarkedDocument, look: Look) -> Iterator[str]:
    """Yield what was observed beside figures and citations: acronyms, labels, sections …"""
    found = [one for one in marked.observations if one.kind not in _SHOWN_ELSEWHERE]
    if found:
        yield ""
        yield look.title("Also observed")
    for one in found:
        told = [one.value, *(f"{name}: {value}" for name, value in sorted(one.attributes.items()))]
        words = f"“{one.text[:60]}”" + "".join(f"; {part}" for part in told if part and part != one.text)
        line = one.passage.line if one.passage else None
        yield from look.wrapped(safe(words), 2, f"{one.kind}, {_place(line, one.start)}")


def marks(passage: Passage) -> Iterator[str]:
    """Yield the marks of a passage in words."""
    yield passage.polarity.value
    yield passage.voice or "no voice"
    yield passage.claim.value
    if passage.certainty.value != "asserted":
        yield passage.certainty.value
    if passage.impact:
        yield "a result for people"
    yield "speaks to " + ", ".join(passage.expectations) if passage.expectations else "speaks to no expectation"


def _kind_of_block(number: int, marked: MarkedDocument) -> str:
    blocks, block = marked.document.blocks, marked.sentences[number].block
    return blocks[block].kind.value if block < len(blocks) else "its place"


def _place(line: int | None, start: int) -> str:
    return f"line {line}: " if line else f"at {start}: "
