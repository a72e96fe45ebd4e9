"""What is said of a pack, an expectation and a rule, whatever the format."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.domain.cases import AnyCase, Case, PhraseCase
from checker.domain.coverage import Unserved
from checker.domain.framework import Framework, QualityStatement, Reference
from checker.domain.pack import Expectation, Pack, Phrase, Rule
from checker.pack_diff import Difference
from checker.previews.parts import Heading, Items, Paragraph, Part, SignOff, Sources, Table
from checker.previews.tailoring import tailoring_parts, unserved_parts
from checker.previews.vocabulary import Vocabulary
from checker.previews.weighing import weighed_parts
from checker.previews.wording import STATUS_WORDS, WEIGHT_WORDS, phrase_words
from checker.values import dataclass, replace

_CASE_COLUMNS = ("Rule", "Case", "Text", "Outcome")


@dataclass(frozen=True, kw_only=True, slots=True)
class Described:
    """
    A pack with all that a reader needs beside it: words for settings, its cases, what it changes in the packs that it
    extends, and what these then no longer ask about.
    """

    pack: Pack
    framework: Framework
    words: Vocabulary
    cases: Sequence[AnyCase] = ()
    changes: Sequence[Difference] = ()
    unserved: Sequence[Unserved] = ()

    def statement(self, name: str) -> QualityStatement:
        """Return a quality statement of the framework."""
        return self.framework.statement(name)

    def statements(self) -> list[QualityStatement]:
        """Return the quality statements that the pack speaks of, in the framework's order."""
        named = {one.statement for one in self.pack.expectations} | {one.statement for one in self.pack.statement_rules}
        return [one for one in self.framework.statements if one.id in named]

    def expectations(self, statement: str) -> list[Expectation]:
        """Return the expectations of one quality statement, in the order of the pack."""
        return [one for one in self.pack.expectations if one.statement == statement]

    def other_rules(self, statement: str = "") -> list[Rule]:
        """Return the rules of a whole statement; without one those of the whole run."""
        return [rule for rule in self.pack.statement_rules if rule.statement == statement]


def default_rules(described: Described) -> dict[str, Rule]:
    """Return each default rule once, by its own id, in the form in which most expectations are asked it."""
    found: dict[str, list[Rule]] = {}
    for expectation in described.pack.expectations:
        for rule in expectation.rules:
            if rule.default:
                found.setdefault(own_id(rule), []).append(rule)
    return {name: _usual(rules) for name, rules in found.items()}


def own_id(rule: Rule) -> str:
    """Return a default rule's id without its expectation's."""
    return rule.id.removeprefix(f"{rule.expectation}.")


def expectation_parts(one: Expectation, described: Described, level: int) -> Iterator[Part]:
    """Yield what an expectation is: why, whom it serves, what is looked for, what it cannot tell, sources."""
    served = {each.id: each.text for each in described.statement(one.statement).served}
    yield Heading(level=level, text=one.title)
    yield Paragraph(text=one.why)
    if one.suspect:
        yield Paragraph(text=one.suspect, note=True)
    yield Items(title="It serves", items=tuple(f"“{served[name]}” ({name})" for name in one.serves if name in served))
    yield from words_parts(one.look_for, one.hints, one.not_when)
    yield Paragraph(text=STATUS_WORDS[one.status], note=True)
    if one.cannot_tell:
        yield Paragraph(text=f"What this cannot tell: {one.cannot_tell}", note=True)
    yield from sources(one.references)


def words_parts(look_for: Sequence[Phrase], hints: Sequence[Phrase], not_when: Sequence[Phrase]) -> Iterator[Part]:
    """Yield what is looked for, in words; every form of a word counts."""
    for title, phrases in (
        ("What is looked for (one is enough; every form of a word counts)", look_for),
        ("What counts only together or under a heading that speaks of it", hints),
        ("What does not count", not_when),
    ):
        if phrases:
            yield Items(title=title, items=tuple(phrase_words(phrase.text) for phrase in phrases), running=True)


def rule_parts(rule: Rule, described: Described, level: int) -> Iterator[Part]:
    """Yield what a rule asks, why, how much it matters and what to do about a gap."""
    yield Heading(level=level, text=rule.title)
    yield Paragraph(text=_asked(rule, described.words))
    yield Paragraph(text=f"Why: {rule.why}")
    if rule.gap_title:
        yield Paragraph(text=f"A gap is called: {rule.gap_title}")
    yield Paragraph(text=f"What to do about a gap: {rule.remedy}")
    yield from words_parts(rule.look_for, (), rule.not_when)
    yield Paragraph(text=STATUS_WORDS[rule.status], note=True)
    if rule.cannot_tell:
        yield Paragraph(text=f"What this cannot tell: {rule.cannot_tell}", note=True)
    yield from sources(rule.references)


def defaults_table(one: Expectation, usual: Mapping[str, Rule], words: Vocabulary) -> Iterator[Part]:
    """Yield how the default rules are asked of one expectation, as far as it is not the usual way."""
    asked = {own_id(rule): rule for rule in one.rules if rule.default}
    rows = []
    for name, rule in usual.items():
        if name not in asked:
            rows.append((name, "is not asked here"))
        elif _settings(asked[name]) != _settings(rule):
            rows.append((name, _asked(asked[name], words)))
    if rows:
        yield Table(caption="Default rules that are different here", head=("Default rule", "Here"), rows=tuple(rows))


def cases_table(names: Iterable[str], expectation: str, described: Described) -> Iterator[Part]:
    """Yield the examples that rules and phrases are tested by."""
    wanted = set(names)
    rows = []
    for case in described.cases:
        if isinstance(case, PhraseCase) and case.expectation == expectation:
            rows.append(
                ("the words", "a hit" if case.hit else "a miss", case.text, "found" if case.hit else "not found")
            )
        elif isinstance(case, Case) and case.rule in wanted:
            rows.append((case.rule, case.case, " / ".join(case.given), case.outcome.value))
    if rows:
        yield Table(caption="Examples that it is tested by", head=_CASE_COLUMNS, rows=tuple(rows))


def sources(references: Iterable[Reference]) -> Iterator[Part]:
    """Yield where it comes from."""
    found = tuple((one.title, one.url, one.status.value) for one in references)
    if found:
        yield Sources(sources=found)


def sign_off_parts(described: Described) -> Iterator[Part]:
    """Yield a whole pack for sign-off: statement by statement, each expectation with its rules and room to sign."""
    pack, usual = described.pack, default_rules(described)
    yield Heading(level=1, text=pack.title)
    yield from _about(described)
    yield from tailoring_parts(described.changes, described.words)
    yield from unserved_parts(described.unserved)
    for statement in described.statements():
        yield Heading(level=2, text=f"{statement.number}. {statement.title}")
        yield Paragraph(text=f"The commitment: {statement.commitment}")
        for one in described.expectations(statement.id):
            yield from expectation_parts(one, described, 3)
            yield from defaults_table(one, usual, described.words)
            for rule in one.rules:
                if not rule.default:
                    yield from rule_parts(rule, described, 4)
            yield SignOff(about=one.title)
        yield from _rules("Rules of the whole statement", described.other_rules(statement.id), described)
    if usual:
        yield Heading(level=2, text="Asked of every expectation")
        for rule in usual.values():
            yield from rule_parts(_general(rule, described), described, 3)
        yield SignOff(about="Asked of every expectation")
    yield from _rules("Rules of the whole run", described.other_rules(), described)
    yield from weighed_parts(pack.word_weights, described.words)
    yield from _releases(pack)


def _rules(title: str, rules: Sequence[Rule], described: Described) -> Iterator[Part]:
    if rules:
        yield Heading(level=2, text=title)
    for rule in rules:
        yield from rule_parts(rule, described, 3)
        yield SignOff(about=rule.title)


def _about(described: Described) -> Iterator[Part]:
    pack, edition = described.pack, described.framework.edition
    rows = (
        ("Pack", f"{pack.id}, version {pack.version}"),
        ("Author", pack.author),
        ("Date", pack.date),
        ("Licence", pack.licence),
        ("Framework", f"{described.framework.title}, {described.framework.publisher}"),
        ("Edition", f"{edition.label} ({edition.status.value})"),
        ("Builds on", ", ".join(pack.extends)),
    )
    yield Table(caption="About this pack", head=("What", "Which"), rows=tuple(row for row in rows if row[1]))
    if edition.about:
        yield Paragraph(text=edition.about, note=True)
    publisher = described.framework.publisher
    yield Paragraph(
        text=f"Not made or endorsed by {publisher}. What is not confirmed is a reading of the framework.", note=True
    )
    for line in described.framework.attribution:
        yield Paragraph(text=line, note=True)


def _releases(pack: Pack) -> Iterator[Part]:
    if pack.releases:
        yield Heading(level=2, text="Versions")
        released = tuple((one.version, one.date, one.text) for one in pack.releases)
        yield Table(caption="Versions", head=("Version", "Date", "What is new"), rows=released)


def _general(rule: Rule, described: Described) -> Rule:
    """Return a default rule with a general word in place of the title of its expectation."""
    title = next(one.title for one in described.pack.expectations if one.id == rule.expectation)
    words = {name: getattr(rule, name).replace(title, "…") for name in ("title", "gap_title", "why", "remedy")}
    return replace(rule, **words)


def _usual(rules: Sequence[Rule]) -> Rule:
    (settings, _), *_ = Counter(_settings(rule) for rule in rules).most_common(1)
    return next(rule for rule in rules if _settings(rule) == settings)


def _settings(rule: Rule) -> tuple[str, str]:
    return rule.weight.value, json.dumps(dict(rule.expects), sort_keys=True, default=str)


def _asked(rule: Rule, words: Vocabulary) -> str:
    return f"{words.asks(rule.criterion, rule.expects)} Weight: {WEIGHT_WORDS[rule.weight]}.".strip()
