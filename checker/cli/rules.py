"""`checker rules`: list, show, validate, test, try and start rules; what handles whole packs is in `packs`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.groups import Commands
from checker.cli.look import Look
from checker.cli.options import (
    PATH,
    as_of_option,
    day_of,
    edition_option,
    json_option,
    pack_option,
    settings_option,
    used_settings,
)
from checker.cli.packs import COMMANDS
from checker.cli.running import answer_with

if TYPE_CHECKING:
    from checker.cli.rules_work import RuleQuery
    from checker.settings import Settings

_EPILOG = """\b
How a rule author works:
  checker rules new our-region            a pack to start from
  checker rules try RULE --on FILE        what its words hit, and nearly hit
  checker rules validate our_region       every mistake, with file and line
  checker rules test our_region --coverage
  checker assess evidence --pack our_region --out out

How a pack is signed off and handed on:
  checker rules preview our_region --out our-region.docx
  checker rules build our_region --out our-region.zip
  checker rules install our-region.zip

The pack format is described in docs/pack-format.md."""
_FOLDERS = click.argument("folders", metavar="[FOLDER]...", type=PATH, nargs=-1)


@click.group(cls=Commands, epilog=_EPILOG)
@settings_option
def rules() -> None:
    """List, show, validate, test, try and start rules. A rule is YAML; it needs no Python."""


@rules.command("list", short_help="List every rule.")
@click.option("--statement", "statements", metavar="ID", multiple=True, help="Only rules of this quality statement.")
@json_option("the rules")
@pack_option
@edition_option
@settings_option
def list_(statements: tuple[str, ...], format_: str, packs: tuple[Path, ...], edition: str | None) -> None:
    """List every rule of every pack in use, default rules written out, and what overlays switch off."""
    from checker.cli.rules_work import list_rules

    settings = used_settings()
    work = partial(list_rules, _query(settings, packs, edition), statements, format_ == "json")
    answer_with(work, settings)


@rules.command(short_help="Show a rule or an expectation in full.")
@click.argument("rule")
@click.option(
    "--why", is_flag=True, help="Show also where each setting comes from: file and line of base and overlays."
)
@pack_option
@edition_option
@settings_option
def show(rule: str, why: bool, packs: tuple[Path, ...], edition: str | None) -> None:
    """Show a rule or an expectation in full: what it asks, why, its words, cases and sources."""
    from checker.cli.rules_work import show_rule

    settings = used_settings()
    answer_with(partial(show_rule, _query(settings, packs, edition), rule, why), settings)


@rules.command(short_help="Check packs: every mistake with file and line.")
@_FOLDERS
@edition_option
@settings_option
def validate(folders: tuple[Path, ...], edition: str | None) -> None:
    """
    Check packs and show every mistake with its file and line; exit code 2 if there is one.

    Without FOLDER the packs in use are checked; with one, it and the packs that it extends. Shown besides, and no
    mistakes: overlays that disagree, what nothing asks about (any longer), and expectations that rest on wording which
    the edition in use has changed.
    """
    from checker.cli.rules_work import validate_packs

    settings = used_settings()
    work = partial(validate_packs, folders, settings.packs, edition or settings.edition)
    answer_with(work, settings)


@rules.command(short_help="Run the cases of packs.")
@_FOLDERS
@click.option("--coverage", is_flag=True, help="Fail also for rules, phrases and changes that no case tests.")
@pack_option
@settings_option
def test(folders: tuple[Path, ...], coverage: bool, packs: tuple[Path, ...]) -> None:
    """
    Run the cases of packs; exit code 1 if one fails, or if a FOLDER has none, 3 if a plugin failed.

    Without FOLDER the cases of all packs in use are run. Cases of a pack with an overlay are run on the packs that it
    extends as it changes them, and may name their rules; --pack names packs that it extends and that are not in use.

    With --coverage every rule needs a case that meets it and one that does not (a default rule once for its pack),
    every expectation a sentence that its phrases hit and one that they miss, and each parameter and word that an
    overlay changes a case of its own. What an overlay leaves without anything that asks about it is told.
    """
    from checker.cli.cases_work import CasesJob, test_packs

    settings = used_settings()
    job = CasesJob(folders=folders, used=settings.packs, beside=packs, coverage=coverage)
    answer_with(partial(test_packs, job), settings)


@rules.command("try", short_help="Try a rule's words on a document.")
@click.argument("rule")
@click.option("--on", "file", type=PATH, required=True, metavar="FILE", help="The document to try it on.")
@as_of_option
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="How many of each to show.")
@pack_option
@settings_option
def try_(rule: str, file: Path, as_of: str | None, most: int, packs: tuple[Path, ...]) -> None:
    """
    Show what the words of RULE (or of an expectation) hit in a document, and what they nearly hit.

    Matched words stand in [ ]. Near misses have one part of a phrase with "...", only a hint, or words that not_when
    hides.
    """
    from checker.cli.try_work import TryJob, try_rule

    settings = used_settings()
    job = TryJob(
        rule=rule,
        file=file,
        as_of=day_of(as_of, settings),
        most=most,
        packs=(*settings.packs, *packs),
        look=Look.of_stdout(),
    )
    answer_with(partial(try_rule, job), settings)


@rules.command(short_help="Start a rule pack.")
@click.argument("name")
@click.option("--in", "folder", type=PATH, default=Path(), metavar="DIR", help="Folder to make the pack's folder in.")
@click.option(
    "--statement",
    default="",
    metavar="ID",
    help="Quality statement to start with. [default: the first that has a pack]",
)
@click.option("--overlay", is_flag=True, help="Start a pack that changes what another pack asks, with examples.")
@settings_option
def new(name: str, folder: Path, statement: str, *, overlay: bool) -> None:
    """Start a rule pack: one expectation, one rule and cases that pass as written; or an overlay with its cases."""
    from checker.cli.start_work import StartJob, start_overlay, start_pack

    settings = used_settings()
    job = StartJob(folder=folder, name=name, statement=statement, packs=tuple(settings.packs))
    answer_with(partial(start_overlay if overlay else start_pack, job), settings)


for _command in COMMANDS:
    rules.add_command(_command)


def _query(settings: Settings, packs: tuple[Path, ...], edition: str | None) -> RuleQuery:
    from checker.cli.rules_work import RuleQuery

    chosen = edition or settings.edition
    return RuleQuery(packs=(*settings.packs, *packs), edition=chosen, look=Look.of_stdout())
