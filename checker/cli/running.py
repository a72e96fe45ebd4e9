"""Runs the work of a command where plugins cannot harm it, and hands its answer to the person at the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from checker.plugin_manager import PluginSetup
    from checker.settings import Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a command has to say: `text` for stdout, `note` for stderr, and the exit code."""

    text: str = ""
    note: str = ""
    code: int = 0


def answer_with(work: Callable[[PluginSetup], Answer], settings: Settings) -> None:
    """Do the work of a command that needs plugins, print what it answers and end with its exit code."""
    from checker.supervision import run_supervised

    give(run_supervised(work, settings))


def give(answer: Answer) -> None:
    """Print an answer and end with its exit code."""
    if answer.text:
        click.echo(answer.text)
    if answer.note:
        click.echo(answer.note, err=True)
    click.get_current_context().exit(answer.code)
