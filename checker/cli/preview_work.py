"""The work of `checker rules preview` and `checker rules pages`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from checker.cli.bases import bases_alone, with_bases
from checker.cli.failed_plugins import telling_failures
from checker.cli.loaded import Loaded, load
from checker.cli.look import count
from checker.cli.running import Answer
from checker.cli.writing import draft
from checker.domain.coverage import Unserved, unserved
from checker.domain.pack import Pack
from checker.errors import UsageError, shown_path
from checker.pack_diff import Difference, compare_packs
from checker.plugin_manager import PluginSetup
from checker.previews.content import Described, sign_off_parts
from checker.previews.parts import Part
from checker.suggestions import suggest
from checker.values import dataclass, replace

Writer = Callable[[Iterable[Part], str], bytes]


@dataclass(frozen=True, kw_only=True, slots=True)
class PreviewJob:
    """A pack (its folder, its id, or empty for the first), the file to write, the packs in use and the edition."""

    pack: str
    out: Path
    packs: tuple[Path, ...]
    edition: str


def write_preview(job: PreviewJob, setup: PluginSetup) -> Answer:
    """Write a pack for sign-off, as Word or HTML by the ending of the file."""
    write = _writer(job.out)
    folder = Path(job.pack) if job.pack and (Path(job.pack) / "pack.yaml").is_file() else None
    others = [pack for pack in job.packs if folder is None or pack.resolve() != folder.resolve()]
    loaded = load(setup, [*others, folder] if folder else others, job.edition)
    pack = _pack(job.pack, folder, loaded)
    described = replace(_described(pack, loaded), changes=_changes(pack, loaded, job), unserved=_unserved(pack, loaded))
    draft(job.out, [write(sign_off_parts(described), pack.title)]).publish()
    told = [count(len(pack.expectations), "expectation"), count(len(pack.rules), "rule")]
    told += [count(len(pack.overrides), "change") + " of other packs"] if pack.overrides else []
    answer = Answer(text=f"Written: {shown_path(job.out)} ({', '.join(told)})")
    return telling_failures(answer, loaded.plugins)


def write_pages(out: Path, packs: Sequence[Path], setup: PluginSetup) -> Answer:
    """Write the pages of all packs in use; pages of expectations that are gone are removed."""
    from checker.previews.pages import MADE, pages

    loaded = load(setup, packs)
    found = pages([_described(pack, loaded) for pack in sorted(loaded.book.packs, key=lambda pack: pack.id)])
    for old in sorted(out.rglob("*.md")) if out.is_dir() else ():
        if old.relative_to(out).as_posix() not in found and MADE in old.read_text(encoding="utf-8", errors="replace"):
            old.unlink()
    for name, text in found.items():
        draft(out / name, [text.encode()]).publish()
    return Answer(text=f"Written: {count(len(found), 'page')} in {shown_path(out)}")


def _writer(out: Path) -> Writer:
    if out.suffix.lower() == ".docx":
        from checker.previews.word import as_word

        return as_word
    if out.suffix.lower() in (".html", ".htm"):
        from checker.previews.html import as_html

        return as_html
    raise UsageError(f"{shown_path(out)}: the ending says which document is wanted (.docx or .html)")


def _pack(name: str, folder: Path | None, loaded: Loaded) -> Pack:
    packs = loaded.book.packs
    known = {pack.id: pack for pack in packs}
    if folder:
        return next(pack for pack in packs if pack.root == folder.resolve().name)
    if not name:
        return packs[0]
    if name not in known:
        raise UsageError(f"'{name}' is no folder with a pack.yaml and no pack in use ({suggest(name, known)})")
    return known[name]


def _described(pack: Pack, loaded: Loaded) -> Described:
    return Described(pack=pack, framework=loaded.book.framework, words=loaded.vocabulary(), cases=loaded.cases(pack.id))


def _changes(pack: Pack, loaded: Loaded, job: PreviewJob) -> tuple[Difference, ...]:
    """Return what a pack changes in those that it extends: them without it and with it."""
    if not pack.extends:
        return ()
    used = (loaded.plugins, loaded.folders[pack.root], job.packs, job.edition)
    own = {*(one.id for one in pack.expectations), *(rule.id for rule in pack.rules)}
    return tuple(one for one in compare_packs(bases_alone(*used), with_bases(*used)) if one.id not in own)


def _unserved(pack: Pack, loaded: Loaded) -> tuple[Unserved, ...]:
    return tuple(one for one in unserved(loaded.book) if any(each.pack == pack.id for each in one.switches))
