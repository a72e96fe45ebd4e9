"""The commands of `checker rules` that handle whole packs: diff, build, install, preview, pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from checker.cli.look import Look
from checker.cli.options import (
    PATH,
    edition_option,
    json_option,
    pack_option,
    settings_option,
    used_settings,
)
from checker.cli.running import answer_with


@click.command("diff", short_help="Compare two packs, or two editions of the framework.")
@click.argument("old")
@click.argument("new")
@json_option("the differences")
@pack_option
@settings_option
def diff_(old: str, new: str, format_: str, packs: tuple[Path, ...]) -> None:
    """
    Show what is different between two packs, or between two editions of the framework; exit code 1 if anything is.

    OLD and NEW are folders, ids of packs in use, or ids of editions. Shown are what was added, removed and changed:
    wording, parameters, weights and phrases, and which expectations rest on changed wording.
    """
    from checker.cli.pack_diff_work import diff_packs

    settings = used_settings()
    work = partial(diff_packs, (old, new), (*settings.packs, *packs), format_ == "json", Look.of_stdout())
    answer_with(work, settings)


@click.command(short_help="Make one file of a pack, to hand it on.")
@click.argument("folder", type=PATH)
@click.option("--out", type=PATH, required=True, metavar="FILE.zip", help="The file to write.")
@pack_option
@settings_option
def build(folder: Path, out: Path, packs: tuple[Path, ...]) -> None:
    """
    Make one zip of the pack in FOLDER, with a manifest of hashes, for others to install.

    The pack must be valid, its cases must pass, and its pack.yaml must name licence, author, date and edition. The same
    pack gives the same bytes.
    """
    from checker.cli.archive_work import build_pack_file

    settings = used_settings()
    answer_with(partial(build_pack_file, folder, out, (*settings.packs, *packs)), settings)


@click.command(short_help="Install a pack from one file.")
@click.argument("file", type=PATH, metavar="FILE.zip")
@click.option("--in", "folder", type=PATH, default=Path("packs"), show_default=True, metavar="DIR", help="Where to.")
@click.option("--replace", is_flag=True, help="Take the place of another version that is installed there.")
@pack_option
@settings_option
def install(file: Path, folder: Path, replace: bool, packs: tuple[Path, ...]) -> None:
    """
    Check a pack that `checker rules build` made, hash by hash, and install it into DIR.

    Nothing is installed that is not whole and valid. It is used with --pack, or when checker.yaml names its folder.
    """
    from checker.cli.archive_work import InstallJob, install_pack

    settings = used_settings()
    job = InstallJob(file=file, folder=folder, replace=replace, packs=(*settings.packs, *packs))
    answer_with(partial(install_pack, job), settings)


@click.command(short_help="Write a pack for people who do not read YAML.")
@click.argument("pack", required=False, default="")
@click.option("--out", type=PATH, required=True, metavar="FILE", help="The file to write: .docx or .html.")
@pack_option
@edition_option
@settings_option
def preview(pack: str, out: Path, packs: tuple[Path, ...], edition: str | None) -> None:
    """
    Write a pack as a Word or HTML document for sign-off: what is expected, why, what is looked for, in plain words.

    PACK is a folder or the id of a pack in use; without it the first pack in use.
    """
    from checker.cli.preview_work import PreviewJob, write_preview

    settings = used_settings()
    job = PreviewJob(pack=pack, out=out, packs=(*settings.packs, *packs), edition=edition or settings.edition)
    answer_with(partial(write_preview, job), settings)


@click.command(short_help="Write one page of Markdown for each expectation.")
@click.option(
    "--out", type=PATH, required=True, metavar="DIR", help="The folder to write; old pages in it are removed."
)
@pack_option
@settings_option
def pages(out: Path, packs: tuple[Path, ...]) -> None:
    """Write a page of Markdown for each expectation of the packs in use, and an index for each quality statement."""
    from checker.cli.preview_work import write_pages

    settings = used_settings()
    answer_with(partial(write_pages, out, (*settings.packs, *packs)), settings)


COMMANDS = (diff_, build, install, preview, pages)
