"""The work of `checker rules`: each function takes what the options say and returns the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from checker.cli.bases import bases_among
from checker.cli.loaded import Loaded, advice_note, load
from checker.cli.look import Look, count, json_text, table
from checker.cli.origin_view import origin_lines
from checker.cli.rule_view import expectation_lines, rule_lines
from checker.cli.running import Answer
from checker.domain.pack import Pack, Rule
from checker.errors import UsageError
from checker.plugin_manager import PluginSetup
from checker.stages.packs.origins import origins_of
from checker.suggestions import suggest
from checker.values import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleQuery:
    """The packs in use, the edition of the framework, and how the answer is to look."""

    packs: tuple[Path, ...]
    edition: str
    look: Look


def list_rules(query: RuleQuery, statements: Sequence[str], as_json: bool, setup: PluginSetup) -> Answer:
    """List the rules of all packs in use, or of some quality statements; those that an overlay switches off too."""
    loaded = load(setup, query.packs, query.edition)
    known = [statement.id for statement in loaded.book.framework.statements]
    for statement in statements:
        if statement not in known:
            raise UsageError(f"there is no quality statement '{statement}' ({suggest(statement, known)})")
    rules = [rule for rule in loaded.book.rules if not statements or rule.statement in statements]
    if as_json:
        return Answer(text=json_text([rule_values(rule) for rule in rules]))
    off = [
        rule for pack in loaded.book.packs for rule in pack.disabled if not statements or rule.statement in statements
    ]
    lines = [*_rule_list(rules, query.look), *_disabled(off, loaded, query.look), "", f"{count(len(rules), 'rule')}."]
    return Answer(text="\n".join(lines))


def show_rule(query: RuleQuery, name: str, why: bool, setup: PluginSetup) -> Answer:
    """Show a rule or an expectation in full, and with `why` where each of its settings comes from."""
    loaded = load(setup, query.packs, query.edition)
    lines = list(shown(name, loaded, query.look))
    if why:
        schemas = {name: criterion.schema for name, criterion in loaded.plugins.criteria().items()}
        origins = origins_of(name, list(loaded.folders.values()), schemas)
        lines += origin_lines(name, origins, loaded, query.look)
    return Answer(text="\n".join(lines))


def shown(name: str, loaded: Loaded, look: Look) -> Iterator[str]:
    """Return the lines about a rule or an expectation; `UsageError` with a suggestion if there is none of this name."""
    if rule := loaded.rule(name):
        return rule_lines(rule, loaded, look)
    if expectation := loaded.expectation(name):
        return expectation_lines(expectation, loaded, look)
    raise loaded.unknown(name)


def validate_packs(folders: Sequence[Path], used: Sequence[Path], edition: str, setup: PluginSetup) -> Answer:
    """Check packs; every mistake is raised as a `DataError`. What else their authors should know goes to stderr."""
    loaded = load(setup, [*bases_among(used, folders), *folders] if folders else used, edition)
    text = "\n".join(f"{_counted(pack)}: no mistakes found." for pack in loaded.book.packs)
    return Answer(text=text, note=advice_note(loaded))


def rule_values(rule: Rule) -> dict[str, object]:
    """Return a rule as values for JSON; `None` where it belongs to no statement or expectation."""
    return {
        "id": rule.id,
        "title": rule.title,
        "statement": rule.statement or None,
        "expectation": rule.expectation or None,
        "criterion": rule.criterion,
        "weight": rule.weight.value,
        "pack": rule.pack,
    }


def _rule_list(rules: Iterable[Rule], look: Look) -> Iterator[str]:
    by_topic = sorted(rules, key=lambda rule: (rule.statement, rule.expectation, rule.id))
    for (statement, expectation), group in groupby(by_topic, key=lambda rule: (rule.statement, rule.expectation)):
        yield look.title(" / ".join(part for part in (statement, expectation) if part) or "the whole run")
        yield from table([(rule.weight.value, rule.id, rule.criterion) for rule in group])


def _disabled(rules: Sequence[Rule], loaded: Loaded, look: Look) -> Iterator[str]:
    """Yield the rules that overlays switch off, with the reason of each."""
    if not rules:
        return
    yield from ("", look.title("Switched off"))
    for rule in rules:
        told = "; ".join(f"{one.pack}: {one.because}" for one in loaded.book.switches_of(rule))
        yield from look.wrapped(told, 2, f"{rule.id}  ")


def _counted(pack: Pack) -> str:
    return f"{pack.id} {pack.version}: {count(len(pack.expectations), 'expectation')}, {count(len(pack.rules), 'rule')}"
