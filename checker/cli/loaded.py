"""The rule packs of a command, with where their files are; shared by the work of several commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from checker.domain.cases import AnyCase
from checker.domain.pack import Expectation, Pack, Rule, RuleBook
from checker.errors import Problem, UsageError, shown_path
from checker.pipeline import load_book
from checker.plugin_manager import Plugins, PluginSetup
from checker.previews.vocabulary import Vocabulary, vocabulary
from checker.stages.packs import load_cases, load_rule_book
from checker.stages.packs.advice import advice
from checker.stages.packs.lexicon_names import misspelt_lexicons
from checker.suggestions import suggest
from checker.values import dataclass, field, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """Plugins, the packs in use, and the folder of each pack by the name that places in packs begin with."""

    plugins: Plugins
    book: RuleBook
    folders: Mapping[str, Path] = field(default_factory=dict)

    def expectation(self, name: str) -> Expectation | None:
        """Return an expectation, or `None`."""
        return next((one for one in self.book.expectations if one.id == name), None)

    def rule(self, name: str) -> Rule | None:
        """Return a rule, one that an overlay switches off too, or `None`."""
        off = (one for pack in self.book.packs for one in pack.disabled)
        return next((one for one in (*self.book.rules, *off) if one.id == name), None)

    def unknown(self, name: str) -> UsageError:
        """Return the error for a name that is neither a rule's nor an expectation's."""
        known = [one.id for one in self.book.expectations] + [one.id for one in self.book.rules]
        return UsageError(f"there is no rule or expectation '{name}' ({suggest(name, known)})")

    def without_overlays_on(self, pack: Pack) -> RuleBook:
        """Return the packs in use but for those that change this one, directly or through others."""
        over = {pack.id}
        for _ in self.book.packs:
            over |= {one.id for one in self.book.packs if over & set(one.extends)}
        if over == {pack.id}:
            return self.book
        kept = [self.folders[one.root] for one in self.book.packs if one.id == pack.id or one.id not in over]
        schemas = {name: criterion.schema for name, criterion in self.plugins.criteria().items()}
        edition = self.book.framework.edition.id
        return load_rule_book(kept, criteria=schemas, lexicons=self.plugins.lexicons(), edition=edition)

    def place(self, file: str, line: int) -> str:
        """Return `file:line` of something in a pack, the file as seen from the working folder."""
        root, _, rest = file.partition("/")
        shown = shown_path(self.folders[root] / rest) if root in self.folders else file
        return f"{shown}:{line}" if line else shown

    def vocabulary(self) -> Vocabulary:
        """Return words for the settings of rules."""
        known = ((name, one.about, one.schema) for name, one in self.plugins.criteria().items())
        aside = (one for pack in self.book.packs for one in pack.set_aside)
        return vocabulary(known, self.book.framework, (*aside, *self.book.expectations))

    def cases(self, pack_id: str) -> tuple[AnyCase, ...]:
        """Return the cases of a pack."""
        pack = next(pack for pack in self.book.packs if pack.id == pack_id)
        return load_cases(self.folders[pack.root]) if pack.root in self.folders else ()


def load(setup: PluginSetup, packs: Sequence[Path], edition: str = "") -> Loaded:
    """Return the packs in these folders together with those of plugins. `DataError` with every mistake."""
    plugins = setup.load()
    book = load_book(plugins, packs, edition=edition)
    roots = {pack.root for pack in book.packs}
    found = {folder.resolve().name: folder for folder in (*plugins.rule_pack_folders(), *packs)}
    return Loaded(plugins=plugins, book=book, folders={name: one for name, one in found.items() if name in roots})


def advice_note(loaded: Loaded, packs: Sequence[Pack] = ()) -> str:
    """Return what authors should know and is no mistake, a line each; of these packs only, if any are named."""
    roots = {pack.root for pack in packs}
    told = advice(loaded.book, loaded.plugins.lexicons())
    return _placed((one for one in told if not roots or one.file.partition("/")[0] in roots), loaded)


def lexicon_note(loaded: Loaded) -> str:
    """Return which lexicons seem to be misspelt, a line each."""
    return _placed(misspelt_lexicons(loaded.book, loaded.plugins.lexicons()), loaded)


def _placed(told: Iterable[Problem], loaded: Loaded) -> str:
    return "\n".join(str(replace(one, file=loaded.place(one.file, 0))) for one in told)
