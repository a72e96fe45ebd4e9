"""What would embarrass a council: the questions whose rules say what they expose, and masked personal data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker import Outcome, ReportedFinding, Weight, counted, listed

from ..safe_text import shortened
from ..wording import expected, number, plain
from .lookup import Lookup
from .parts import Items, Line, Link, Paragraph, Part, Strong, words

_LONGEST, _SHORT = 90, 50
_SHARING = Link("Before you share", "#before-sharing")
_WEIGHTS = tuple(Weight)


def embarrassing(look: Lookup) -> Iterator[Part]:
    """Yield how much of each was found and what the first is about, the gravest first; then what needs no look."""
    asked = _asked(look)
    lines = [_exposure(name, found, look) for name, found in asked.items() if _in_numbers(found)]
    if masked := _masked(look):
        times = counted(masked, "place", "places")
        lines.append((Strong("Personal data"), f" is masked in {times}: see ", _SHARING, "."))
    quiet = _quiet({name: found for name, found in asked.items() if not _in_numbers(found)})
    lines += [words(f"{state}: {listed(names)}.") for state, names in quiet.items()]
    if lines:
        yield Items(items=tuple(lines))
    else:
        yield Paragraph(line=("No rule about that was asked. See ", _SHARING, "."))


def embarrassing_in_a_line(look: Lookup, at_most: int) -> str:
    """
    Return the names and counts alone, gravest first, with the name of what the first is about. What has no room in so
    many signs is counted.
    """
    told: list[str] = []
    for name, found in _asked(look).items():
        if numbers := _in_numbers(found):
            item = "" if told else _item(_first(found), look, _SHORT)
            told.append(f"{name}: {numbers}{f' ({item})' if item else ''}")
    if masked := _masked(look):
        told.append(f"personal data masked in {counted(masked, 'place')}")
    if not told:
        return "Nothing that the rules look for was found."
    shown = [one for place, one in enumerate(told) if not place or len("; ".join(told[: place + 1])) <= at_most]
    rest = [f"{number(len(told) - len(shown))} more"] if len(shown) < len(told) else []
    return f"{'; '.join([*shown, *rest])}."


def _asked(look: Lookup) -> dict[str, list[ReportedFinding]]:
    """Return the findings of each question, what weighs most first."""
    asked: dict[str, list[ReportedFinding]] = {}
    for finding in look.report.all_findings:
        if finding.exposes:
            asked.setdefault(plain(finding.exposes), []).append(finding)
    return dict(sorted(asked.items(), key=lambda one: _gravity(one[1], look)))


def _gravity(found: Sequence[ReportedFinding], look: Lookup) -> tuple[int, int, int]:
    """
    Sort what is missing before what is there in part, then by weight; what a person must decide comes last. Of equal
    ones those about a quality statement or an expectation come before details such as a figure.
    """
    gaps = [one for one in found if one.is_open]
    outcomes = (Outcome.NOT_MET, Outcome.PARTLY_MET)
    worst = min((outcomes.index(one.outcome) for one in gaps), default=len(outcomes))
    weight = min((_WEIGHTS.index(one.weight) for one in gaps), default=len(_WEIGHTS))
    return worst, weight, min((_breadth(one, look) for one in gaps), default=3)


def _masked(look: Lookup) -> int:
    return sum(sum(record.masked.values()) for record in look.report.documents)


def _exposure(name: str, found: Sequence[ReportedFinding], look: Lookup) -> Line:
    """Return how much was found and what the first is about."""
    first, many = _first(found), len(_open(found) or _to_decide(found))
    item = _item(first, look, _LONGEST)
    example = f" ({'first: ' if many > 1 else ''}{item})" if item else ""
    named = name[:1].upper() + name[1:]
    return (Strong(named), ": ", Link(_in_numbers(found), f"#{look.gap_target(first)}"), example)


def _first(found: Sequence[ReportedFinding]) -> ReportedFinding:
    return (_open(found) or _to_decide(found))[0]


def _item(finding: ReportedFinding, look: Lookup, longest: int) -> str:
    named = shortened(look.titles.get(finding.item) or plain(finding.item), longest)
    return expected(named) if finding.item in look.expectations else named


def _breadth(finding: ReportedFinding, look: Lookup) -> int:
    """Sort what a whole quality statement lacks first, then an expectation, then details such as a figure."""
    is_statement = any(finding.item == one.id for one in look.report.statements)
    return 0 if is_statement else 1 if finding.item in look.expectations else 2


def _open(found: Sequence[ReportedFinding]) -> list[ReportedFinding]:
    return [finding for finding in found if finding.is_open]


def _to_decide(found: Sequence[ReportedFinding]) -> list[ReportedFinding]:
    return [finding for finding in found if finding.outcome is Outcome.NEEDS_REVIEW]


def _in_numbers(found: Sequence[ReportedFinding]) -> str:
    """Return how much of a question needs a look; empty where nothing does."""
    gaps, review = len(_open(found)), len(_to_decide(found))
    told = [f"{number(gaps)} found"] if gaps else []
    told += [f"{number(review)} for a person to decide"] if review else []
    return ", ".join(told)


def _quiet(asked: dict[str, list[ReportedFinding]]) -> dict[str, list[str]]:
    """Return the names of what needs no look, by the reason; that nothing was found is only one."""
    quiet: dict[str, list[str]] = {}
    for name, found in asked.items():
        quiet.setdefault(_none(found), []).append(name)
    return quiet


def _none(found: list[ReportedFinding]) -> str:
    if all(finding.outcome is Outcome.NOT_APPLICABLE for finding in found):
        return "Not asked in this run"
    failed = any(finding.outcome is Outcome.NOT_ASSESSED for finding in found)
    return "Could not be assessed" if failed else "Waived" if any(one.is_gap for one in found) else "None found"
