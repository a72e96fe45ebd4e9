"""What is different between two packs, or between two editions of a framework: values in, differences out."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from checker.domain.framework import Framework
from checker.domain.pack import Expectation, Phrase, Rule
from checker.pack_diff.difference import Compared, Difference, DifferenceKind
from checker.pack_diff.reasons import Reasons, targets_of_expectation, targets_of_rule
from checker.pack_diff.weights import of_word_weights
from checker.pack_diff.words import of_lexicons, of_personal_data
from checker.values import replace

_PHRASES = ("look_for", "hints", "not_when")
_OF_EXPECTATIONS = (
    "title",
    "serves",
    "subtopic",
    "why",
    "cannot_tell",
    "also_when_impact",
    "one_kind_of_partner",
    "main_before",
    "status",
    *_PHRASES,
)
_OF_RULES = (
    *("title", "gap_title", "criterion", "weight", "why", "remedy", "cannot_tell", "status", "look_for", "not_when"),
)


def compare_packs(old: Compared, new: Compared) -> tuple[Difference, ...]:
    """
    Return every difference, sorted; one that all rules made from a default rule share is told once.

    What overlays change is told with their reason; what they say and does not count is told as without effect.
    """
    reasons = Reasons(old, new)
    found = [*_expectations(old, new, reasons), *_rules(old, new, reasons), *reasons.left()]
    found += [*of_lexicons(old, new), *of_personal_data(old, new), *of_word_weights(old, new)]
    if old.framework and new.framework:
        found += [*_edition(old.framework, new.framework), *_wording(old.framework, new.framework, new.expectations)]
    return tuple(sorted(found))


def _expectations(old: Compared, new: Compared, reasons: Reasons) -> Iterator[Difference]:
    before, after = {one.id: one for one in old.expectations}, {one.id: one for one in new.expectations}
    off = [{one.id for one in side.set_aside} for side in (old, new)]
    found = list(_come_and_gone("expectation", before, after, *off))
    for name in before.keys() & after.keys():
        sides = (_told(one, _OF_EXPECTATIONS) for one in (before[name], after[name]))
        found += _settings("expectation", name, *sides)
    every = {**before, **after}
    for one in found:
        known, targets = every[one.id], targets_of_expectation(one.id)
        for part in reasons.apart(replace(one, title=known.title, rules=len(known.rules)), targets):
            yield reasons.told(part, targets)


def _rules(old: Compared, new: Compared, reasons: Reasons) -> Iterator[Difference]:
    """
    Yield differences of rules. Default rules of an expectation that came or went are no differences of their own, and
    neither are any rules of one that is switched off.
    """
    common = {one.id for one in old.expectations} & {one.id for one in new.expectations}
    aside = {one.id for one in (*old.set_aside, *new.set_aside)}
    before, after = _asked(old, common, aside), _asked(new, common, aside)
    titles = [{one.id: one.title for one in side.expectations} for side in (old, new)]
    off = [{one.id for one in side.disabled} for side in (old, new)]
    found = list(_come_and_gone("rule", before, after, *off))
    for name in before.keys() & after.keys():
        sides = [_of_rule(rule, known) for rule, known in zip((before[name], after[name]), titles, strict=True)]
        found += _settings("rule", name, *sides)
    every = {**before, **after}
    about = ((_named(one, every[one.id]), targets_of_rule(every[one.id])) for one in found)
    told = (reasons.told(part, targets) for one, targets in about for part in reasons.apart(one, targets))
    for one in _defaults_once(told, every, titles[0] | titles[1]):
        yield replace(one, keeps=_keeping(one, after)) if one.thing == "default rule" and one.setting else one


def _keeping(one: Difference, after: Mapping[str, Rule]) -> tuple[tuple[str, str], ...]:
    """Return the expectations whose rule a changed default rule of its pack does not reach, with the value of each."""
    packs = {after[f"{name}.{one.id}"].pack for name in one.touches if f"{name}.{one.id}" in after}
    same = [rule for rule in after.values() if rule.default and rule.id == f"{rule.expectation}.{one.id}"]
    others = [rule for rule in same if rule.pack in packs and rule.expectation not in one.touches]
    values = ((rule.expectation, str(_of_rule(rule, {}).get(one.setting, ""))) for rule in others)
    return tuple(sorted((name, value) for name, value in values if value != one.new))


def _named(one: Difference, rule: Rule) -> Difference:
    return replace(one, title=rule.title, criterion=rule.criterion)


def _asked(side: Compared, common: Collection[str], aside: Collection[str]) -> dict[str, Rule]:
    kept = (rule for rule in side.rules if rule.expectation not in aside)
    return {rule.id: rule for rule in kept if not rule.default or rule.expectation in common}


def _defaults_once(
    found: Iterable[Difference], rules: Mapping[str, Rule], titles: Mapping[str, str]
) -> Iterator[Difference]:
    shared: dict[Difference, list[str]] = {}
    for one in found:
        rule = rules[one.id]
        if rule.default:
            general = replace(
                one,
                thing="default rule",
                id=rule.id.removeprefix(f"{rule.expectation}."),
                title=rule.title.replace(titles.get(rule.expectation, "{title}"), "{title}"),
            )
            shared.setdefault(general, []).append(rule.expectation)
        else:
            yield one
    for one, names in shared.items():
        yield replace(one, touches=tuple(sorted(names)))


def _come_and_gone(
    thing: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
    was_off: Collection[str],
    is_off: Collection[str],
) -> Iterator[Difference]:
    for name in before.keys() - after.keys():
        kind = DifferenceKind.SWITCHED_OFF if name in is_off else DifferenceKind.REMOVED
        yield Difference(thing=thing, id=name, kind=kind)
    for name in after.keys() - before.keys():
        kind = DifferenceKind.SWITCHED_ON if name in was_off else DifferenceKind.ADDED
        yield Difference(thing=thing, id=name, kind=kind)


def _settings(thing: str, name: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[Difference]:
    changed = DifferenceKind.CHANGED
    for setting in sorted(before.keys() | after.keys()):
        old, new = before.get(setting, ""), after.get(setting, "")
        if isinstance(old, tuple) and isinstance(new, tuple):
            gone = "; ".join(item for item in old if item not in new)
            come = "; ".join(item for item in new if item not in old)
            if gone or come:
                yield Difference(thing=thing, id=name, kind=changed, setting=setting, old=gone, new=come)
        elif old != new:
            yield Difference(thing=thing, id=name, kind=changed, setting=setting, old=str(old), new=str(new))


def _told(one: Expectation | Rule, settings: Iterable[str]) -> dict[str, object]:
    """Return settings as text; lists as tuples of text."""
    values = {setting: getattr(one, setting) for setting in settings}
    return {setting: _plain(value) for setting, value in values.items()}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(item.text if isinstance(item, Phrase) else str(item) for item in value)
    return str(value)


def _of_rule(rule: Rule, titles: Mapping[str, str]) -> dict[str, object]:
    """Return the settings of a rule; in a default rule the expectation's title is a gap to be filled."""
    told = _told(rule, _OF_RULES)
    told |= {f"expects.{key}": json.dumps(value, ensure_ascii=False) for key, value in rule.expects.items()}
    title = titles.get(rule.expectation, "")
    if not (rule.default and title):
        return told
    return {key: value.replace(title, "{title}") if isinstance(value, str) else value for key, value in told.items()}


def _edition(old: Framework, new: Framework) -> Iterator[Difference]:
    rows = {
        "label": (old.edition.label, new.edition.label),
        "status": (old.edition.status.value, new.edition.status.value),
        "published scores": tuple(", ".join(map(str, sorted(one.score_labels))) or "none" for one in (old, new)),
        "rating levels": tuple(", ".join(one.edition.rating_levels) or "none" for one in (old, new)),
    }
    for setting, (before, after) in rows.items():
        if before != after:
            yield Difference(
                thing="edition", id=new.edition.id, kind=DifferenceKind.CHANGED, setting=setting, old=before, new=after
            )


def _wording(old: Framework, new: Framework, expectations: Iterable[Expectation]) -> Iterator[Difference]:
    known = tuple(expectations)
    before, after = _texts(old), _texts(new)
    for place in sorted(before.keys() | after.keys()):
        was, now = before.get(place, ""), after.get(place, "")
        statement, served = place
        if was != now:
            kind = DifferenceKind.CHANGED if was and now else DifferenceKind.ADDED if now else DifferenceKind.REMOVED
            rest = tuple(one.id for one in known if one.statement == statement and served in one.serves)
            yield Difference(
                thing="wording", id=statement, kind=kind, setting=served, old=was, new=now, touches=tuple(sorted(rest))
            )


def _texts(framework: Framework) -> dict[tuple[str, str], str]:
    found = {(statement.id, "title"): statement.title for statement in framework.statements}
    found |= {(statement.id, "commitment"): statement.commitment for statement in framework.statements}
    return found | {(one.id, served.id): served.text for one in framework.statements for served in one.served}
