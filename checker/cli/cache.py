"""`checker cache`: what is kept between runs, and how to remove it."""

from __future__ import annotations

from pathlib import Path

import click

from checker.cli.groups import Commands
from checker.cli.options import PATH
from checker.cli.running import Answer, give


@click.group(cls=Commands)
def cache() -> None:
    """
    Show or clear what is kept between runs.

    Loaded rule packs are kept, and what was made of documents, with personal data masked, so that the next run reads
    only what has changed. The environment variable CHECKER_CACHE names another folder; CHECKER_CACHE=0 keeps nothing.
    """


_WITHIN = click.option("--cache", "within", type=PATH, metavar="DIR", help="The folder that `assess --cache` named.")


@cache.command()
@_WITHIN
def show(within: Path | None) -> None:
    """Say where the cache is, and how much is kept."""
    from checker.cache_folder import cache_folder, kept_bytes

    folder = cache_folder(within)
    if folder is None:
        give(Answer(text="Nothing is kept: CHECKER_CACHE is 0."))
    packs, documents = (f"{kept / 1e6:,.1f} MB" for kept in kept_bytes(within))
    give(Answer(text=f"{folder}\nRule packs: {packs}\nDocuments: {documents}"))


@cache.command()
@_WITHIN
def clear(within: Path | None) -> None:
    """Remove what is kept; the next run makes it anew."""
    from checker.cache_folder import clear_cache

    folder = clear_cache(within)
    give(Answer(text=f"Cleared: {folder}" if folder else "There was nothing to clear."))
