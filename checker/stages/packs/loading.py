"""
Loads rule packs: folders of YAML in, one rule book out.

All mistakes of all files are collected before any is reported. Packs are checked against the criteria that plugins
provide, so that a loaded rule book holds no rule that could not be evaluated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker import __version__
from checker.domain.pack import RuleBook
from checker.errors import DataError, Problem
from checker.own_code import own_code
from checker.stages.packs.cache import cache_key, read_book, write_book
from checker.stages.packs.files import PackFolder, RawPack, case_files, find_folders, read_file, read_folder

if TYPE_CHECKING:
    from checker.domain.cases import AnyCase

Criteria = Mapping[str, Mapping[str, object]]
Lexicons = Mapping[str, Mapping[str, Mapping[str, object]]]
_NONE: Lexicons = {}


def load_rule_book(
    folders: Sequence[Path],
    *,
    criteria: Criteria,
    lexicons: Lexicons = _NONE,
    engine_version: str = __version__,
    cache: Path | None = None,
    edition: str = "",
) -> RuleBook:
    """
    Return all packs of a run, checked.

    `criteria` maps the name of each criterion to the JSON Schema of its `expects`, `lexicons` the id of each lexicon to
    the roles that are read of it, each with the JSON Schema of its settings; other lexicons are not checked. `cache` is
    a folder for loaded packs; what is there with the same content, criteria, lexicons and code of the checker is not
    read again. `edition` is the id of an edition of the framework; without it the usual one. `DataError` with every
    mistake, `UsageError` for an unknown edition.
    """
    found = find_folders(folders)
    known = {"criteria": criteria, "lexicons": lexicons}
    key = cache_key(found, known, __version__, own_code("checker"), engine_version, edition) if cache else ""
    if cache and (book := read_book(cache, key)):
        return book
    book = _load(found, criteria, lexicons, engine_version, edition)
    if cache:
        write_book(cache, key, book)
    return book


def load_cases(folder: Path) -> tuple[AnyCase, ...]:
    """
    Return the cases of a pack, of rules and of phrases, in the order of its files.

    `DataError` if a file of cases is wrong in itself; that what it names exists is checked with the packs.
    """
    from checker.stages.packs.build import build_cases

    problems: list[Problem] = []
    files = [(file, read_file(file, problems)) for file in case_files(folder)]
    if problems:
        raise DataError(problems)
    root = folder.resolve().name
    return tuple(case for file, node in files if node for case in build_cases(node, f"{root}/{file.name}"))


def read_packs(folders: Sequence[Path], criteria: Criteria, engine_version: str = __version__) -> list[RawPack]:
    """
    Return what the files of all packs hold, linked and checked, but for what plugins know of lexicons. `DataError` with
    every mistake.
    """
    return _read(find_folders(folders), criteria, _NONE, engine_version)


def _read(folders: Sequence[PackFolder], criteria: Criteria, lexicons: Lexicons, engine_version: str) -> list[RawPack]:
    from checker.stages.packs.extending import link

    problems: list[Problem] = []
    raw = [read_folder(folder, problems) for folder in folders]
    link(raw)
    problems += _check(raw, criteria, lexicons, engine_version)
    if problems:
        raise DataError(sorted(set(problems)))
    return raw


def _load(
    folders: Sequence[PackFolder], criteria: Criteria, lexicons: Lexicons, engine_version: str, edition: str
) -> RuleBook:
    from checker.stages.packs.build import build_pack
    from checker.stages.packs.editions import build_editions, chosen_edition, with_suspects
    from checker.stages.packs.numbering import with_phrase_keys
    from checker.stages.packs.overlays import Overlays

    raw = _read(folders, criteria, lexicons, engine_version)
    editions = build_editions(raw)
    if not editions:
        nowhere = Problem(file="packs", message="no pack was given", expected="a folder with a pack.yaml")
        raise DataError([nowhere])
    framework = chosen_edition(editions, edition)
    overlays = Overlays(raw, criteria)
    built = []
    for one in raw:
        pack = build_pack(one, overlays, framework if one.first("framework") else None)
        built.append(with_suspects(pack, one, framework, editions))
    packs = sorted(built, key=lambda pack: (pack.framework is None, pack.id))
    return with_phrase_keys(RuleBook(framework=framework, packs=tuple(packs)))


def _check(packs: Sequence[RawPack], criteria: Criteria, lexicons: Lexicons, engine_version: str) -> list[Problem]:
    from checker.stages.packs.case_checks import check_cases
    from checker.stages.packs.checks import check_packs
    from checker.stages.packs.editions import check_editions
    from checker.stages.packs.extending import check_extending
    from checker.stages.packs.framework_checks import KnownFramework, check_framework
    from checker.stages.packs.lexicon_checks import check_lexicons
    from checker.stages.packs.overlay_checks import check_overlays
    from checker.stages.packs.phrase_checks import check_phrases
    from checker.stages.packs.rule_checks import Known, check_rules
    from checker.stages.packs.status_checks import check_statuses
    from checker.stages.packs.word_weights import check_word_weights

    frameworks = [file for pack in packs for file in pack.of("framework")]
    known = Known(criteria=criteria, framework=KnownFramework(frameworks[0]) if frameworks else None)
    problems = list(check_packs(packs, engine_version))
    problems += [problem for file in frameworks for problem in check_framework(file)]
    problems += check_editions(packs)
    problems += check_rules(packs, known)
    problems += check_statuses(packs, known.framework)
    problems += check_lexicons(packs, known.framework, lexicons)
    problems += check_word_weights(packs)
    problems += check_extending(packs)
    problems += check_overlays(packs, known)
    problems += [problem for pack in packs for problem in check_phrases(pack)]
    return problems + list(check_cases(packs))
