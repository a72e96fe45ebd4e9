"""Criteria and reporters as the engine uses them: a third party's object behind a guarded call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Protocol, TypeVar

from checker.domain.assessment import Assessment
from checker.domain.change import Comparison
from checker.domain.finding import Finding, Outcome
from checker.domain.pack import Rule
from checker.domain.report import GapReport
from checker.errors import PluginError
from checker.hookspecs import ChangesReporter, Criterion, LexiconForm, Reporter
from checker.plugin_host import answers as plugin_answers
from checker.plugin_host import offer_answers
from checker.plugin_host.calls import CallFailed, Calls, LoadedPlugin
from checker.plugin_host.plain_values import whole
from checker.values import dataclass, field

T = TypeVar("T")


@dataclass(kw_only=True, slots=True)
class OfferedCriterion:
    """A criterion and the plugin that offers it. Its evaluation never raises: what fails is `not assessed`."""

    KIND: ClassVar[str] = "criterion"
    name: str
    about: str
    schema: Mapping[str, object]
    plugin: str
    built_in: bool
    calls: Calls = field(repr=False, compare=False)
    criterion: Criterion = field(repr=False, compare=False)

    @classmethod
    def of(cls, criterion: Criterion, plugin: LoadedPlugin, calls: Calls) -> OfferedCriterion:
        """Return the guarded criterion."""
        return cls(
            name=criterion.name,
            about=whole(str(criterion.about)),
            schema=offer_answers.plain_schema(criterion.schema),
            plugin=plugin.name,
            built_in=plugin.built_in,
            calls=calls,
            criterion=criterion,
        )

    def evaluate(self, rule: Rule, assessment: Assessment) -> tuple[Finding, ...]:
        """Return the rule's findings; `not assessed`, naming the plugin, where the criterion fails."""
        try:
            return self.calls.run(
                self.plugin,
                f"evaluate of the criterion {self.name}",
                lambda: plugin_answers.findings(self.criterion.evaluate(rule, assessment), rule, assessment),
                built_in=self.built_in,
            )
        except CallFailed as failure:
            return (not_assessed(rule, f"The plugin {self.plugin} {failure}."),)


@dataclass(kw_only=True, slots=True)
class OfferedReporter:
    """A reporter and the plugin that offers it."""

    KIND: ClassVar[str] = "reporter"
    name: str
    suffix: str
    plugin: str
    built_in: bool
    calls: Calls = field(repr=False, compare=False)
    reporter: Reporter = field(repr=False, compare=False)

    @classmethod
    def of(cls, reporter: Reporter, plugin: LoadedPlugin, calls: Calls) -> OfferedReporter:
        """Return the guarded reporter."""
        return cls(
            name=reporter.name,
            suffix=reporter.suffix,
            plugin=plugin.name,
            built_in=plugin.built_in,
            calls=calls,
            reporter=reporter,
        )

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the report in chunks, each made in a call of its own; `PluginError` where the reporter fails."""
        try:
            chunks = self._run(lambda: iter(self.reporter.render(report)))
            while (piece := self._run(lambda: _next_chunk(chunks))) is not None:
                yield piece
        except CallFailed as failure:
            raise PluginError(self.plugin, str(failure)) from failure

    @property
    def shows_changes(self) -> bool:
        """Whether the format can also show what changed between two reports."""
        return isinstance(self.reporter, ChangesReporter)

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield what changed in chunks; `PluginError` where the reporter fails or cannot show it."""
        if not isinstance(self.reporter, ChangesReporter):
            raise PluginError(self.plugin, f"the format {self.name} cannot show what changed")
        show = self.reporter.render_changes
        try:
            chunks = self._run(lambda: iter(show(comparison)))
            while (piece := self._run(lambda: _next_chunk(chunks))) is not None:
                yield piece
        except CallFailed as failure:
            raise PluginError(self.plugin, str(failure)) from failure

    def _run(self, action: Callable[[], T]) -> T:
        return self.calls.run(self.plugin, f"render of the reporter {self.name}", action, built_in=self.built_in)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferedRole:
    """A role of a lexicon, as `LEXICON: ROLE`, the schema of its settings and the plugin that reads it."""

    KIND: ClassVar[str] = "role of a lexicon"
    name: str
    plugin: str
    built_in: bool
    lexicon: str
    role: str
    schema: Mapping[str, object] = field(repr=False, compare=False)

    @classmethod
    def all_of(cls, form: LexiconForm, plugin: LoadedPlugin) -> list[OfferedRole]:
        """Return the roles of a lexicon that a plugin reads."""
        return [
            cls(
                name=f"{form.id}: {role}",
                plugin=plugin.name,
                built_in=plugin.built_in,
                lexicon=form.id,
                role=role,
                schema=schema,
            )
            for role, schema in form.roles.items()
        ]


class _Offer(Protocol):
    KIND: ClassVar[str]

    @property
    def name(self) -> str: ...
    @property
    def plugin(self) -> str: ...
    @property
    def built_in(self) -> bool: ...


OfferT = TypeVar("OfferT", bound=_Offer)


def by_name(offers: list[OfferT]) -> dict[str, OfferT]:
    """Return offers sorted by name; `PluginError` naming both plugins where a name is offered twice."""
    found: dict[str, OfferT] = {}
    for offer in sorted(offers, key=lambda offer: (offer.name, offer.plugin)):
        if offer.name in found:
            raise _both(found[offer.name], offer)
        found[offer.name] = offer
    return found


def _both(one: _Offer, other: _Offer) -> PluginError:
    """Return the error of two plugins with one name; it is never a built-in one that is in the wrong."""
    wrong, right = (one, other) if other.built_in else (other, one)
    what = f"offers the {wrong.KIND} '{wrong.name}'"
    msg = f"{what}, and so does the plugin {right.plugin}: block one of them in the settings"
    return PluginError(wrong.plugin, msg, "" if right.built_in else right.plugin)


def not_assessed(rule: Rule, reason: str) -> Finding:
    """Return the finding of a rule that could not be evaluated."""
    return Finding(rule_id=rule.id, outcome=Outcome.NOT_ASSESSED, reason=reason)


def _next_chunk(chunks: Iterator[bytes]) -> bytes | None:
    answer = next(chunks, None)
    return None if answer is None else offer_answers.chunk(answer)
