"""A pack together with the packs that it extends, without any other overlay: one side of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from checker.cache_folder import cache_folder
from checker.domain.pack import Pack
from checker.pack_diff import Compared
from checker.plugin_manager import Plugins
from checker.stages.packs import load_rule_book
from checker.values import dataclass
from checker.yaml_source import parse_yaml


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    folder: Path
    id: str
    extends: tuple[str, ...]

    @property
    def has_framework(self) -> bool:
        return (self.folder / "framework.yaml").is_file()


def with_bases(plugins: Plugins, folder: Path, packs: Sequence[Path], edition: str = "") -> Compared:
    """
    Return what a pack and those that it extends ask together.

    They are sought among the packs in use, where another version of the pack itself is left out.
    """
    own, known = _found(plugins, folder, packs)
    wanted = _reached(own, known)
    return _side(plugins, _folders(own, wanted, known), wanted, edition)


def bases_alone(plugins: Plugins, folder: Path, packs: Sequence[Path], edition: str = "") -> Compared:
    """Return what the packs that a pack extends ask without it."""
    own, known = _found(plugins, folder, packs)
    wanted = _reached(own, known) - {own.id}
    folders = [one for one in _folders(own, wanted, known) if one != own.folder]
    return _side(plugins, folders, wanted, edition)


def bases_among(packs: Sequence[Path], folders: Sequence[Path]) -> list[Path]:
    """Return those of `packs` that packs in `folders` extend, directly or through others of them."""
    own = [_read(folder) for folder in folders]
    known = {one.id: one for one in [*map(_read, packs), *own]}
    wanted = {name for one in own for name in _reached(one, known)} - {one.id for one in own}
    return [one.folder for name, one in known.items() if name in wanted]


def pack_id(folder: Path) -> str:
    """Return the id that a pack's header gives; empty if it has none."""
    return _read(folder).id


def is_base(plugins: Plugins, base: Path, folder: Path, packs: Sequence[Path]) -> bool:
    """Whether the pack in `folder` extends the one in `base`, directly or through others."""
    own, known = _found(plugins, folder, packs)
    other = _read(base).id
    return other != own.id and other in _reached(own, known)


def _found(plugins: Plugins, folder: Path, packs: Sequence[Path]) -> tuple[_Found, Mapping[str, _Found]]:
    known = {one.id: one for one in map(_read, (*plugins.rule_pack_folders(), *packs))}
    own = _read(folder)
    return own, {**known, own.id: own}


def _read(folder: Path) -> _Found:
    data = parse_yaml(folder / "pack.yaml").data
    header = data if isinstance(data, dict) else {}
    extends = header.get("extends")
    names = tuple(map(str, extends)) if isinstance(extends, list) else ()
    return _Found(folder=folder, id=str(header.get("id", "")), extends=names)


def _reached(own: _Found, known: Mapping[str, _Found]) -> set[str]:
    found: set[str] = set()
    waiting = [own.id]
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found.add(name)
            waiting += known[name].extends
    return found


def _folders(own: _Found, wanted: set[str], known: Mapping[str, _Found]) -> list[Path]:
    """Return the folders to load: those wanted, and the framework that they speak about."""
    if own.has_framework:
        return [own.folder]
    return [one.folder for one in known.values() if one.id in wanted or one.has_framework]


def _side(plugins: Plugins, folders: Sequence[Path], wanted: set[str], edition: str) -> Compared:
    schemas = {name: criterion.schema for name, criterion in plugins.criteria().items()}
    book = load_rule_book(folders, criteria=schemas, lexicons=plugins.lexicons(), cache=cache_folder(), edition=edition)
    return compared(pack for pack in book.packs if pack.id in wanted)


def compared(packs: Iterable[Pack]) -> Compared:
    """Return packs as one side of a comparison."""
    used = list(packs)
    return Compared(
        expectations=tuple(one for pack in used for one in pack.expectations),
        rules=tuple(rule for pack in used for rule in pack.rules),
        framework=next((pack.framework for pack in used if pack.framework), None),
        overrides=tuple(one for pack in used for one in pack.overrides),
        disabled=tuple(rule for pack in used for rule in pack.disabled),
        set_aside=tuple(one for pack in used for one in pack.set_aside),
        lexicons=tuple(one for pack in used for one in pack.lexicons),
        personal_data=tuple(one for pack in used for one in pack.personal_data),
        word_weights=tuple(one for pack in used for one in pack.word_weights),
    )
