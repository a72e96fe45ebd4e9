"""The work of `checker rules test`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from checker.cli.bases import bases_among
from checker.cli.failed_plugins import telling_failures
from checker.cli.loaded import Loaded, lexicon_note, load
from checker.cli.look import count
from checker.cli.running import Answer
from checker.domain.coverage import unserved
from checker.domain.pack import Pack, RuleBook
from checker.errors import Problem, shown_path
from checker.plugin_manager import PluginSetup
from checker.testing_kit.cases import CaseResult, run_cases
from checker.testing_kit.untested import untested
from checker.values import dataclass

_NO_CASES = (
    "{pack}: no cases: nothing was tested. Cases go into {folder}/NAME.cases.yaml; those of a pack that extends others "
    "may name their rules and expectations as well."
)


@dataclass(frozen=True, kw_only=True, slots=True)
class CasesJob:
    """
    Which packs to test: `folders`, or those `used`. Of the packs used those take part that the folders extend, and all
    that are `beside`. `coverage` asks also what has no case.
    """

    folders: tuple[Path, ...]
    used: tuple[Path, ...]
    beside: tuple[Path, ...]
    coverage: bool


def test_packs(job: CasesJob, setup: PluginSetup) -> Answer:
    """
    Run the cases of packs and, if asked, find what has none.

    The cases of a pack know what it changes itself in the packs that it extends, and no overlay on top of it. A folder
    that was named and has no cases is a failure: nothing was shown. What plugins left out is told.
    """
    tested = (*bases_among(job.used, job.folders), *job.folders) if job.folders else job.used
    loaded = load(setup, [*job.beside, *tested])
    chosen = {folder.resolve().name for folder in job.folders} or set(loaded.folders)
    lines: list[str] = []
    failed = 0
    for pack in loaded.book.packs:
        if pack.root in chosen:
            told, problems = _tested(pack, loaded, job)
            failed += problems
            lines += told
    answer = Answer(text="\n".join(lines), code=1 if failed else 0, note=lexicon_note(loaded))
    return telling_failures(answer, loaded.plugins)


def _tested(pack: Pack, loaded: Loaded, job: CasesJob) -> tuple[list[str], int]:
    """Return what to say of a pack's cases, and how many problems there are."""
    plain = loaded.without_overlays_on(pack)
    results = run_cases(loaded.folders[pack.root], plugins=loaded.plugins, book=plain)
    problems = [*_failures(results, loaded), *(_gaps_in_cases(plain, pack.id, loaded) if job.coverage else ())]
    left = list(_unasked(plain, pack)) if job.coverage else []
    if results or not job.folders:
        return [*problems, *left, _verdict(pack, results, len(problems))], len(problems)
    nothing = _NO_CASES.format(pack=pack.id, folder=shown_path(loaded.folders[pack.root]))
    return [*problems, *left, nothing], len(problems) + 1


def _failures(results: Iterable[CaseResult], loaded: Loaded) -> list[str]:
    failed = [result for result in results if not result.passed]
    return [f"{loaded.place(one.case.file, one.case.line)}: {one.problem}" for one in failed]


def _gaps_in_cases(book: RuleBook, pack_id: str, loaded: Loaded) -> list[str]:
    pack = next(pack for pack in book.packs if pack.id == pack_id)
    return [_placed(one, loaded) for one in untested(pack, loaded.cases(pack_id))]


def _placed(one: Problem, loaded: Loaded) -> str:
    return f"{loaded.place(one.file, one.line)}: {one.message} ({one.expected})"


def _unasked(book: RuleBook, pack: Pack) -> Iterator[str]:
    """Yield what this pack leaves without anything that asks about it: a decision with a reason, so no problem."""
    return (f"{pack.id}: {one}." for one in unserved(book) if any(each.pack == pack.id for each in one.switches))


def _verdict(pack: Pack, results: Sequence[CaseResult], problems: int) -> str:
    passed = sum(1 for result in results if result.passed)
    mistakes = f"; {count(problems, 'problem')}" if problems else ""
    return f"{pack.id}: {passed} of {count(len(results), 'case')} passed{mistakes}."
