"""The work of `checker rules diff`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from checker.cli.loaded import Loaded, load, load_alone
from checker.cli.look import Look, count, json_text
from checker.cli.running import Answer
from checker.domain.pack import Pack, RuleBook
from checker.errors import UsageError
from checker.pack_diff import Compared, Difference, DifferenceKind, compare_packs
from checker.plugin_manager import PluginSetup
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
        old, new = (_of_pack(name, loaded, setup, packs) for name in names)
    found = compare_packs(old, new)
    text = json_text([asdict(one) for one in found]) if as_json else ""
    return Answer(text=text or "\n".join(_lines(found, look)), code=1 if found else 0)


def _of_pack(name: str, loaded: Loaded, setup: PluginSetup, packs: Sequence[Path]) -> Compared:
    folder = Path(name)
    if (folder / "pack.yaml").is_file():
        book = load_alone(setup, folder, packs)
        return _compared(next(pack for pack in book.packs if pack.root == folder.resolve().name))
    known = {pack.id: pack for pack in loaded.book.packs}
    if name not in known:
        editions = [edition.id for edition in loaded.book.framework.editions]
        message = f"'{name}' is no folder with a pack.yaml, no pack in use and no edition"
        raise UsageError(f"{message} ({suggest(name, [*known, *editions])})")
    return _compared(known[name])


def _compared(pack: Pack) -> Compared:
    return Compared(expectations=pack.expectations, rules=pack.rules, framework=pack.framework)


def _of_book(book: RuleBook) -> Compared:
    return Compared(expectations=book.expectations, rules=book.rules, framework=book.framework)


def _lines(found: Sequence[Difference], look: Look) -> Iterator[str]:
    for (thing, name), group in groupby(found, key=lambda one: (one.thing, one.id)):
        yield look.title(f"{thing} {name}")
        for one in group:
            yield from _difference(one, look)
    yield ""
    yield f"{count(len(found), 'difference')}."


def _difference(one: Difference, look: Look) -> Iterator[str]:
    if not one.setting:
        yield from look.wrapped(one.kind.value, 2)
    elif one.kind is DifferenceKind.CHANGED:
        yield from look.wrapped(f"{one.setting}:", 2)
        yield from look.wrapped(one.old, 4, "- ") if one.old else ()
        yield from look.wrapped(one.new, 4, "+ ") if one.new else ()
    else:
        yield from look.wrapped(f"{one.setting}, {one.kind.value}: {one.new or one.old}", 2)
    if one.touches:
        told = "look again at" if one.thing == "wording" else f"asked of {count(len(one.touches), 'expectation')}:"
        yield from look.wrapped(f"{told} {', '.join(one.touches[:5])}{' …' if len(one.touches) > 5 else ''}", 4)
