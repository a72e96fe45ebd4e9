"""The least-effort plan: greedy set cover, essential gaps first. Part of `plans`; `METHOD` says it in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.domain.gap_headlines import question_headline, urgency
from checker.domain.pack import Weight
from checker.domain.plans import LeastEffort, Step
from checker.domain.report import GapReport, ReportedFinding

MOST_STEPS = 10
MOST_GAPS = 5
"""So many gaps are looked at together when the next work is sought; a question gathers more, by and by."""

Key = tuple[str, str]


def least_effort(report: GapReport) -> LeastEffort:
    """Return the first steps. The same report gives the same steps: ties go to more gaps, then to the first id."""
    open_gaps = [one for one in report.all_findings if one.is_open and one.expectation]
    every = [one for statement in report.statements for one in statement.expectations]
    groups = _groups(open_gaps, frozenset(one.id for one in every if one.strengths))
    titles = {one.id: one.title for one in every}
    looked_at: set[str] = set()
    works: dict[Key, list[ReportedFinding]] = {}
    while best := _best(groups, looked_at):
        key, gaps = best
        looked_at.update(one.gap_id for one in gaps)
        work = _work_of(key)
        if work in works or len(works) < MOST_STEPS:
            works.setdefault(work, []).extend(gaps)
    steps = tuple(_step(work, gaps, titles) for work, gaps in works.items())
    return LeastEffort(steps=steps, gaps=len(open_gaps), covered=sum(map(len, works.values())))


def _work_of(key: Key) -> Key:
    """Return what makes gaps one piece of work: a question is one in all statements, or it would crowd out the rest."""
    kind, name = key
    return (kind, name.partition("/")[2]) if kind == "question" else key


def _groups(gaps: Sequence[ReportedFinding], begun: frozenset[str]) -> Mapping[Key, list[ReportedFinding]]:
    """
    Return the gaps of each expectation, and those of each question that a statement's expectations share.

    Where nothing affirms an expectation yet, evidence for it is work of its own: only those `begun` share questions.
    """
    groups: dict[Key, list[ReportedFinding]] = {}
    for one in sorted(gaps, key=urgency):
        groups.setdefault(("expectation", one.expectation), []).append(one)
        question = one.rule.removeprefix(f"{one.expectation}.")
        if one.expectation in begun:
            groups.setdefault(("question", f"{one.statement}/{question}"), []).append(one)
    return groups


def _best(
    groups: Mapping[Key, list[ReportedFinding]], looked_at: set[str]
) -> tuple[Key, tuple[ReportedFinding, ...]] | None:
    left = {key: tuple(one for one in gaps if one.gap_id not in looked_at)[:MOST_GAPS] for key, gaps in groups.items()}
    ranked = sorted((*_rank(gaps), key) for key, gaps in left.items() if gaps)
    return (ranked[0][-1], left[ranked[0][-1]]) if ranked else None


def _rank(gaps: Sequence[ReportedFinding]) -> tuple[bool, int, int]:
    """Sort what holds an essential gap before all else: work that leaves those open is not where to begin."""
    essential = any(one.weight is Weight.ESSENTIAL for one in gaps)
    return not essential, -sum(one.priority for one in gaps), -len(gaps)


def _step(key: Key, gaps: Sequence[ReportedFinding], titles: Mapping[str, str]) -> Step:
    kind, name = key
    first = gaps[0]
    of_expectation = kind == "expectation" or len(gaps) == 1
    return Step(
        title=titles.get(first.expectation, name) if of_expectation else question_headline(first),
        statement=first.statement if len({one.statement for one in gaps}) == 1 else "",
        expectation=first.expectation if of_expectation else "",
        gaps=tuple(one.gap_id for one in gaps),
        priority=sum(one.priority for one in gaps),
    )
