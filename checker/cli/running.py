"""Runs the work of a command where plugins cannot harm it, and hands its answer to the person at the keyboard."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from checker.values import dataclass

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
    from checker.supervision.supervising import run_supervised

    give(run_supervised(work, settings))


def give(answer: Answer) -> None:
    """Print an answer and end with its exit code."""
    with while_somebody_reads():
        if answer.text:
            click.echo(answer.text)
            sys.stdout.flush()
    if answer.note:
        click.echo(answer.note, err=True)
    click.get_current_context().exit(answer.code)


@contextmanager
def while_somebody_reads() -> Iterator[None]:
    """
    Stop writing to stdout, without a word, when whoever reads it has gone (`checker … | head`); the exit code stays.
    """
    try:
        yield
    except BrokenPipeError:
        let_go_of_stdout()


def let_go_of_stdout() -> None:
    """Let what is still to be written to stdout go nowhere: Python would complain of it when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
