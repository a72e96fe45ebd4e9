"""The work of `checker library map`: shows what the columns of a register are, and keeps what was confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from checker.cli.loaded import load
from checker.cli.look import Look, count, safe, table
from checker.cli.running import Answer
from checker.domain.register import Register, RegisterColumn
from checker.errors import UsageError, shown_path
from checker.plugin_manager import PluginSetup
from checker.run.tagging import read_register_file
from checker.settings import FILE_NAME
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
    told = {**job.known, **dict(map(_told, job.columns))}
    register = read_register_file(job.file, loaded.plugins, loaded.book, told)
    lost = [heading for heading in told.values() if heading not in register.columns.values()]
    if lost:
        have = [*register.columns.values(), *register.unused]
        raise UsageError(f"{shown_path(job.file)} has no heading '{lost[0]}' ({suggest(lost[0], have)})")
    saved = [_save(job.file, register)] if job.save else []
    lines = [*_lines(register, job), *saved]
    return Answer(text="\n".join(lines), code=1 if register.guessed and not job.save else 0)


def _told(text: str) -> tuple[str, str]:
    column, sign, heading = text.partition("=")
    known = [one.value for one in RegisterColumn]
    if not sign or column not in known:
        raise UsageError(f"--column {text}: '{column}' is no column of a register ({suggest(column, known)})")
    return column, heading.strip()


def _lines(register: Register, job: MapJob) -> Iterator[str]:
    look = job.look
    yield look.title(f"{safe(register.name)}: {count(len(register.rows), 'row')}")
    rows = [
        (column.value, f"“{safe(heading)}”" + (" (a guess)" if column in register.guessed else ""))
        for column, heading in sorted(register.columns.items())
    ]
    yield from table(rows)
    if register.unused:
        yield from look.wrapped("Not used: " + ", ".join(f"“{safe(heading)}”" for heading in register.unused), 2)
    for note in register.notes[:_MOST_NOTES]:
        yield from look.wrapped(safe(note), 2, "- ")
    if len(register.notes) > _MOST_NOTES:
        more = count(len(register.notes) - _MOST_NOTES, "more entry", "more entries")
        yield f"  and {more} to check: checker library check"
    if register.guessed and not job.save:
        yield ""
        for column in register.guessed:
            heading = safe(register.columns[column])
            yield from look.wrapped(f"We need '{column.value}'. You have '{heading}'. Use it?")
        yield f"  yes:  checker library map {shown_path(job.file)} --save"
        yield f'  no:   checker library map {shown_path(job.file)} --column {register.guessed[0].value}="…" --save'


def _save(file: Path, register: Register) -> str:
    """Add the register to the settings of this folder. `UsageError` if they have one already."""
    settings = Path(FILE_NAME)
    columns = {column.value: heading for column, heading in sorted(register.columns.items())}
    block = yaml.safe_dump(
        {"register": {"file": shown_path(file), "columns": columns}}, allow_unicode=True, sort_keys=False
    )
    there = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    if any(line.startswith("register:") for line in there.splitlines()):
        raise UsageError(f"{FILE_NAME} has a register already (put this in its place):\n{block}")
    try:
        with settings.open("a", encoding="utf-8", newline="\n") as opened:
            opened.write(("" if not there or there.endswith("\n") else "\n") + block)
    except OSError as error:
        raise UsageError(f"{FILE_NAME} cannot be written: {error.strerror or type(error).__name__}.") from error
    return f"Saved in {FILE_NAME}."
