"""What to look at before anything is shared: personal data, hidden matter, drafts, unread files, copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus
from checker.domain.evidence import Passage
from checker.domain.observation import RESIDUE, Observation, Observations
from checker.domain.sharing import MOST_PLACES, Concern, Matter

_NEAR = "nearly the same text as "


def concerns(documents: Iterable[DocumentRecord], observations: Observations) -> tuple[Concern, ...]:
    """Return everything there is to look at, by matter, document and kind."""
    found = [one for record in documents for one in (*_personal(record), *_hidden(record), *_others(record))]
    found += _residue(observations)
    order = list(Matter)
    return tuple(sorted(found, key=lambda one: (order.index(one.matter), one.document, one.kind)))


def _personal(record: DocumentRecord) -> Iterator[Concern]:
    for kind, count in record.masked.items():
        places = tuple(dict.fromkeys(one.place for one in record.masked_at if one.kind == kind))
        yield Concern(matter=Matter.PERSONAL_DATA, document=record.name, kind=kind, count=count, places=places)


def _hidden(record: DocumentRecord) -> Iterator[Concern]:
    for kind, count in record.hidden.items():
        if count:
            yield Concern(matter=Matter.HIDDEN, document=record.name, kind=kind, count=count)


def _others(record: DocumentRecord) -> Iterator[Concern]:
    if record.status is not ReadStatus.OK:
        yield Concern(matter=Matter.NOT_READ, document=record.name, kind=record.reason or "no reason is known")
    if record.same_as:
        yield Concern(matter=Matter.COPY, document=record.name, kind=f"the same as {record.same_as}")
    elif record.near:
        yield Concern(matter=Matter.COPY, document=record.name, kind=f"{_NEAR}{record.near}")


def _residue(observations: Observations) -> Iterator[Concern]:
    by_words: dict[tuple[str, str], list[Observation]] = {}
    for one in observations.kind(RESIDUE):
        by_words.setdefault((one.document, one.value), []).append(one)
    for (document, words), found in by_words.items():
        places = tuple(dict.fromkeys(_place(one.citation) for one in found))[:MOST_PLACES]
        yield Concern(matter=Matter.RESIDUE, document=document, kind=f"“{words}”", count=len(found), places=places)


def _place(passage: Passage) -> str:
    if passage.cell:
        return f"{passage.sheet}!{passage.cell}" if passage.sheet else f"cell {passage.cell}"
    if passage.page:
        return f"page {passage.page}"
    return f"line {passage.line}" if passage.line else f"character {passage.start}"
