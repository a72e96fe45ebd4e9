"""A report with places and hashes only: no words of any document stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from checker.domain.actions import PlannedAction
from checker.domain.assessment import DocumentRecord
from checker.domain.change import Change
from checker.domain.document import DocumentKind
from checker.domain.evidence import Passage
from checker.domain.gap_id import item_of, without_sentence
from checker.domain.observation import Observation, Observations
from checker.domain.register import FRONT_MATTER
from checker.domain.report import GapReport, ReportedFinding, ReportedStatement
from checker.domain.sharing import Concern, Matter
from checker.stages.sharing.masking_all import Walk
from checker.text.late_patterns import late_pattern
from checker.values import replace

_QUOTED = late_pattern(r"“(?:[^“”]|“[^”]*+”)*+”?|(?<!\w)‘(?:[^’]|’(?=\w))*+’?")
_NOTHING = "[not quoted]"

Clean = Callable[[str], str]


def without_quotes(report: GapReport) -> GapReport:
    """
    Return the report without passages, the words that decided their marks, headings, titles and observations.

    A passage keeps its place and its fingerprint, which stands where its text was. Of the checker's own sentences only
    what they quote is left out, unless it is the name of something that the framework, a pack or a file has given.
    Ids stay: those of questions about a section hold its heading. An id that holds a whole sentence has a hash in its
    place. What people typed into their own plan stays.
    """
    clean = _cleaner(report)
    about = [(one.gap_id, one.item) for one in report.all_findings]
    about += [(gap_id, item_of(gap_id)) for gap_id in _ids_of_people(report)]
    return Walk(_Sentences(about)).through(_unquoted(report, clean))


def _ids_of_people(report: GapReport) -> Iterator[str]:
    """Yield the gap ids of the plan and of decisions: a sentence that no finding is about now is in them alone."""
    for action in report.actions:
        yield from (action.gap_id, *action.row.answered, *action.row.formerly)
    yield from (waiver.gap_id for waiver in report.waivers)
    yield from (attestation.gap_id for attestation in report.attestations)


def unquoted_earlier(report: Mapping[str, Any]) -> Mapping[str, Any]:
    """
    Return an earlier JSON report with hashes in place of the sentences that its findings are about.

    Its gaps then have the ids that they have in a report without quotes, so that the two can be compared.
    """
    return Walk(_Sentences(list(_abouts_in(report)))).through(report)


def _abouts_in(value: object) -> Iterator[tuple[str, str]]:
    """Yield the gap id and the item of every finding in a JSON report."""
    if isinstance(value, Mapping):
        item = value.get("item")
        if isinstance(item, str):
            yield str(value.get("gap_id", "")), item
        for one in value.values():
            yield from _abouts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _abouts_in(one)


class _Sentences:
    """
    Puts a hash in place of the sentences that findings are about, wherever they stand.

    Where an item is itself a gap id, as that of a finding about an action is, only the sentence in that id is hashed:
    by what stands before it the row of that gap is known again.
    """

    def __init__(self, abouts: Sequence[tuple[str, str]]) -> None:
        asked = {gap_id.removesuffix(item) for gap_id, item in abouts if item and gap_id.endswith(f"/{item}")}
        longest_first = sorted({item for _, item in abouts}, key=len, reverse=True)
        sentences = {item: next(filter(item.startswith, sorted(asked)), "") for item in longest_first}
        told = {one: before + without_sentence(one.removeprefix(before)) for one, before in sentences.items()}
        self._told = {one: unquoted for one, unquoted in told.items() if unquoted != one}

    def mask(self, text: str) -> str:
        """Return the text without these sentences."""
        for sentence, told in self._told.items():
            if sentence in text:
                text = text.replace(sentence, told)
        return text

    mask_name = mask

    def mask_private(self, text: str) -> str:
        """Return what people typed, as it is."""
        return text


def _unquoted(report: GapReport, clean: Clean) -> GapReport:
    return replace(
        report,
        documents=tuple(_record(one, clean) for one in report.documents),
        statements=tuple(_statement(one, clean) for one in report.statements),
        findings=_findings(report.findings, clean),
        passages=tuple(map(_passage, report.passages)),
        not_recognised=tuple(map(_passage, report.not_recognised)),
        not_assessed=tuple(replace(one, reason=clean(one.reason)) for one in report.not_assessed),
        warnings=tuple(map(clean, report.warnings)),
        actions=tuple(_action(one, clean) for one in report.actions),
        changes=None if report.changes is None else unquoted_changes(report.changes),
        before_sharing=tuple(_concern(one, clean) for one in report.before_sharing),
        observations=_observations(report.observations),
    )


def unquoted_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return changes without what their reasons quote."""
    return tuple(replace(one, reason=_QUOTED.sub(_NOTHING, one.reason)) for one in changes)


def _cleaner(report: GapReport) -> Clean:
    known = {part for record in report.documents for part in _parts(record.name)}
    known |= {kind.value for kind in DocumentKind}
    known |= {statement.title for statement in report.framework.statements}
    for statement in report.statements:
        known |= {served.text for served in (*statement.i_statements, *statement.commitment_parts)}
        for one in statement.expectations:
            known |= {one.title, *one.looked_for}
    return lambda text: _QUOTED.sub(lambda found: found[0] if found[0][1:-1] in known else _NOTHING, text)


def _parts(name: str) -> set[str]:
    """Return a file's name and what reasons say of it: its folders, and its last part without the suffix."""
    *folders, last = name.replace("!", "/").split("/")
    return {name, *folders, last, last.rpartition(".")[0]}


def _passage(passage: Passage) -> Passage:
    return replace(
        passage,
        text=f"[not quoted: {passage.fingerprint}]" if passage.fingerprint else _NOTHING,
        because=(),
        dates=tuple(replace(one, words="") for one in passage.dates),
        heading_path=(),
    )


def _observation(one: Observation) -> Observation:
    return replace(one, text="", value="", attributes={}, passage=_passage(one.citation))


def _observations(found: Observations) -> Observations:
    kept = {kind: tuple(map(_observation, ones)) for kind, ones in found.by_kind.items()}
    return replace(found, by_kind=kept)


def _record(record: DocumentRecord, clean: Clean) -> DocumentRecord:
    reasons = record.tags.reasons
    owner = "" if reasons.get("owner") == FRONT_MATTER else record.tags.owner
    tags = replace(record.tags, owner=owner, reasons={key: clean(text) for key, text in reasons.items()})
    return replace(
        record,
        title="",
        kind_reason=clean(record.kind_reason),
        reason=clean(record.reason),
        tags=tags,
        not_recognised=tuple(map(_passage, record.not_recognised)),
    )


def _statement(statement: ReportedStatement, clean: Clean) -> ReportedStatement:
    expectations = tuple(replace(one, findings=_findings(one.findings, clean)) for one in statement.expectations)
    section = replace(statement.section, headings=()) if statement.section else None
    return replace(statement, expectations=expectations, findings=_findings(statement.findings, clean), section=section)


def _findings(findings: Iterable[ReportedFinding], clean: Clean) -> tuple[ReportedFinding, ...]:
    return tuple(replace(one, reason=clean(one.reason), searched=tuple(map(clean, one.searched))) for one in findings)


def _action(action: PlannedAction, clean: Clean) -> PlannedAction:
    row = action.row
    if formerly := row.seen.get("formerly", ""):
        told = "\n".join(map(without_sentence, formerly.splitlines()))
        row = replace(row, seen={**row.seen, "formerly": told})
    return replace(action, reason=clean(action.reason), notes=tuple(map(clean, action.notes)), row=row)


def _concern(concern: Concern, clean: Clean) -> Concern:
    return replace(concern, kind="words of a draft" if concern.matter is Matter.RESIDUE else clean(concern.kind))
