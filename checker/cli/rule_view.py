"""A rule or an expectation in words: what it asks, why, of what it is made and where it is defined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.cli.loaded import Loaded
from checker.cli.look import Look, count
from checker.domain.cases import AnyCase, Case, PhraseCase
from checker.domain.framework import FactStatus, Reference
from checker.domain.pack import Expectation, Phrase, Rule

_STATUS = {
    FactStatus.CONFIRMED: "confirmed: the regulator's own words or the law",
    FactStatus.PARTLY_CONFIRMED: "partly confirmed: details are sector guidance",
    FactStatus.DERIVED: "derived: worked out from the law or published guidance, not the regulator's wording",
    FactStatus.UNCONFIRMED: "unconfirmed: sector guidance, not confirmed as the regulator's wording",
}


def rule_lines(rule: Rule, loaded: Loaded, look: Look) -> Iterator[str]:
    """Yield what a person should know of a rule."""
    yield look.title(rule.id)
    yield from look.wrapped(rule.title, 2)
    yield ""
    yield from look.facts(
        [
            ("Why", rule.why),
            ("Asks", loaded.vocabulary().asks(rule.criterion, rule.expects)),
            ("Kind of test", rule.criterion),
            ("Weight", rule.weight.value),
            ("Gap", rule.gap_title),
            ("Remedy", rule.remedy),
            ("Cannot tell", rule.cannot_tell),
            ("Status", _STATUS[rule.status]),
            ("Tested by", count(len(_cases_of(rule, loaded)), "case")),
            ("Reliability", _reliability(rule, loaded)),
            ("Switched off", "; ".join(f"{one.because} ({one.pack})" for one in loaded.book.switches_of(rule))),
            ("Of", rule.expectation or rule.statement or "the whole run"),
            ("Pack", rule.pack),
            ("Defined", loaded.place(rule.file, rule.line) + (" (a default rule)" if rule.default else "")),
        ]
    )
    yield from _phrases("Looks for (its own words)", rule.look_for, look)
    yield from _phrases("Not when", rule.not_when, look)
    yield from _cases(_cases_of(rule, loaded), look)
    yield from _references(rule.references, look)


def expectation_lines(expectation: Expectation, loaded: Loaded, look: Look) -> Iterator[str]:
    """Yield what a person should know of an expectation, with its rules."""
    yield look.title(expectation.id)
    yield from look.wrapped(expectation.title, 2)
    yield ""
    yield from look.facts(
        [
            ("Why", expectation.why),
            ("Statement", expectation.statement),
            ("Serves", "; ".join(_served(expectation, loaded))),
            ("Cannot tell", expectation.cannot_tell),
            ("Status", _STATUS[expectation.status]),
            ("Suspect", expectation.suspect),
            ("Reliability", expectation.reliability),
            ("Pack", expectation.pack),
            ("Defined", loaded.place(expectation.file, expectation.line)),
        ]
    )
    yield from _phrases("Looks for", expectation.look_for, look)
    yield from _phrases("Hints (two of them, or one under a heading that speaks of it)", expectation.hints, look)
    yield from _phrases("Not when", expectation.not_when, look)
    yield from ("", look.title("Rules"))
    for rule in expectation.rules:
        yield from look.wrapped(f"{rule.weight.value}: {rule.title}", 2, f"{rule.id}  ")
    yield from _references(expectation.references, look)


def _reliability(rule: Rule, loaded: Loaded) -> str:
    """Return how reliably the rule's expectation is recognised, as its pack measured it; empty if it did not."""
    expectation = loaded.expectation(rule.expectation)
    return expectation.reliability if expectation else ""


def _served(expectation: Expectation, loaded: Loaded) -> Iterator[str]:
    texts = {one.id: one.text for one in loaded.book.framework.statement(expectation.statement).served}
    yield from (f"{name} (“{texts[name]}”)" if name in texts else name for name in expectation.serves)


def _phrases(title: str, phrases: Iterable[Phrase], look: Look) -> Iterator[str]:
    texts = [phrase.text for phrase in phrases]
    if texts:
        yield from ("", look.title(title), *look.wrapped("; ".join(texts), 2))


def _cases_of(rule: Rule, loaded: Loaded) -> list[Case]:
    names = {rule.id}
    if rule.default:
        names.add("default." + rule.id.removeprefix(f"{rule.expectation}."))
    return [case for case in loaded.cases(rule.pack) if isinstance(case, Case) and case.rule in names]


def _cases(cases: Iterable[AnyCase], look: Look) -> Iterator[str]:
    shown = list(cases)
    if shown:
        yield from ("", look.title("Cases"))
    for case in shown:
        if not isinstance(case, PhraseCase):
            yield from look.wrapped(f"{case.case} → {case.outcome.value}", 2)


def _references(references: Iterable[Reference], look: Look) -> Iterator[str]:
    shown = list(references)
    if shown:
        yield from ("", look.title("Sources"))
    for one in shown:
        yield from look.wrapped(f"{one.title} ({one.status.value}) {one.url}".rstrip(), 2)
