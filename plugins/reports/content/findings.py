"""How a finding is told: what was asked, the answer, the reason, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import Outcome, ReportedFinding, counted, replace, urgency

from ..safe_text import shortened
from ..wording import FLAG_WORDS, OUTCOME_WORDS, expected, number, phrases, plain
from .belonging import belongs
from .decided import decided
from .decided_briefly import actions_told
from .lookup import Lookup, quote
from .naming import called
from .parts import Box, Fold, Heading, Line, Link, Paragraph, Part, Strong, Table, Tag, words

TO_ACT_ON = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.NEEDS_REVIEW, Outcome.NOT_ASSESSED)
_NOTHING_TO_DO = (Outcome.MET, Outcome.NOT_APPLICABLE, Outcome.NOT_ASSESSED)
"""Outcomes that the rule's remedy would not change."""

_LONGEST_QUOTE = 400


def outcome_tag(outcome: Outcome) -> Tag:
    """Return an outcome in words."""
    return Tag(OUTCOME_WORDS[outcome], outcome.value, "outcome")


def finding_box(finding: ReportedFinding, look: Lookup, *, level: int, position: int = 0) -> Box:
    """
    Return a finding as a box under a heading of `level`.

    With a `position` it stands on the first page: numbered, and leading to its full text further down.
    """
    number_before = f"{position}. " if position else ""
    parts: list[Part] = [Heading(level=level, text=f"{number_before}{called(finding, look)}")]
    parts += [Paragraph(line=_answer(finding, look))]
    if finding.remedy and finding.outcome not in _NOTHING_TO_DO:
        parts.append(Paragraph(line=(Strong("What to do: "), plain(finding.remedy))))
    parts += _more(finding, look) if not position else _where(finding, look)
    anchor = "" if position else look.anchor("gap", finding.gap_id)
    whose = None if position else belongs(finding, look)
    return Box(parts=tuple(parts), value=finding.outcome.value, anchor=anchor, belongs=whose)


def findings(found: Sequence[ReportedFinding], look: Lookup, *, level: int) -> Iterator[Part]:
    """Yield a heading and what needs somebody to act, heaviest first; then the other answers, folded."""
    to_act_on = [finding for finding in found if finding.outcome in TO_ACT_ON]
    others = [finding for finding in found if finding.outcome not in TO_ACT_ON]
    if to_act_on:
        yield Heading(level=level, text=_title(to_act_on))
    if _all_failed_alike(to_act_on):
        first, asked = to_act_on[0], counted(len(to_act_on), "question")
        told = Paragraph(line=words(f"{asked} could not be asked. {plain(first.reason)}"))
        yield Box(parts=(told,), value=first.outcome.value, belongs=belongs(first, look))
        to_act_on = []
    for finding in sorted(to_act_on, key=urgency):
        yield finding_box(finding, look, level=level + 1)
    yield from other_answers(others, look)


def other_answers(others: Sequence[ReportedFinding], look: Lookup) -> Iterator[Part]:
    """Yield the answers after which nobody needs to act, folded; nothing where there are none."""
    if others:
        yield Fold(summary=_others(others), parts=(_table(others, look),))


def _all_failed_alike(to_act_on: Sequence[ReportedFinding]) -> bool:
    """Whether nothing could be asked here, for one reason: saying so once is enough."""
    reasons = {finding.reason for finding in to_act_on if finding.outcome is Outcome.NOT_ASSESSED}
    return len(to_act_on) > 1 and len(reasons) == 1 and all(one.outcome is Outcome.NOT_ASSESSED for one in to_act_on)


def _title(to_act_on: Sequence[ReportedFinding]) -> str:
    gaps = sum(finding.is_gap for finding in to_act_on)
    review = sum(finding.outcome is Outcome.NEEDS_REVIEW for finding in to_act_on)
    failed = len(to_act_on) - gaps - review
    parts = [counted(gaps, "gap")] if gaps else []
    parts += [f"{number(review)} to decide"] if review else []
    parts += [f"{number(failed)} not assessed"] if failed else []
    return ", ".join(parts).capitalize()


def _others(others: Sequence[ReportedFinding]) -> str:
    met = sum(finding.outcome is Outcome.MET for finding in others)
    rest = len(others) - met
    verb = "does" if rest == 1 else "do"
    return f"Other questions asked: {number(met)} met" + (f", {number(rest)} {verb} not apply" if rest else "")


def _answer(finding: ReportedFinding, look: Lookup) -> Line:
    flags = ", ".join(FLAG_WORDS[flag] for flag in finding.flags)
    weight = f" ({finding.weight.value}{', ' + flags if flags else ''}): "
    return (outcome_tag(finding.outcome), weight, look.reason(finding))


def _where(finding: ReportedFinding, look: Lookup) -> Iterator[Part]:
    yield from _decided_by(finding, look)
    if planned := actions_told(finding, look):
        yield Paragraph(line=(Strong("Action: "), f"{planned}."))
    expectation = look.expectations.get(finding.expectation)
    text = f"What is {expected(expectation.title)}" if expectation else "Full finding"
    link = Link(text, f"#{look.gap_target(finding)}")
    statement = look.titles.get(finding.statement, "") if len(look.in_scope) > 1 else ""
    within = f", in {statement}" if statement else ""
    yield Paragraph(line=(link, f"{within}. Priority {number(finding.priority)}."), style="note")


def _decided_by(finding: ReportedFinding, look: Lookup) -> Iterator[Part]:
    """Yield the sentence that a gap rests on, so that a misreading is seen at once."""
    if passage := look.deciding(finding):
        whole = quote(passage, look)
        yield replace(whole, text=shortened(whole.text, _LONGEST_QUOTE))


def _more(finding: ReportedFinding, look: Lookup) -> Iterator[Part]:
    yield from decided(finding, look)
    if finding.why and not look.extent.brief:
        yield Paragraph(line=(Strong("Why it matters: "), plain(finding.why)))
    if finding.item:
        yield Paragraph(line=(Strong("Concerns: "), look.titles.get(finding.item) or plain(finding.item)))
    if finding.searched and finding.outcome is not Outcome.MET and not finding.expectation:
        yield Paragraph(line=(Strong("Looked for: "), phrases(finding.searched, look.extent.phrases)))
    yield from look.quotes(look.cited(finding.citations)) if not finding.expectation else ()
    tail = f" Priority {number(finding.priority)}." if finding.is_open else ""
    yield Paragraph(line=words(f"Rule {plain(finding.rule)}.{tail}"), style="note")


def _table(others: Sequence[ReportedFinding], look: Lookup) -> Table:
    rows = tuple(_row(finding, look) for finding in others)
    first = others[0]
    where = look.titles.get(first.expectation) or look.titles.get(first.statement) or "The documents as a whole"
    return Table(caption=f"Other questions asked: {where}", head=("Question", "Answer", "Why", "Rule"), rows=rows)


def _row(finding: ReportedFinding, look: Lookup) -> tuple[Line, ...]:
    answer = (outcome_tag(finding.outcome),)
    return (words(plain(finding.title)), answer, words(look.reason(finding)), words(plain(finding.rule)))
