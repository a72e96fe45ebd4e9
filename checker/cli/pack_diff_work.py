"""The work of `checker rules diff`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from checker.cli.bases import bases_alone, is_base, with_bases
from checker.cli.loaded import Loaded, load
from checker.cli.look import Look, count, json_text
from checker.cli.running import Answer
from checker.domain.pack import RuleBook
from checker.errors import UsageError
from checker.pack_diff import Compared, Difference, DifferenceKind, compare_packs
from checker.plugin_manager import Plugins, PluginSetup
from checker.previews.tailoring import value_words
from checker.previews.vocabulary import Vocabulary
from checker.suggestions import suggest


def diff_packs(names: tuple[str, str], packs: Sequence[Path], as_json: bool, look: Look, setup: PluginSetup) -> Answer:
    """Compare two packs or two editions; the exit code is 1 if anything is different."""
    loaded = load(setup, packs)
    editions = {edition.id for edition in loaded.book.framework.editions}
    if set(names) <= editions:
        old, new = (_of_book(load(setup, packs, name).book) for name in names)
    elif set(names) & editions:
        known = ", ".join(sorted(editions))
        raise UsageError(f"an edition can be compared with an edition only, and a pack with a pack (editions: {known})")
    else:
        folders = [_folder(name, loaded) for name in names]
        old, new = _of_packs(folders[0], folders[1], loaded.plugins, packs)
    found = compare_packs(old, new)
    text = json_text([asdict(one) for one in found]) if as_json else ""
    return Answer(text=text or "\n".join(_lines(found, loaded.vocabulary(), look)), code=1 if found else 0)


def _of_packs(old: Path, new: Path, plugins: Plugins, packs: Sequence[Path]) -> tuple[Compared, Compared]:
    """Return the two sides. A pack and one that it extends differ by what it changes in all its bases."""
    if is_base(plugins, old, new, packs):
        return bases_alone(plugins, new, packs), with_bases(plugins, new, packs)
    if is_base(plugins, new, old, packs):
        return with_bases(plugins, old, packs), bases_alone(plugins, old, packs)
    return with_bases(plugins, old, packs), with_bases(plugins, new, packs)


def _folder(name: str, loaded: Loaded) -> Path:
    folder = Path(name)
    if (folder / "pack.yaml").is_file():
        return folder
    known = {pack.id: loaded.folders[pack.root] for pack in loaded.book.packs}
    if name not in known:
        editions = [edition.id for edition in loaded.book.framework.editions]
        message = f"'{name}' is no folder with a pack.yaml, no pack in use and no edition"
        raise UsageError(f"{message} ({suggest(name, [*known, *editions])})")
    return known[name]


def _of_book(book: RuleBook) -> Compared:
    return Compared(expectations=book.expectations, rules=book.rules, framework=book.framework)


def _lines(found: Sequence[Difference], words: Vocabulary, look: Look) -> Iterator[str]:
    for (thing, name), group in groupby(found, key=lambda one: (one.thing, one.id)):
        same = list(group)
        yield look.title(f"{thing} {name}")
        if (title := same[0].title.replace("{title}", "…")) and title != name:
            yield from look.wrapped(title, 2)
        for one in same:
            yield from _difference(one, words, look)
        rules = max(one.rules for one in same)
        if rules:
            yield from look.wrapped(f"it is asked {count(rules, 'rule')}", 4)
    yield ""
    yield f"{count(len(found), 'difference')}."


def _difference(one: Difference, words: Vocabulary, look: Look) -> Iterator[str]:
    setting = words.setting(one.setting, one.criterion)
    old, new = (value_words(one, value, words) for value in (one.old, one.new))
    if not one.setting:
        yield from look.wrapped(one.kind.value, 2)
    elif one.kind is DifferenceKind.CHANGED:
        yield from look.wrapped(f"{setting}:", 2)
        yield from look.wrapped(old, 4, "- ") if old else ()
        yield from look.wrapped(new, 4, "+ ") if new else ()
    else:
        yield from look.wrapped(f"{setting}, {one.kind.value}: {new or old}", 2)
    yield from _reasons(one, look)
    if one.keeps:
        told = [f"{name} ({value_words(one, value, words)})" for name, value in one.keeps]
        names = f"{', '.join(told[:5])}{' …' if len(told) > 5 else ''}"
        own = "keeps its own" if len(told) == 1 else "keep their own"
        yield from look.wrapped(f"{count(len(told), 'expectation')} {own}: {names}", 4)


def _reasons(one: Difference, look: Look) -> Iterator[str]:
    """Yield why it is so, where that is written, and whom it touches."""
    if one.because:
        yield from look.wrapped(f"because: {one.because} ({one.place})", 4)
    if one.no_longer:
        yield from look.wrapped(f"no longer because: {one.no_longer}", 4)
    if one.touches:
        names = f"{', '.join(one.touches[:5])}{' …' if len(one.touches) > 5 else ''}"
        yield from look.wrapped(f"{_touching(one)} {names}", 4)


def _touching(one: Difference) -> str:
    if one.thing == "wording":
        return "look again at"
    asked = "no longer asked of" if one.kind is DifferenceKind.SWITCHED_OFF else "asked of"
    return f"{asked} {count(len(one.touches), 'expectation')}:"
