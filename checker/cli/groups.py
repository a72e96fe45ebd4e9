"""Commands that have subcommands: no subcommand shows the help, a mistyped one gets a suggestion."""

from __future__ import annotations

from typing import Any

import click

from checker.suggestions import suggest


class NoCommand(click.UsageError):
    """No subcommand was given; the message is the help."""


class Commands(click.Group):
    """A group of commands; the same with every version of click."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **{**options, "no_args_is_help": False})

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse a call without anything."""
        if not args:
            raise NoCommand(ctx.get_help(), ctx)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was asked for."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            ctx.fail(f"there is no command '{args[0]}' ({suggest(args[0], known)})")
        return super().resolve_command(ctx, args)
