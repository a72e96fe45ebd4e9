"""`checker cache`: what is kept between runs, and how to remove it."""

from __future__ import annotations

import click

from checker.cli.groups import Commands
from checker.cli.running import Answer, give


@click.group(cls=Commands)
def cache() -> None:
    """
    Show or clear what is kept between runs.

    Only loaded rule packs are kept, never anything of a document. The environment variable CHECKER_CACHE names another
    folder; CHECKER_CACHE=0 keeps nothing.
    """


@cache.command()
def show() -> None:
    """Say where the cache is."""
    from checker.cache_folder import cache_folder

    folder = cache_folder()
    give(Answer(text=str(folder) if folder else "Nothing is kept: CHECKER_CACHE is 0."))


@cache.command()
def clear() -> None:
    """Remove what is kept; the next run makes it anew."""
    from checker.cache_folder import clear_cache

    folder = clear_cache()
    give(Answer(text=f"Cleared: {folder}" if folder else "There was nothing to clear."))
