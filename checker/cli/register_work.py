"""The work of `checker library map`: shows what the columns of a register are, and keeps what was confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from checker.cli.loaded import load
from checker.cli.look import Look, count, in_quotes, safe, table
from checker.cli.register_saving import save_register
from checker.cli.running import Answer
from checker.domain.register import CONFIRM, Register, RegisterColumn
from checker.errors import UsageError, shown_path
from checker.plugin_manager import PluginSetup
from checker.run.tagging import read_register_file
from checker.suggestions import suggest
from checker.values import dataclass

_MOST_NOTES = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class MapJob:
    """A register, headings given for its columns (`known`: those of the settings), and whether to keep them."""

    file: Path
    columns: tuple[str, ...]
    known: Mapping[str, str]
    save: bool
    packs: tuple[Path, ...]
    look: Look


def map_columns(job: MapJob, setup: PluginSetup) -> Answer:
    """Return what each column is; exit code 1 while a heading is only guessed and not saved."""
    loaded = load(setup, job.packs)
    given = dict(map(_told, job.columns))
    told = {**job.known, **given}
    register = read_register_file(job.file, loaded.plugins, loaded.book, told)
    lost = [heading for heading in given.values() if heading and heading not in register.columns.values()]
    if lost:
        have = [*register.columns.values(), *register.proposed.values(), *register.unused]
        raise UsageError(f"{shown_path(job.file)} has no heading '{lost[0]}' ({suggest(lost[0], have)})")
    refused = {column: "" for column, heading in told.items() if not heading}
    saved = [save_register(job.file, {**refused, **_as_confirmed(register)})] if job.save else []
    lines = [*_lines(register, refused, job), *saved]
    return Answer(text="\n".join(lines), code=1 if _is_open(register) and not job.save else 0)


def _is_open(register: Register) -> bool:
    """Whether a person has to say what a column is: one is only guessed, or has another heading than it had."""
    return bool(register.guessed or register.proposed or register.lost)


def _as_confirmed(register: Register) -> dict[str, str]:
    """Return the headings by column if all that is guessed is right."""
    return {column.value: heading for column, heading in sorted({**register.columns, **register.proposed}.items())}


def _told(text: str) -> tuple[str, str]:
    column, sign, heading = text.partition("=")
    known = [one.value for one in RegisterColumn]
    if not sign or column not in known:
        raise UsageError(f"--column {text}: '{column}' is no column of a register ({suggest(column, known)})")
    return column, heading.strip()


def _lines(register: Register, refused: Iterable[str], job: MapJob) -> Iterator[str]:
    look = job.look
    yield look.title(f"{safe(register.name)}: {count(len(register.rows), 'row')}")
    guesses = dict.fromkeys(register.guessed, " (a guess)")
    guesses |= dict.fromkeys(register.proposed, " (a guess, not used until it is confirmed)")
    headings = sorted({**register.columns, **register.proposed}.items())
    rows = [(column.value, f"“{safe(heading)}”{guesses.get(column, '')}") for column, heading in headings]
    yield from table([*rows, *((column, "none, as you said") for column in refused)])
    if register.unused:
        yield from look.wrapped("Not used: " + ", ".join(f"“{safe(heading)}”" for heading in register.unused), 2)
    notes = [note for note in register.notes if CONFIRM not in note]  # what is guessed is asked below
    for note in notes[:_MOST_NOTES]:
        yield from look.wrapped(safe(note), 2, "- ")
    if len(notes) > _MOST_NOTES:
        more = count(len(notes) - _MOST_NOTES, "more entry", "more entries")
        yield f"  and {more} to check: checker library check"
    if _is_open(register) and not job.save:
        yield from ("", *_questions(register, job))


def _questions(register: Register, job: MapJob) -> Iterator[str]:
    asked = (*register.guessed, *register.proposed)
    headings = {**register.columns, **register.proposed}
    for column in asked:
        yield from job.look.wrapped(f"We need '{column.value}'. You have '{safe(headings[column])}'. Use it?")
    unnamed = (*asked, *register.lost)[0].value
    command = f"checker library map {in_quotes(shown_path(job.file))}"
    yield f"  yes:  {command} --save"
    yield f'  no:   {command} --column {unnamed}="…" --save'
    yield f"  none: {command} --column {unnamed}= --save"
