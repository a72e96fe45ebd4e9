"""The command with its subcommands, and what becomes of errors: one plain line and an exit code, never good news."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from errno import EDQUOT, EFBIG, ENOSPC
from importlib import import_module
from io import TextIOWrapper
from typing import NamedTuple

import click

from checker import __version__
from checker.cli.groups import Commands, NoCommand
from checker.cli.options import settings_option
from checker.cli.running import let_go_of_stdout, while_somebody_reads
from checker.errors import CheckerError

WRONG_USE = 2
FAULT = 4
"""A fault of the checker itself: nothing was assessed, and Python's own 1 would read as "gaps found"."""
INTERRUPTED = 130
_FULL = frozenset({ENOSPC, EDQUOT, EFBIG})
"""What a system says of a disk that takes no more, whether stdout or a temporary file stands on it."""


class _Place(NamedTuple):
    module: str
    short_help: str


_COMMANDS: Mapping[str, _Place] = {
    "init": _Place("checker.cli.init", "Prepare a working folder: settings, and where to put evidence."),
    "assess": _Place("checker.cli.assess", "Read documents, evaluate them, write the gap report."),
    "inspect": _Place("checker.cli.inspect", "Show what was read of a file: sentences, figures, citations."),
    "explain": _Place("checker.cli.explain", "Explain a rule, a finding or a passage."),
    "diff": _Place("checker.cli.diff", "Compare two gap reports: what is new, closed, better, worse."),
    "ahead": _Place("checker.cli.ahead", "Say what will be stale, lapse or fall due by a day."),
    "verify": _Place("checker.cli.verify", "Run a report again: is it the same, or what differs?"),
    "freeze": _Place("checker.cli.freeze", "Freeze a finished run, so that nothing is written over it."),
    "history": _Place("checker.cli.history", "Keep reports and show readiness over time."),
    "library": _Place("checker.cli.library", "Check a library of evidence and its register, without assessing."),
    "rules": _Place("checker.cli.rules", "List, show, validate, test, try and start rules."),
    "plugins": _Place("checker.cli.plugins", "List and examine plugins, or start one."),
    "cache": _Place("checker.cli.cache", "Show or clear what is kept between runs."),
}
_EPILOG = """\b
Examples:
  checker assess evidence --out out      write out/gap-report.html and .json
  checker explain data-sharing           what this expectation looks for
  checker rules try data-sharing --on report.docx

\b
Exit codes of assess: 0 no open gaps of the weight asked for; 1 such gaps;
2 wrong use; 3 not everything could be assessed; 4 nothing was assessed.
Other commands: 0 all well; 1 something was found; 2 wrong use.

Nothing leaves this computer. The report is not a rating and not endorsed by
any regulator."""


class LazyCommands(Commands):
    """Subcommands that are imported only when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (the arguments are click's)
        """Return the names in the order in which they are needed."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (the arguments are click's)
        """Import a command, or return `None` if there is none of this name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name].module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 (the arguments are click's)
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, place.short_help) for name, place in _COMMANDS.items()])


@click.command(cls=LazyCommands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@settings_option
@click.version_option(__version__, message="checker %(version)s")
def checker() -> None:
    """
    Compare a council's self-assessment and evidence with what is expected, and write a gap report.

    Read one command's help with: checker COMMAND --help
    """


def run(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code; every error becomes a message on stderr."""
    _speak_utf8()
    return _guarded(lambda: checker.main(args=list(arguments), prog_name="checker", standalone_mode=False))


def _guarded(action: Callable[[], object]) -> int:
    code: object = 0
    try:
        with while_somebody_reads():
            code = action()
            sys.stdout.flush()
    except click.ClickException as error:
        return _wrong_use(error)
    except CheckerError as error:
        return _complain(_with_name(error), WRONG_USE)
    except (KeyboardInterrupt, click.Abort):
        return _complain("checker: stopped; no report was written", INTERRUPTED)
    except OSError as error:
        if error.errno not in _FULL:
            return _fault()
        let_go_of_stdout()
        return _complain(f"checker: nothing more can be written: {error.strerror}.", WRONG_USE)
    except Exception:
        return _fault()
    return code if isinstance(code, int) else 0


def _fault() -> int:
    from traceback import print_exc  # a run that ends well never needs it

    print_exc()
    return _complain("checker: this is a fault of the checker, not of your files; please report the lines above", FAULT)


def _with_name(error: CheckerError) -> str:
    """Problems in files already name their place; other messages begin with the command's name."""
    return str(error) if hasattr(error, "problems") else f"checker: {error}"


def _wrong_use(error: click.ClickException) -> int:
    if isinstance(error, NoCommand):
        return _complain(error.format_message(), WRONG_USE)
    context = getattr(error, "ctx", None)
    hint = f"\nSee: {context.command_path} --help" if context else ""
    return _complain(f"checker: {error.format_message()}{hint}", WRONG_USE)


def _complain(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _speak_utf8() -> None:
    """Windows consoles and pipes may have an encoding without a dash or a quotation mark; that may not stop us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
