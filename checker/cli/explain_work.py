"""The work of `checker explain`: finds out what is meant, and shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from checker.cli.diff_work import read_report
from checker.cli.failed_plugins import telling_failures
from checker.cli.finding_view import finding_lines
from checker.cli.loaded import Loaded, load
from checker.cli.look import Look, count, safe, shortened
from checker.cli.passage_view import passage_lines
from checker.cli.rules_work import shown
from checker.cli.running import Answer
from checker.domain.document import DocumentKind
from checker.domain.evidence import Passage
from checker.errors import UsageError, shown_path
from checker.pipeline import mark_text, read_one
from checker.plugin_manager import PluginSetup
from checker.report_diff import findings_of
from checker.run.marked_document import MarkedDocument
from checker.suggestions import suggest
from checker.values import dataclass

_LISTED = 80
"""Characters of a sentence in the list of those that are explained."""

_PLACE = re.compile(r"(?P<file>.+):(?P<number>\d+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class ExplainJob:
    """What to explain, and where to look for it."""

    what: str
    file: Path | None
    report: Path | None
    kind: str
    as_of: str
    packs: tuple[Path, ...]
    look: Look


def explain_it(job: ExplainJob, setup: PluginSetup) -> Answer:
    """Explain a finding, a rule, an expectation or passages, whichever is meant; what plugins left out is told."""
    loaded = load(setup, job.packs)
    return telling_failures(Answer(text="\n".join(_explained(job, loaded))), loaded.plugins)


def _explained(job: ExplainJob, loaded: Loaded) -> Iterator[str]:
    if job.report:
        return _finding(job, job.report, loaded)
    if job.file:
        return _passages(_with_words(job, job.file, loaded), loaded, job.look)
    if loaded.rule(job.what) or loaded.expectation(job.what):
        return shown(job.what, loaded, job.look)
    place = _PLACE.fullmatch(job.what)
    if place and Path(place["file"]).exists():
        return _passages(_at(job, Path(place["file"]), int(place["number"]), loaded), loaded, job.look)
    if rule := _rule_of_gap_id(job.what, loaded):
        return _rule_of_finding(rule, loaded, job.look)
    if " " in job.what.strip():
        return _passages(_own_sentence(job, loaded), loaded, job.look, of_a_file=False)
    if place:
        raise UsageError(f"{place['file']}: there is no such file")
    raise loaded.unknown(job.what)


def _finding(job: ExplainJob, file: Path, loaded: Loaded) -> Iterator[str]:
    report = read_report(file)
    try:
        found = [one for one in findings_of(report) if job.what in (one["gap_id"], one["rule"])]
        known = [str(one["gap_id"]) for one in findings_of(report)]
        if not found:
            raise UsageError(f"{shown_path(file)}: there is no finding '{job.what}' ({suggest(job.what, known)})")
        lines = [line for one in found for line in (*finding_lines(one, report, loaded, job.look), "")]
    except (AttributeError, KeyError, TypeError) as error:
        raise UsageError(f"{shown_path(file)}: this is not a whole gap report") from error
    return iter(lines[:-1])


def _rule_of_gap_id(name: str, loaded: Loaded) -> str:
    """Return the rule that a gap id ends with, or an item of it; empty if it is no gap id."""
    return next((part for part in reversed(name.split("/")) if loaded.rule(part)), "")


def _rule_of_finding(rule: str, loaded: Loaded, look: Look) -> Iterator[str]:
    yield from shown(rule, loaded, look)
    yield ""
    yield from look.wrapped("What a run found: checker explain GAP_ID --report out/gap-report.json")


def _with_words(job: ExplainJob, file: Path, loaded: Loaded) -> tuple[Passage, ...]:
    marked = _read(job, file, loaded)
    words = _folded(job.what)
    found = tuple(passage for passage in marked.passages if words in _folded(passage.text))
    if not found:
        raise UsageError(f"{shown_path(file)}: no sentence has the words '{job.what}'")
    return found


def _at(job: ExplainJob, file: Path, number: int, loaded: Loaded) -> tuple[Passage, ...]:
    """Return the sentence that begins at a character; those on a line; both where both are there."""
    marked = _read(job, file, loaded)
    found = tuple(one for one in marked.passages if one.start == number or number in _lines_of(one))
    if not found:
        near = min((one.line for one in marked.passages if one.line), key=lambda line: abs(line - number), default=0)
        tip = f" (the nearest sentence is on line {near})" if near else ""
        message = f"no sentence stands on line {number}, and none begins at character {number}{tip}"
        raise UsageError(f"{shown_path(file)}: {message}")
    return found


def _lines_of(passage: Passage) -> range:
    return range(passage.line, passage.line + passage.text.count("\n") + 1) if passage.line else range(0)


def _own_sentence(job: ExplainJob, loaded: Loaded) -> tuple[Passage, ...]:
    kinds = [kind.value for kind in DocumentKind]
    if job.kind and job.kind not in kinds:
        raise UsageError(f"there is no kind of document '{job.kind}' ({suggest(job.kind, kinds)})")
    marked = mark_text(job.what, loaded.plugins, loaded.book, kind=job.kind, as_of=job.as_of)
    found = tuple(passage for passage in marked.passages if passage.countable)
    if not found:
        raise UsageError(f"'{job.what}' holds no sentence that could be evidence")
    return found


def _read(job: ExplainJob, file: Path, loaded: Loaded) -> MarkedDocument:
    marked = read_one(file, loaded.plugins, loaded.book, as_of=job.as_of)
    if not marked.passages:
        raise UsageError(f"{shown_path(file)}: {marked.record.reason or 'there is no sentence in it'}")
    return marked


def _passages(passages: tuple[Passage, ...], loaded: Loaded, look: Look, *, of_a_file: bool = True) -> Iterator[str]:
    if len(passages) > 1:
        yield from _listed(passages, look, of_a_file=of_a_file)
    for number, passage in enumerate(passages):
        if number:
            yield ""
        yield from passage_lines(passage, loaded, look, of_a_file=of_a_file)


def _listed(passages: Sequence[Passage], look: Look, *, of_a_file: bool) -> Iterator[str]:
    """Yield all sentences that are explained, before the first of them fills the screen, and how to choose one."""
    yield look.title(f"{count(len(passages), 'sentence')}, each explained below")
    for passage in passages:
        where = f" (begins at character {passage.start})" if of_a_file else ""
        yield from look.wrapped(f"“{shortened(safe(passage.text), _LISTED)}”{where}", 2, "- ")
    if of_a_file:
        first = passages[0]
        yield from look.wrapped(f"One alone: checker explain FILE:{first.start}, the character at which it begins.", 2)
    yield ""


def _folded(text: str) -> str:
    return safe(text).casefold()
