"""What of a pack has no case: rules, phrases, and what an overlay changes in other packs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from checker.domain.cases import AnyCase, Case, PhraseCase
from checker.domain.finding import Outcome
from checker.domain.pack import Pack, Rule
from checker.domain.tailoring import HIDING, Override, TargetKind, takes_out, words_meant
from checker.errors import Problem
from checker.matching import PhraseMatcher

_DEFAULT = "default."


def untested(pack: Pack, cases: Iterable[AnyCase]) -> tuple[Problem, ...]:
    """
    Return what has no case: a written rule, or a default rule once for its pack, that no case meets or none leaves
    unmet; an expectation without a sentence that its phrases hit or one that they miss; a parameter or words that the
    pack changes in another.
    """
    known = tuple(cases)
    found = (*_untested_rules(pack, known), *_untested_phrases(pack, known), *_untested_changes(pack, known))
    return tuple(sorted(found))


def _untested_rules(pack: Pack, cases: Sequence[AnyCase]) -> Iterator[Problem]:
    outcomes: dict[str, set[Outcome]] = {}
    for case in cases:
        if isinstance(case, Case):
            outcomes.setdefault(case.rule, set()).add(case.outcome)
    for name, rule in _names_in_cases(pack).items():
        found = outcomes.get(name, set())
        if Outcome.MET not in found:
            yield _missing(rule, name, "no case meets this rule", "outcome: met")
        if not any(outcome.is_gap or outcome is Outcome.NEEDS_REVIEW for outcome in found):
            yield _missing(rule, name, "no case leaves this rule unmet", "outcome: not met")


def _names_in_cases(pack: Pack) -> dict[str, Rule]:
    """
    Return each rule under the name that cases call it by; default rules stand there once, and only in the pack whose
    file has them.
    """
    named: dict[str, Rule] = {}
    for rule in pack.rules:
        if rule.default and rule.file and not rule.file.startswith(f"{pack.root}/"):
            continue
        own = rule.id.removeprefix(f"{rule.expectation}.")
        named.setdefault(f"{_DEFAULT}{own}" if rule.default else rule.id, rule)
    return named


def _untested_phrases(pack: Pack, cases: Sequence[AnyCase]) -> Iterator[Problem]:
    known = {(case.expectation, case.hit) for case in cases if isinstance(case, PhraseCase)}
    for expectation in pack.expectations:
        for hit, message in (
            (True, "no sentence shows what its phrases hit"),
            (False, "no sentence shows what they miss"),
        ):
            if (expectation.id, hit) not in known:
                yield Problem(
                    file=expectation.file,
                    line=expectation.line,
                    message=f"{expectation.id}: {message}",
                    expected=f"phrases: {expectation.id}: {'hits' if hit else 'misses'} in a .cases.yaml",
                )


def _missing(rule: Rule, name: str, message: str, outcome: str) -> Problem:
    return Problem(
        file=rule.file, line=rule.line, message=f"{name}: {message}", expected=f"a case with {outcome} in a .cases.yaml"
    )


def _untested_changes(pack: Pack, cases: Sequence[AnyCase]) -> Iterator[Problem]:
    """Yield parameters and words of other packs that this one changes and no case of its own tries."""
    for one in (one for one in pack.overrides if one.in_force):
        words = words_meant(one.setting)
        if words and one.kind is TargetKind.EXPECTATION:
            wanted = "hits" if _lets_in(one) else "misses"
            tried, what = _tries_words(one, cases), f"phrases: {one.target}: {wanted} with one of these words"
        else:
            asked = bool(words) or one.setting.startswith("expects.")
            tried = not asked or any(isinstance(case, Case) and _is_of(case, one) for case in cases)
            what = f"a case of {f'{_DEFAULT}{one.target}' if one.kind is TargetKind.DEFAULT_RULE else one.target}"
        if not tried:
            yield _change(one, what)


def _change(one: Override, wanted: str) -> Problem:
    message = f"{one.target}: no case tries what is changed here ({one.setting})"
    return Problem(file=one.file, line=one.line, message=message, expected=f"{wanted} in a .cases.yaml of this pack")


def _tries_words(one: Override, cases: Sequence[AnyCase]) -> bool:
    """Whether a sentence of the pack's own has one of the words: as a hit if it counts by them, else as a miss."""
    texts = [
        case.text
        for case in cases
        if isinstance(case, PhraseCase) and case.expectation == one.target and case.hit is _lets_in(one)
    ]
    matcher = PhraseMatcher([str(phrase) for phrase in json.loads(one.value)])
    return any(hits for text in texts for hits in matcher.find(text, [(0, len(text))]))


def _lets_in(one: Override) -> bool:
    """Whether more sentences count by a change of words: those that hide others are taken out, or others added."""
    return takes_out(one.setting) is (words_meant(one.setting) == HIDING)


def _is_of(case: Case, one: Override) -> bool:
    """Whether a case is about the rule that is changed; one of a default rule wherever it is asked."""
    if one.kind is TargetKind.DEFAULT_RULE:
        return case.rule == f"{_DEFAULT}{one.target}" or case.rule.endswith(f".{one.target}")
    expectation, _, name = one.target.rpartition(".")
    return case.rule == one.target or (case.rule == f"{_DEFAULT}{name}" and case.expectation == expectation)
