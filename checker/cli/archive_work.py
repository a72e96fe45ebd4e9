"""The work of `checker rules build` and `checker rules install`."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from checker.cli.bases import pack_id
from checker.cli.loaded import Loaded, advice_note, load
from checker.cli.look import count
from checker.cli.running import Answer
from checker.cli.writing import draft
from checker.domain.pack import Pack
from checker.errors import DataError, Problem, UnreadableError, UsageError, shown_path
from checker.pack_archive import MOST_BYTES, Archive, build_archive, may_be_packed, open_archive
from checker.plugin_manager import PluginSetup
from checker.scaffolding.pack import AUTHOR
from checker.testing_kit.cases import run_cases
from checker.values import dataclass

_NEEDED = ("licence", "author", "date", "edition")


@dataclass(frozen=True, kw_only=True, slots=True)
class InstallJob:
    """A pack to install, the folder that packs go to, and the packs that are in use besides."""

    file: Path
    folder: Path
    replace: bool
    packs: tuple[Path, ...]


def build_pack_file(folder: Path, out: Path, packs: Sequence[Path], setup: PluginSetup) -> Answer:
    """Write a pack as one file. The exit code is 1, and nothing is written, if one of its cases fails."""
    loaded = load(setup, _with(folder, packs))
    pack = next(one for one in loaded.book.packs if one.root == folder.resolve().name)
    _check_header(pack, folder)
    results = run_cases(folder, plugins=loaded.plugins, book=loaded.without_overlays_on(pack))
    failed = [f"{loaded.place(one.case.file, one.case.line)}: {one.problem}" for one in results if not one.passed]
    if failed:
        return Answer(text="\n".join([*failed, f"Not built: {count(len(failed), 'case')} failed."]), code=1)
    files = _files(folder)
    data = build_archive(pack, files)
    draft(out, [data]).publish()
    passed = f"{count(len(results), 'case')} passed" if results else "it has no cases"
    told = f"{pack.id} {pack.version}: {count(len(files), 'file')}, {passed}."
    digest = hashlib.sha256(data).hexdigest()
    install = f"Who gets it runs: checker rules install {out.name}"
    text = "\n".join([f"Written: {shown_path(out)}", told, f"SHA-256 of the file: {digest}", install])
    return Answer(text=text, note=advice_note(loaded, [pack]))


def install_pack(job: InstallJob, setup: PluginSetup) -> Answer:
    """Install a pack. `CheckerError` with the reason, and nothing is installed, if it is not whole or not valid."""
    archive = open_archive(_bytes(job.file))
    target = job.folder / archive.folder
    if target.exists() and not job.replace:
        raise UsageError(f"{shown_path(target)} is there already (--replace puts this pack in its place)")
    try:
        job.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=job.folder) as name:
            made = Path(name) / archive.folder
            loaded = _checked(archive, made, job, setup)
            pack = next(pack for pack in loaded.book.packs if pack.root == archive.folder)
            note = advice_note(loaded, [pack]).replace(shown_path(made), shown_path(target))
            _put(Path(name), archive.folder, target)
    except OSError as error:
        raise UsageError(
            f"{shown_path(job.folder)} cannot be written: {error.strerror or type(error).__name__}"
        ) from error
    return Answer(text="\n".join(_installed(pack, target)), note=note)


def _checked(archive: Archive, folder: Path, job: InstallJob, setup: PluginSetup) -> Loaded:
    """Write the files where nobody looks for packs, and load them from there."""
    for name, data in archive.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    others = [pack for pack in job.packs if pack.resolve() != (job.folder / archive.folder).resolve()]
    try:
        return load(setup, [*others, folder])
    except DataError as error:
        lines = "\n".join(line for line in (*_missing(archive, setup, others), str(error)) if line)
        raise UnreadableError(f"the pack is not valid here, and nothing was installed:\n{lines}") from error


def _missing(archive: Archive, setup: PluginSetup, others: Sequence[Path]) -> Iterator[str]:
    """Say of each pack that this one extends and that is not in use here how to get it."""
    names = archive.manifest.get("extends")
    here = {pack_id(folder) for folder in (*setup.load().rule_pack_folders(), *others)}
    for name in names if isinstance(names, list) else ():
        if name not in here:
            yield (
                f"It extends the pack '{name}', which is not in use here. Ask {archive.manifest.get('author')} for its "
                f"zip, install that first, and name its folder with --pack, or under packs: in checker.yaml."
            )


def _put(made: Path, name: str, target: Path) -> None:
    """
    Move a folder to its place. An older one goes aside first, under a name beside it, and comes back where the new one
    cannot be moved: it is never lost, whenever this ends.
    """
    aside = target.with_name(f".{target.name}.old")
    if not target.exists():
        (made / name).rename(target)
        return
    shutil.rmtree(aside, ignore_errors=True)
    target.rename(aside)
    try:
        (made / name).rename(target)
    except OSError:
        aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _installed(pack: Pack, target: Path) -> Iterable[str]:
    shown = shown_path(target)
    yield f"Installed: {pack.title} ({pack.id} {pack.version}) in {shown}"
    yield f"By {pack.author or 'nobody named'}, {pack.date or 'no date'}; licence {pack.licence or 'not named'}."
    yield "Use it once with:"
    yield f"  checker assess evidence --pack {shown}"
    yield "or always, with this in checker.yaml:"
    yield f"  packs: [{shown}]"


def _check_header(pack: Pack, folder: Path) -> None:
    """A pack that goes to others says who made it, when, under which licence, and for which edition."""
    file = shown_path(folder / "pack.yaml")
    values = {"licence": pack.licence, "author": pack.author, "date": pack.date, "edition": pack.edition}
    problems = [
        Problem(file=file, message=f"'{name}' is missing", expected=_EXAMPLES[name])
        for name in _NEEDED
        if not values[name]
    ]
    if pack.author == AUTHOR:
        message = "'author' is still the example"
        problems.append(Problem(file=file, line=_line_of("author", folder), message=message, expected=_WHOSE))
    if problems:
        raise DataError(problems)


def _line_of(key: str, folder: Path) -> int:
    lines = (folder / "pack.yaml").read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 0)


_WHOSE = "the person or body whom others can ask about it"
_EXAMPLES = {
    "licence": "licence: CC-BY-4.0",
    "author": f"author: {AUTHOR}",
    "date": 'date: "2026-03-31"',
    "edition": "edition: the id of the edition of the framework that it was written for",
}


def _with(folder: Path, packs: Sequence[Path]) -> list[Path]:
    return [*(pack for pack in packs if pack.resolve() != folder.resolve()), folder]


def _files(folder: Path) -> dict[str, bytes]:
    names = {path: path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for path, name in names.items() if may_be_packed(name) and not path.is_symlink()}


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > 2 * MOST_BYTES:
            raise UnreadableError(f"{shown_path(file)}: the file is larger than any pack")
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{shown_path(file)}: {(error.strerror or 'it cannot be opened').lower()}") from error
