"""Checks of statement files and rules: what they name must exist, and their parameters must suit the criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.domain.document import DocumentKind
from checker.errors import Problem
from checker.stages.packs.checks import repeated
from checker.stages.packs.files import RawPack
from checker.stages.packs.framework_checks import KnownFramework, check_name
from checker.suggestions import suggest
from checker.values import dataclass
from checker.yaml_checks.node import Node
from checker.yaml_checks.schema import bad_schema, value_problems

Criteria = Mapping[str, Mapping[str, object]]
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_ID = re.compile(r"[a-z0-9-]+")
_SERVED = "I statement or part of the commitment"
_RESERVED = ("default", "phrases")


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What rules may name. `framework` is `None` where none could be read: what would be named of it is not checked."""

    criteria: Criteria
    framework: KnownFramework | None


def check_rules(packs: Sequence[RawPack], known: Known) -> Iterator[Problem]:
    """Yield what is wrong with statement files, default rules and rules beyond their schemas."""
    order = _order(packs)
    for pack in packs:
        statements = (file.get("statement") for file in pack.of("expectations"))
        yield from repeated(statements, "statement", "one file of a pack for each statement")
        for file in pack.of("expectations"):
            yield from _check_statement(file, known)
        for rule in pack.default_rules():
            yield from _check_criterion(rule, known)
            yield from check_placeholders(rule)
        for rule in pack.written_rules():
            yield from _check_criterion(rule, known)
        for file, expectation in pack.expectations():
            yield from _check_expectation(expectation)
            yield from _check_order(file, expectation, packs)
            yield from _check_circle(expectation, order)
            yield from _check_overrides(expectation, pack, known)


def _check_statement(file: Node, known: Known) -> Iterator[Problem]:
    statement = file.get("statement")
    if known.framework is None or not statement.text:
        return
    if statement.text not in known.framework.statements:
        names = set(known.framework.statements) - {""}
        message = f"the framework has no quality statement '{statement.text}'"
        yield statement.problem(message, suggest(statement.text, names))
        return
    for expectation in file.nodes("expectations"):
        for served in expectation.texts("serves"):
            yield from check_name(served, _SERVED, known.framework.served(statement.text))
        yield from check_name(expectation.get("subtopic"), "sub-topic", known.framework.subtopics(statement.text))


def _check_expectation(expectation: Node) -> Iterator[Problem]:
    name = expectation.get("id").text
    if name in _RESERVED:
        yield expectation.get("id").problem(f"an expectation cannot be called '{name}'", "another id")
    for rule in expectation.nodes("rules"):
        rule_id = rule.get("id")
        if _ID.fullmatch(name) and rule_id.text and not rule_id.text.startswith(f"{name}."):
            last = rule_id.text.rpartition(".")[2]
            message = f"the rule '{rule_id.text}' does not begin with its expectation's id"
            yield rule_id.problem(message, f"{name}.{last}")


def _check_order(file: Node, expectation: Node, packs: Sequence[RawPack]) -> Iterator[Problem]:
    """Whoever comes second in a sentence is an expectation of the same statement, in any pack of the run."""
    if not expectation.has("main_before"):
        return
    statement, own = file.get("statement").text, expectation.get("id").text
    others = {
        other.get("id").text
        for pack in packs
        for its_file, other in pack.expectations()
        if its_file.get("statement").text == statement and other.get("id").text != own
    }
    for second in expectation.texts("main_before"):
        yield from check_name(second, "other expectation of this statement", others)


def _order(packs: Sequence[RawPack]) -> Mapping[str, Sequence[str]]:
    """Return by expectation, in any pack of the run, those that come second to it."""
    found: dict[str, list[str]] = {}
    for pack in packs:
        for _, one in pack.expectations():
            found.setdefault(one.get("id").text, []).extend(second.text for second in one.texts("main_before"))
    return found


def _check_circle(expectation: Node, order: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """No expectation comes before itself by way of others; such a circle is told once, at the first of its ids."""
    own = expectation.get("id").text
    for second in expectation.texts("main_before"):
        way = _way(second.text, own, order)
        if len(way) > 1 and own == min(way):
            told = " before ".join(f"'{name}'" for name in (own, *way))
            yield second.problem(f"the order goes round in a circle: {told}", "an order that ends")


def _way(start: str, end: str, order: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Return a shortest way in the order, both ends with it; empty if there is none."""
    ways, seen = [[start]], {start}
    for way in ways:  # which grows
        if way[-1] == end:
            return way
        fresh = [one for one in order.get(way[-1], ()) if one not in seen]
        seen.update(fresh)
        ways += [[*way, one] for one in fresh]
    return ()


def _check_overrides(expectation: Node, pack: RawPack, known: Known) -> Iterator[Problem]:
    if "default-rules" in pack.unread:
        return
    defaults = {rule.get("id").text: rule for rule in pack.default_rules()}
    for override in expectation.get("defaults").members():
        rule = defaults.get(override.key)
        if rule is None:
            yield override.problem(f"there is no default rule '{override.key}'", suggest(override.key, defaults))
        elif override.has("expects") and not list(_check_criterion(rule, known)):
            criterion = rule.get("criterion").text
            yield from check_expects(criterion, override.get("expects"), known, merged(rule, override))


def merged(rule: Node, override: Node) -> dict[str, object]:
    """Return the parameters of a default rule with those that an expectation sets instead."""
    ours, theirs = rule.get("expects").value, override.get("expects").value
    return {**(ours if isinstance(ours, dict) else {}), **(theirs if isinstance(theirs, dict) else {})}


def _check_criterion(rule: Node, known: Known) -> Iterator[Problem]:
    criterion = rule.get("criterion")
    if not criterion.text:
        return
    if criterion.text not in known.criteria:
        message = f"no plugin provides the criterion '{criterion.text}'"
        yield criterion.problem(message, suggest(criterion.text, known.criteria))
        return
    schema = known.criteria[criterion.text]
    if broken := bad_schema(schema):
        message = f"the criterion '{criterion.text}' has a broken schema: {broken}"
        yield criterion.problem(message, "ask the plugin's author")
        return
    expects = rule.get("expects").value
    yield from check_expects(criterion.text, rule.get("expects"), known, {} if expects is None else expects)
    if "look_for" in _listed(schema.get("x-needs")) and not rule.texts("look_for"):
        message = f"the rule can never be met: the criterion '{criterion.text}' needs words of the rule's own"
        yield rule.problem(message, "look_for: a list of phrases")


def check_expects(criterion: str, expects: Node, known: Known, value: object) -> Iterator[Problem]:
    """Yield what is wrong with the parameters `value` of a criterion, of which `expects` holds those written here."""
    if not isinstance(value, dict):
        return
    schema = known.criteria[criterion]
    title = f"'expects' for the criterion '{criterion}'"
    yield from value_problems(expects.source, expects.place, value, schema, title=title)
    yield from check_formats(expects, schema, known.framework)


def check_formats(written: Node, schema: Mapping[str, object], framework: KnownFramework | None) -> Iterator[Problem]:
    """Check values that are names: their `format` is `voice`, `evidence-category` or `document-kind` in the schema."""
    known = {"document-kind": {kind.value for kind in DocumentKind}}
    if framework:
        known |= {"voice": framework.voices, "evidence-category": framework.categories}
    properties = schema.get("properties")
    for key, asked in properties.items() if isinstance(properties, Mapping) else ():
        items = asked.get("items") if isinstance(asked, Mapping) else None
        for part, nodes in ((asked, [written.get(key)]), (items, written.texts(key))):
            name = part.get("format") if isinstance(part, Mapping) else None
            for node in nodes if name in known else ():
                yield from check_name(node, str(name).replace("-", " "), known[str(name)])


def check_placeholders(rule: Node) -> Iterator[Problem]:
    """Yield places in the words of a default rule that nothing would fill."""
    for key in ("title", "gap_title", "why", "remedy"):
        for found in _PLACEHOLDER.findall(rule.get(key).text):
            if found != "{title}":
                yield rule.get(key).problem(f"nothing fills the place {found}", "{title}, the expectation's title")


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, (list, tuple)) else ()
