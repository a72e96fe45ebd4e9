"""Every criterion, every role of lexicons and every output format that plugins offer, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from checker.domain.assessment import Assessment
from checker.domain.change import Comparison
from checker.domain.finding import Finding
from checker.domain.pack import Rule
from checker.domain.report import GapReport
from checker.errors import UsageError
from checker.hookspecs import LexiconForm
from checker.plugin_host import offer_answers
from checker.plugin_host.asking import Asking
from checker.plugin_host.offers import OfferedCriterion, OfferedReporter, OfferedRole, by_name, not_assessed


class Catalogue:
    """Plugins are asked when one of these is first needed, and once."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    @cached_property
    def criteria(self) -> Mapping[str, OfferedCriterion]:
        """Every criterion by name, sorted. `PluginError` naming both plugins where a name is offered twice."""
        answers = self._asking.each("checker_criteria", {}, offer_answers.criteria)
        calls = self._asking.calls
        return by_name([OfferedCriterion.of(one, plugin, calls) for plugin, found in answers for one in found])

    @cached_property
    def lexicons(self) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
        """By lexicon and role the schema of settings. `PluginError` naming both plugins for a role offered twice."""
        answers = self._asking.each("checker_lexicons", {}, offer_answers.lexicons, ours=_ours)
        roles = [role for plugin, found in answers for one in found for role in OfferedRole.all_of(one, plugin)]
        known: dict[str, dict[str, Mapping[str, object]]] = {}
        for one in by_name(roles).values():
            known.setdefault(one.lexicon, {})[one.role] = one.schema
        return known

    @cached_property
    def reporters(self) -> Mapping[str, OfferedReporter]:
        """Every reporter by name, sorted. `PluginError` naming both plugins where a name is offered twice."""
        answers = self._asking.each("checker_reporters", {}, offer_answers.reporters)
        calls = self._asking.calls
        return by_name([OfferedReporter.of(one, plugin, calls) for plugin, found in answers for one in found])

    def evaluate(self, rule: Rule, assessment: Assessment) -> tuple[Finding, ...]:
        """Return the findings of a rule; `not assessed` where no plugin provides its criterion or it fails."""
        criterion = self.criteria.get(rule.criterion)
        if criterion is None:
            return (not_assessed(rule, f"No plugin provides the criterion '{rule.criterion}'."),)
        return criterion.evaluate(rule, assessment)

    def render(self, name: str, report: GapReport) -> Iterator[bytes]:
        """Yield a report in chunks. `UsageError` for an unknown format."""
        reporter = self.reporters.get(name)
        if reporter is None:
            raise UsageError(f"There is no format '{name}' (known: {', '.join(self.reporters)}).")
        return reporter.render(report)

    def render_changes(self, name: str, comparison: Comparison) -> Iterator[bytes]:
        """Yield what changed between two reports. `UsageError` for a format that cannot show it."""
        able = {known: one for known, one in self.reporters.items() if one.shows_changes}
        if name not in able:
            raise UsageError(f"There is no format '{name}' for changes (known: {', '.join(able)}).")
        return able[name].render_changes(comparison)


def _ours(answer: Iterable[LexiconForm]) -> tuple[LexiconForm, ...]:
    """Our own plugins' forms are plain: tests look at them, and every start would pay for asking."""
    return tuple(answer)
