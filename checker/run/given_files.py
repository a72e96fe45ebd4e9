"""The files beside the documents that a run was given: the register, the action plan, waivers and attestations."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from checker.domain.actions import ActionPlan
from checker.domain.pack import RuleBook
from checker.domain.register import Register
from checker.domain.report import GapReport
from checker.plugin_manager import Plugins
from checker.run.given_sheet import read_sheet
from checker.run.sources import SourceEntry
from checker.run.tagging import read_register_file
from checker.stages.actions import plan_warnings, planned_actions
from checker.stages.waivers import Decisions, decisions_of_plan, read_attestations, read_waivers
from checker.values import dataclass, field, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenPaths:
    """
    Where the files are; `None` for one that was not given. None of them is evidence, wherever it lies.

    `register_columns` are headings of the register by column, as somebody has confirmed them.
    """

    register: Path | None = None
    register_columns: Mapping[str, str] = field(default_factory=dict)
    actions: Path | None = None
    waivers: Path | None = None
    attestations: Path | None = None

    @property
    def named(self) -> Mapping[str, Path]:
        """The files that were given, by what they are."""
        every = {
            "register": self.register,
            "actions": self.actions,
            "waivers": self.waivers,
            "attestations": self.attestations,
        }
        return {name: path for name, path in every.items() if path is not None}


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """
    What stands in the files. `decided` is what files of waivers and attestations say, the plan apart. `hashes` are
    their sha256, by what they are and what they are called.
    """

    register: Register | None = None
    plan: ActionPlan | None = None
    decided: Decisions = field(default_factory=Decisions)
    hashes: Mapping[str, str] = field(default_factory=dict)

    @property
    def decisions(self) -> Decisions:
        """Every waiver and attestation, those of the plan too."""
        return self.decided + decisions_of_plan(self.plan) if self.plan else self.decided


def read_given(paths: GivenPaths, plugins: Plugins, book: RuleBook) -> Given:
    """Return what was given. `UsageError` for a file that cannot be read, `DataError` with every mistake of a file."""
    register = read_register_file(paths.register, plugins, book, paths.register_columns) if paths.register else None
    plan = read_action_plan(paths.actions, plugins) if paths.actions else None
    decisions = Decisions(
        waivers=read_waivers(paths.waivers) if paths.waivers else (),
        attestations=read_attestations(paths.attestations) if paths.attestations else (),
    )
    hashes = {f"{name}: {path.name}": sha256(path.read_bytes()).hexdigest() for name, path in paths.named.items()}
    return Given(register=register, plan=plan, decided=decisions, hashes=hashes)


def read_action_plan(path: Path, plugins: Plugins) -> ActionPlan:
    """Return the action plan in a file. `UsageError` if there is none."""
    from checker.stages.actions.reading import read_plan  # costs time, and most runs have no plan

    return read_plan(*read_sheet(path, plugins, "action plan", "an action plan: .xlsx, .ods or .csv"))


def without_given(entries: tuple[SourceEntry, ...], paths: GivenPaths) -> tuple[SourceEntry, ...]:
    """Leave out the given files: what people typed into a plan is no evidence."""
    given = {path.resolve() for path in paths.named.values()}
    return tuple(entry for entry in entries if entry.path.resolve() not in given)


def with_plan(report: GapReport, given: Given, about_gaps: frozenset[str], about_plan: frozenset[str]) -> GapReport:
    """
    Return the report with the rows of the next action plan, and with what the run was given among its inputs.

    `about_gaps` are the rules whose gaps need no row of their own, `about_plan` all that ask about the plan itself.
    """
    incomplete: dict[str, list[str]] = {}
    for place, lacking in given.decisions.problems:
        incomplete.setdefault(place, []).append(lacking[:1].upper() + lacking[1:])
    actions = planned_actions(report, given.plan, about_gaps, incomplete)
    told = plan_warnings(given.plan, actions) if given.plan else ()
    run = replace(report.run, inputs={**report.run.inputs, **given.hashes})
    summary = replace(report.summary, plan_rules=tuple(sorted(about_plan)))
    return replace(report, run=run, summary=summary, actions=actions, warnings=(*report.warnings, *told))
