"""
The plugins of a run. One door for built-in and third-party ones: each is loaded on its own and called on its own, so
that a broken one is named and harms no other. The order of plugins never shows in an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.domain.assessment import Assessment
from checker.domain.change import Comparison
from checker.domain.document import Document, Recognised, Sentence, Source
from checker.domain.evidence import Passage, Qualifiers, Recognition
from checker.domain.finding import Finding
from checker.domain.observation import Observation
from checker.domain.pack import Rule, RuleBook
from checker.domain.report import GapReport
from checker.hookspecs import Criterion, Reporter
from checker.plugin_host import answers as plugin_answers
from checker.plugin_host import offer_answers
from checker.plugin_host.announcing import Announcer, Channel
from checker.plugin_host.asking import Asking
from checker.plugin_host.calls import Calls, LoadedPlugin, PluginFailure
from checker.plugin_host.catalogue import Catalogue
from checker.plugin_host.loading import PluginInfo, WithPluginSettings, candidates, unknown_names
from checker.plugin_host.mapping import mapped
from checker.plugin_host.merging import merged_qualifiers, merged_recognitions
from checker.plugin_host.observed import observations
from checker.plugin_host.reading import Reading
from checker.plugin_host.states import PRINTS, by_now, imported
from checker.values import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class PluginSetup:
    """
    Everything that a process needs to load the plugins of a run. Can be pickled, for worker processes.

    `off` names plugins that were switched off because they harmed the run, with the reason. `channel` is where calls of
    third-party plugins are announced, in a supervised run.
    """

    settings: WithPluginSettings
    off: Mapping[str, str] = field(default_factory=dict)
    channel: Channel | None = None

    def load(self) -> Plugins:
        """Return the plugins, loaded in this process."""
        return Plugins.load(self.settings, off=self.off, channel=self.channel)


class Plugins:
    """The plugins of one process; nothing that they do raises here, except where a method says so."""

    def __init__(
        self, plugins: Sequence[LoadedPlugin], infos: Iterable[PluginInfo], calls: Calls, setup: PluginSetup
    ) -> None:
        self.infos = tuple(infos)
        self.setup = setup
        self._asking = Asking(plugins, calls)
        self._catalogue = Catalogue(self._asking)
        self._calls = calls
        self._reading = Reading(calls)
        self._warnings: set[str] = set()
        self._names: tuple[RuleBook, plugin_answers.KnownNames] | None = None

    @classmethod
    def load(
        cls, settings: WithPluginSettings, *, off: Mapping[str, str] | None = None, channel: Channel | None = None
    ) -> Plugins:
        """
        Import every plugin that the settings let in, each on its own. `UsageError` if the project itself is not
        installed.

        `off`: plugins that were switched off because they harmed the run, with the reason.
        """
        limits = settings.plugins
        calls = Calls(Announcer(channel), call_seconds=limits.call_seconds, map_seconds=limits.map_seconds)
        loaded = [imported(candidate, calls) for candidate in candidates(limits, off)]
        plugins = cls(
            [plugin for _, plugin in loaded if plugin],
            [info for info, _ in loaded],
            calls,
            PluginSetup(settings=settings, off=dict(off or {}), channel=channel),
        )
        plugins._warnings.update(
            f"The settings name the plugin '{name}', and no plugin or distribution is called so."
            for name in unknown_names(limits)
        )
        return plugins

    @property
    def failures(self) -> tuple[PluginFailure, ...]:
        """What failed so far in this process: sorted, each once."""
        return self._calls.failures

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know although nothing failed, e.g. two readers for the same files; sorted, each once."""
        printed = {f"The plugin {name} {PRINTS}." for name in self._calls.printing}
        return tuple(sorted(self._warnings | self._reading.warnings | printed))

    def record(self, failures: Iterable[PluginFailure], warnings: Iterable[str] = ()) -> None:
        """Add what worker processes saw."""
        self._calls.record(failures)
        self._warnings.update(warnings)

    def health(self) -> tuple[PluginInfo, ...]:
        """Return `infos` as they are by now: `failed` with the reasons where a call failed, a word on who prints."""
        return tuple(by_now(info, self._calls) for info in self.infos)

    def rule_pack_folders(self) -> tuple[Path, ...]:
        """Return the folders of packs that plugins offer, sorted by the folder's name."""
        found = {
            folder
            for _, answer in self._asking.each("checker_rule_packs", {}, offer_answers.folders)
            for folder in answer
        }
        return tuple(sorted(found, key=lambda folder: (folder.name, folder.as_posix())))

    def criteria(self) -> Mapping[str, Criterion]:
        """Return every criterion by name, sorted. `PluginError` naming both plugins where a name is offered twice."""
        return self._catalogue.criteria

    def lexicons(self) -> Mapping[str, Mapping[str, Mapping[str, object]]]:
        """
        Return what plugins know of lexicons: by id and role the JSON Schema of a family's settings. `PluginError`
        naming both plugins where a role is offered twice.
        """
        return self._catalogue.lexicons

    def reporters(self) -> Mapping[str, Reporter]:
        """Return every reporter by name, sorted. `PluginError` naming both plugins where a name is offered twice."""
        return self._catalogue.reporters

    def read_document(self, source: Source) -> Document | None:
        """
        Return the document as read, `reader` naming the plugin; `None` if no plugin reads such files.

        Third-party readers come before built-in ones, then by name. Where one raises or cannot read it, another that
        can is taken; a file that nobody can read is a document with the status `failed` and the first reader's reason.
        """
        return self._reading.read(source, self._asking.who_answer("checker_read_document"))

    def find_evidence(
        self, document: Document, sentences: Sequence[Sentence], book: RuleBook
    ) -> list[tuple[Recognition, ...]]:
        """Return for each sentence what it speaks to: of all plugins the best score for each key, highest first."""
        answers = self._asking.each(
            "checker_find_evidence",
            {"document": document, "sentences": sentences, "book": book},
            lambda answer: plugin_answers.recognitions(answer, len(sentences), self._known(book), len(document.text)),
            ours=_listed,
        )
        return merged_recognitions([answer for _, answer in answers], len(sentences))

    def qualify_evidence(
        self, document: Document, sentences: Sequence[Sentence], recognised: Recognised, book: RuleBook
    ) -> list[Qualifiers]:
        """
        Return for each sentence the first answer to every field, third-party plugins before built-in ones, then by
        name.
        """
        answers = self._asking.each(
            "checker_qualify_evidence",
            {"document": document, "sentences": sentences, "recognised": recognised, "book": book},
            lambda answer: plugin_answers.qualifiers(answer, len(sentences), self._known(book), len(document.text)),
            ours=_listed,
        )
        return merged_qualifiers([answer for _, answer in answers], len(sentences))

    def observe(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        passages: Sequence[Passage],
        recognised: Recognised,
        book: RuleBook,
    ) -> list[Observation]:
        """Return what all plugins observed in a document; the engine puts it in order."""
        answers = self._asking.each(
            "checker_observe",
            {
                "document": document,
                "sentences": sentences,
                "passages": passages,
                "recognised": recognised,
                "book": book,
            },
            lambda answer: observations(answer, len(document.text)),
            ours=_listed,
        )
        return [one for _, answer in answers for one in answer]

    def evaluate(self, rule: Rule, assessment: Assessment) -> tuple[Finding, ...]:
        """
        Return the findings of a rule, at least one; `not assessed`, with the plugin and the reason, where its criterion
        fails or is missing.
        """
        return self._catalogue.evaluate(rule, assessment)

    def render(self, reporter_name: str, report: GapReport) -> Iterator[bytes]:
        """Yield a report in chunks. `UsageError` for an unknown format, `PluginError` where the reporter fails."""
        return self._catalogue.render(reporter_name, report)

    def change_formats(self) -> tuple[str, ...]:
        """Return the names of the formats that can show what changed between two reports."""
        return tuple(name for name, one in self._catalogue.reporters.items() if one.shows_changes)

    def render_changes(self, reporter_name: str, comparison: Comparison) -> Iterator[bytes]:
        """Yield what changed between two reports. `UsageError` for a format that cannot show it."""
        return self._catalogue.render_changes(reporter_name, comparison)

    def map(self, function: Callable[[object], object], items: Iterable[object], where: str) -> Iterator[object] | None:
        """
        Return the results in the order of `items`, made where `where` says; `None` if no plugin knows that place.

        Where the plugin fails on the way, the rest is done in this process.
        """
        return mapped(self._asking.who_answer("checker_map"), self._calls, function, tuple(items), where)

    def _known(self, book: RuleBook) -> plugin_answers.KnownNames:
        if self._names is None or self._names[0] is not book:
            self._names = (book, plugin_answers.KnownNames.of(book))
        return self._names[1]


def _listed(answer: Any) -> Any:
    return list(answer)
