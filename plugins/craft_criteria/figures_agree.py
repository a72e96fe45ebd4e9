"""Criterion `figures_agree`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checker import Assessment, Finding, Observation, Outcome, Rule, council_key, counted, listed

from .asking import NO_SELF_ASSESSMENT, fault, met, not_applicable, self_assessments
from .rows_agree import clashing_rows
from .same_figures import differ, half_apart, of_other_places, places_of_one, same_time, set_apart, unit_of
from .schemas import parameters
from .sentences_agree import clashing_sentences

_HARDLY_ALIKE = 0.1
"""For a metric of which there is only one for a period and group, such as a national measure."""
_ALIKE = 0.3
_VERY_ALIKE = 0.6
"""Where one of two figures has no period."""
_ALL_BUT_THE_SAME = 0.75
"""For two figures of one document, which mostly tell of two things."""

_LONGEST_NAME = 80

Pair = tuple[Observation, Observation]


class FiguresAgree:
    """
    Where the self-assessment and another document, or two places of it, give a figure for the same thing and the same
    period, is it the same?

    The same thing: the same metric, unit and groups of people, told of in like words, without words that set two
    apart ("gross" and "net"). For a metric that the lexicon calls exact, hardly a word need be the same. A figure
    that the other document has as well is in order, whatever else stands there. Figures agree within what their last
    printed digit stands for; "about 400" agrees with what is within a tenth. Where only one of two different figures
    has a period a person must look, and their words must be more alike; so must one where only one is told more closely
    ("closed"), and, whether the measure is known or not, where a row of another document's table has all its words in a
    sentence with another figure (`rows_agree`) or another document's sentence has nearly its words (`sentences_agree`).
    Where only one of two names a place, a person must look. Figures of other places, and other councils' documents, are
    left out. It never says which figure is right.
    """

    name = "figures_agree"
    about = "Figures for the same thing and the same period agree."
    schema: Mapping[str, object] = {**parameters(), "x-shows": "contradictions"}

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """Return a finding for each metric with figures that differ, or one that says how many were compared."""
        own = self_assessments(assessment)
        if not own:
            return not_applicable(rule, NO_SELF_ASSESSMENT)
        documents, council = _documents(assessment, own), _names(assessment, own)
        groups: dict[tuple[str, str, str], list[Observation]] = {}
        for one in assessment.observations.kind("measure", documents):
            groups.setdefault(_thing(one), []).append(one)
        tabled = [one for one in assessment.observations.kind("figure", documents) if "row" in one.attributes]
        compared = {key: found for key, found in groups.items() if len(found) > 1}
        pairs: dict[str, list[Pair]] = {}
        for (metric, *_), found in sorted(compared.items()):
            pairs.setdefault(metric, []).extend(_clashes(found, set(own), tabled, council))
        findings = {metric: _finding(rule, metric, clashing, council) for metric, clashing in pairs.items() if clashing}
        shown = {passage.start for finding in findings.values() for passage in finding.citations}
        others = [name for name in documents if name not in own]
        for one, other in _to_look_at(assessment, own, others, council):
            if one.citation.start not in shown:
                findings.setdefault(_name_of(other), _of_like_words(rule, one, other, council))
        return list(findings.values()) or met(rule, _agreed(len(compared)), ["figures for the same thing and period"])


def _documents(assessment: Assessment, own: Sequence[str]) -> list[str]:
    """Return the documents of the same council; those that name none are taken for its own."""
    councils = {council_key(record.council) for record in assessment.readable if record.name in own and record.council}
    return [
        record.name
        for record in assessment.readable
        if not councils or not record.council or council_key(record.council) in councils
    ]


def _names(assessment: Assessment, own: Sequence[str]) -> frozenset[str]:
    """Return the words of the council's name, which as a place mean all of it."""
    names = (record.council for record in assessment.readable if record.name in own and record.council)
    return frozenset(word for name in names for word in (*name.lower().split(), *council_key(name).split()))


def _to_look_at(
    assessment: Assessment, own: Sequence[str], others: Sequence[str], council: frozenset[str]
) -> Iterator[Pair]:
    """Yield pairs of figures of which a person must say whether they are of one thing."""
    yield from clashing_rows(assessment, own, others)
    figures = assessment.observations.kind("figure", own), assessment.observations.kind("figure", others)
    yield from clashing_sentences(*figures, council)


def _thing(one: Observation) -> tuple[str, str, str]:
    told = one.attributes
    return told["metric"], unit_of(one), told.get("population", "")


def _clashes(
    found: Sequence[Observation], own: set[str], tabled: Sequence[Observation], council: frozenset[str]
) -> Iterator[Pair]:
    for first, second in _to_compare(found, own):
        if _one_sentence(first, second) or set_apart(first, second) or of_other_places(first, second, council):
            continue
        if same_time(first, second) and differ(first, second):
            alone = not _is_there(first, second, found, tabled) and not _is_there(second, first, found, tabled)
            if alone and _likeness(first, second) >= _least_likeness(first, second):
                yield first, second


def _to_compare(found: Sequence[Observation], own: set[str]) -> Iterator[Pair]:
    """Yield every two figures of which the self-assessment gives one: it has few, all documents together many."""
    stated = [place for place, one in enumerate(found) if one.document in own]
    for place, one in enumerate(found):
        others = range(place + 1, len(found)) if one.document in own else stated[bisect_right(stated, place) :]
        yield from ((one, found[other]) for other in others)


def _is_there(
    one: Observation, other: Observation, found: Sequence[Observation], tabled: Sequence[Observation]
) -> bool:
    """
    Whether a figure stands in the other's document as well: then that document has both, and tells of two things.

    `found` are figures of the same metric; a figure of a table counts, too, if the words of its row are told with it.
    """
    told = set(one.attributes.get("told", "").split())
    rows = (row for row in tabled if row.document == other.document and set(row.attributes["row"].split()) <= told)
    return any(
        third.document == other.document and third is not one and not differ(one, third) and _overlap(one, third)
        for third in (*found, *rows)
    )


def _overlap(first: Observation, second: Observation) -> bool:
    """Whether two figures may speak of one time: their periods have a day in common, or one has none."""
    one, other = (figure.attributes.get("period", "") for figure in (first, second))
    start, _, end = one.partition("/")
    begin, _, last = other.partition("/")
    return not one or not other or (start <= last and begin <= end)


def _likeness(first: Observation, second: Observation) -> float:
    """Return the share of the words around two figures that both have."""
    one, other = (set(figure.attributes.get("told", "").split()) for figure in (first, second))
    return len(one & other) / len(one | other) if one or other else 1.0


def _least_likeness(first: Observation, second: Observation) -> float:
    surely = all(figure.attributes.get("period") for figure in (first, second))
    if surely and first.attributes.get("exact"):
        return _HARDLY_ALIKE
    if first.document == second.document:
        return _ALL_BUT_THE_SAME
    return _ALIKE if surely and not _may_be_part(first, second) else _VERY_ALIKE


def _may_be_part(first: Observation, second: Observation) -> bool:
    """Whether one count is so much smaller that it may be of some of what the other counts."""
    fewer, more = sorted(Decimal(one.value) for one in (first, second))
    return unit_of(first) == "count" and fewer < more / 2


def _one_sentence(first: Observation, second: Observation) -> bool:
    """Whether both stand in one sentence: "48 flats, 31 of them new" tells of two things."""
    return first.document == second.document and first.citation.start == second.citation.start


def _finding(rule: Rule, metric: str, pairs: Sequence[Pair], council: frozenset[str]) -> Finding:
    sure = [pair for pair in pairs if not _doubt(*pair, council)]
    first, second = (sure or pairs)[0]
    reason = f"{_told(first)}; {_told(second)}. {_doubt(first, second, council) or 'Both are of the same period.'}"
    more = len(pairs) - 1
    if more:
        reason += f" {counted(more, 'more pair')} of figures for this {'differs' if more == 1 else 'differ'}."
    cited = [first.citation, second.citation]
    return fault(rule, Outcome.NOT_MET if sure else Outcome.NEEDS_REVIEW, reason, cited, item=metric)


def _doubt(first: Observation, second: Observation, council: frozenset[str]) -> str:
    """Return why a person must look whether two figures are of one thing; empty where they surely are."""
    if not all(one.attributes.get("period") for one in (first, second)):
        return "One of them has no date."
    if half_apart(first, second) and not first.attributes.get("exact"):
        return (
            "Both are of the same period; one is told more closely than the other, so they may count different things."
        )
    return _of_one_place(first, second, council)


def _of_one_place(first: Observation, second: Observation, council: frozenset[str]) -> str:
    places = places_of_one(first, second, council)
    return f"Only one of them names {listed(places)}, so it may be of a part of the other." if places else ""


def _of_like_words(rule: Rule, one: Observation, other: Observation, council: frozenset[str]) -> Finding:
    where = "a row of the same words" if "row" in other.attributes else "a sentence of like words"
    reason = f"{_told(one)}; {_told(other)} in {where} and the same period: are they the same measure?"
    place = _of_one_place(one, other, council)
    reason += f" {place}" if place else ""
    return fault(rule, Outcome.NEEDS_REVIEW, reason, [one.citation, other.citation], item=_name_of(other))


def _name_of(other: Observation) -> str:
    """Return what a figure is called that no metric names: its row, or its sentence."""
    return other.attributes.get("label", "") or other.citation.text[:_LONGEST_NAME]


def _told(one: Observation) -> str:
    return f"{one.document} says “{one.text}”"


def _agreed(compared: int) -> str:
    if not compared:
        return "No two figures for the same thing were found to compare."
    return f"More than one place has figures for {counted(compared, 'thing')}; none of them differ."
