"""What follows from a report for whoever plans the work: where little effort does most, and what rests on little."""

from __future__ import annotations

from checker.values import dataclass, field

METHOD = (
    "Each step is one piece of work: evidence for one expectation; or one question that several expectations leave "
    "open, where each of them has some evidence already. Steps that close an essential gap come first, then each time "
    "the one whose open gaps, five of a quality statement at most, have the highest priority in sum; what is left of a "
    "question joins the step that asks it. It is an order of work, not the only one, and promises no result."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """
    One piece of work: the open gaps that it could close, and their priorities in sum.

    `expectation` is empty where it is one question of several, `statement` where these are of several statements.
    """

    title: str
    statement: str
    expectation: str
    gaps: tuple[str, ...]
    priority: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LeastEffort:
    """The first steps, with how many open gaps there are (`gaps`) and how many of these the steps cover."""

    steps: tuple[Step, ...] = ()
    gaps: int = 0
    covered: int = 0
    method: str = METHOD


@dataclass(frozen=True, kw_only=True, slots=True)
class SingleSupport:
    """A document that is the only one to affirm these expectations: if it is challenged, they have nothing."""

    document: str
    expectations: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Contradiction:
    """Places that say different things of the same: the finding that shows it, what it is of, and the documents."""

    gap_id: str
    item: str
    documents: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plans:
    """
    `single_supports` come with most expectations first. `own_word_only` are expectations that only the assessed
    organisation's own voices affirm.
    """

    least_effort: LeastEffort = field(default_factory=LeastEffort)
    single_supports: tuple[SingleSupport, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    own_word_only: tuple[str, ...] = ()
