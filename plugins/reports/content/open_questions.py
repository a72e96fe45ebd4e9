"""Open gaps by the question that they share: which few kinds of work would change most."""

from __future__ import annotations

from checker import ReportedFinding, Weight, counted, dataclass, question_headline, urgency

from ..wording import number, plain
from .lookup import Lookup

_ONE_IN = 4
"""A question is worth a sentence of its own where it makes up at least one in so many open gaps."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenQuestion:
    """A question of rules that is open for at least one expectation or statement; its gaps, heaviest first."""

    title: str
    gaps: tuple[ReportedFinding, ...]

    @property
    def essential(self) -> int:
        """How many of the gaps are essential."""
        return sum(gap.weight is Weight.ESSENTIAL for gap in self.gaps)

    @property
    def priority(self) -> int:
        """The priority of all gaps together."""
        return sum(gap.priority for gap in self.gaps)

    @property
    def spread(self) -> str:
        """For how much it is open: `3 expectations (2 essential), in 2 quality statements`."""
        grave = f" ({number(self.essential)} essential)" if self.essential else ""
        statements = len({gap.statement for gap in self.gaps})
        within = f", in {counted(statements, 'quality statement')}" if statements > 1 else ""
        things = counted(len(self.gaps), "expectation" if all(gap.expectation for gap in self.gaps) else "question")
        return f"{things}{grave}{within}"


def open_questions(look: Lookup) -> tuple[OpenQuestion, ...]:
    """
    Return them, worst first: what has essential gaps, then by priority in sum.

    Questions about the documents as a whole count only where nothing else is open: one gap for each acronym would
    outweigh missing evidence.
    """
    gaps = [finding for finding in look.report.all_findings if finding.is_open]
    about_evidence = [finding for finding in gaps if finding.statement or finding.expectation]
    groups: dict[str, list[ReportedFinding]] = {}
    for finding in sorted(about_evidence or gaps, key=urgency):
        groups.setdefault(finding.title.partition(": ")[0], []).append(finding)
    found = [OpenQuestion(title=question_of(members[0]), gaps=tuple(members)) for members in groups.values()]
    return tuple(sorted(found, key=lambda one: (not one.essential, -one.priority, one.title)))


def question_of(finding: ReportedFinding) -> str:
    """Return what is missing, in words that gaps of several expectations share."""
    return plain(question_headline(finding))


def one_question_in_many(look: Lookup) -> str:
    """Return a sentence on the question that makes up most open gaps; empty if none stands out."""
    found = open_questions(look)
    total = sum(len(one.gaps) for one in found)
    most = max(found, key=lambda one: len(one.gaps), default=None)
    if most is None or len(found) < 2 or len(most.gaps) < 2 or len(most.gaps) * _ONE_IN < total:
        return ""
    every = sum(finding.is_open for finding in look.report.all_findings)
    told = f"{number(len(most.gaps))} of {'them' if total == every else 'these'} are of one kind: “{most.title}”."
    return told if total == every else f"Whatever their weight, {number(total)} are about the evidence, and {told}"
