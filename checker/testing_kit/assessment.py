"""Builders of what was found, for tests: passages, evidence, documents, assessments, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from checker.domain.assessment import SIDE_OF, Assessment, DocumentRecord, Evidence, EvidenceKey, ExpectationStatus
from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.evidence import Certainty, Claim, Passage, Period, Polarity
from checker.domain.finding import Finding, Outcome
from checker.domain.observation import Observation, Observations
from checker.domain.pack import RuleBook
from checker.domain.report import Named, RunRecord
from checker.testing_kit.book import CATEGORY_OF, STATEMENT, a_book
from checker.values import replace

AS_OF = "2026-01-31"
KEPT_A_SIDE = 5
_CLAIM = {Polarity.PLANNED: Claim.PLANNED}
_CERTAINTY = {Polarity.PLANNED: Certainty.EARLY_STAGE}


def a_passage(
    text: str = "Partners share information through one care record.",
    *,
    document: str = "report.txt",
    start: int = 0,
    expectations: Sequence[str] = ("data-sharing",),
    main: Sequence[str] | None = None,  # else the first expectation
    rules: Sequence[str] = (),
    polarity: Polarity = Polarity.STRENGTH,
    voice: str = "inspector",
    evidence_category: str = "",
    claim: Claim | None = None,  # else `planned` for a plan, `stated` for any other
    impact: bool = False,
    dated: tuple[str, str] | None = None,
) -> Passage:
    """Return a marked sentence, affirming by default; `dated` is the first and last day of a period it speaks of."""
    return Passage(
        document=document,
        start=start,
        end=start + len(text),
        text=text,
        expectations=tuple(expectations),
        main=tuple(expectations[:1] if main is None else main),
        rules=tuple(rules),
        polarity=polarity,
        voice=voice,
        evidence_category=evidence_category or CATEGORY_OF.get(voice, "processes"),
        claim=claim or _CLAIM.get(polarity, Claim.STATED),
        impact=impact,
        certainty=_CERTAINTY.get(polarity, Certainty.ASSERTED),
        dates=(Period(start=dated[0], end=dated[1], words=f"{dated[0]} to {dated[1]}"),) if dated else (),
        fingerprint=f"{abs(start)}-{len(text)}",
    )


def an_evidence(*passages: Passage, key: str = "data-sharing", as_of: str = AS_OF) -> Evidence:
    """Return the evidence of these passages under a key: exact counts of all, the first five a side kept."""
    kept: Counter[object] = Counter()
    few: list[Passage] = []
    for passage in passages:
        kept[SIDE_OF[passage.polarity]] += 1
        if kept[SIDE_OF[passage.polarity]] <= KEPT_A_SIDE:
            few.append(passage)
    dated = [
        (period.end, passage.evidence_category)
        for passage in passages
        if passage.affirmed
        for period in passage.dates
        if period.end <= as_of
    ]
    return Evidence(
        key=key,
        counts=_counts(passages, key),
        passages=tuple(few),
        by_document=_by_document(passages, key),
        latest=max((day for day, _ in dated), default=""),
        latest_by_category={category: day for day, category in sorted(dated)},
        dated=sum(1 for passage in passages if passage.affirmed and passage.dates),
    )


def a_document(
    name: str = "report.txt",
    *,
    status: ReadStatus = ReadStatus.OK,
    reason: str = "",
    kind: DocumentKind = DocumentKind.OTHER,
    council: str = "",
    statement: str = "",
) -> DocumentRecord:
    """Return the record of a document that was read."""
    return DocumentRecord(
        name=name,
        sha256="1" * 64,
        size=100,
        status=status,
        reason=reason,
        reader="text_documents",
        kind=kind,
        council=council,
        statement=statement,
        sentences=0 if status is ReadStatus.FAILED else 4,
    )


def an_assessment(
    *passages: Passage,
    book: RuleBook | None = None,
    documents: Iterable[DocumentRecord] | None = None,
    scope: Sequence[str] = (STATEMENT,),
    as_of: str = AS_OF,
    observations: Iterable[Observation] = (),
) -> Assessment:
    """
    Return an assessment of these passages and observations.

    Passages of one document that would overlap are moved to stand one after another. Without `documents` there is one
    for each name, or one in which nothing was found.
    """
    placed = _one_after_another(passages)
    names = sorted({passage.document for passage in placed}) or ["report.txt"]
    keys = sorted({key for passage in placed for key in passage.expectations + passage.rules})
    return Assessment(
        book=book or a_book(),
        as_of=as_of,
        scope=tuple(scope),
        documents=tuple(a_document(name) for name in names) if documents is None else tuple(documents),
        all_evidence={key: an_evidence(*_under(placed, key), key=key, as_of=as_of) for key in keys},
        observations=Observations.of(observations),
    )


def an_observation(
    kind: str,
    value: str = "",
    *,
    text: str = "Waits fell to 17 days.",
    document: str = "report.txt",
    start: int = 0,
    statement: str = "",
    statements: tuple[str, ...] = (),
    heading: str = "",
    **attributes: str,
) -> Observation:
    """Return an observation of a whole sentence; the other keywords are its attributes."""
    passage = replace(
        a_passage(text, document=document, start=start, expectations=()), heading_path=(heading,) if heading else ()
    )
    return Observation(
        kind=kind,
        start=start,
        end=start + len(text),
        value=value,
        attributes=attributes,
        document=document,
        text=text,
        statements=statements or ((statement,) if statement else ()),
        passage=passage,
    )


def a_finding(rule_id: str = "data-sharing.evidenced", outcome: Outcome = Outcome.NOT_MET, *cited: Passage) -> Finding:
    """Return a finding; where nothing is cited it says that something was searched."""
    return Finding(
        rule_id=rule_id, outcome=outcome, reason="Because.", citations=cited, searched=() if cited else ("x",)
    )


def a_run(settings: Mapping[str, object] | None = None) -> RunRecord:
    """Return a run record of invented versions."""
    return RunRecord(
        checker="0",
        packs=(Named(name="invented", version="1", origin="0" * 64),),
        plugins=(Named(name="core_criteria", version="0", origin="built-in"),),
        framework="invented",
        edition="first",
        as_of=AS_OF,
        settings=settings or {},
        inputs={"report.txt": "1" * 64},
    )


def _under(passages: Iterable[Passage], key: str) -> list[Passage]:
    return [passage for passage in passages if key in passage.expectations + passage.rules]


def _counts(passages: Iterable[Passage], key: str) -> dict[EvidenceKey, int]:
    return dict(
        Counter(
            EvidenceKey(
                polarity=passage.polarity,
                voice=passage.voice,
                evidence_category=passage.evidence_category,
                claim=passage.claim,
                impact=passage.impact,
                main=key in passage.main + passage.rules,
                claim_alone=passage.claim_alone,
            )
            for passage in passages
        )
    )


def _by_document(passages: Sequence[Passage], key: str) -> dict[str, ExpectationStatus]:
    names = sorted({passage.document for passage in passages})
    alone = {name: [passage for passage in passages if passage.document == name] for name in names}
    statuses = {name: Evidence(key=key, counts=_counts(own, key)).status for name, own in alone.items()}
    return {name: status for name, status in statuses.items() if status is not ExpectationStatus.ABSENT}


def _one_after_another(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    ends: dict[str, int] = {}
    placed = []
    for passage in passages:
        start = max(passage.start, ends.get(passage.document, 0))
        end = start + len(passage.text)
        ends[passage.document] = end + 1
        placed.append(replace(passage, start=start, end=end, fingerprint=f"{start}-{len(passage.text)}"))
    return tuple(placed)
