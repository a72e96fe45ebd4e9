"""The work of `checker init`: makes the folder, and says what to do next for the statements that are chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.cli.look import count, safe
from checker.cli.running import Answer
from checker.domain.pack import RuleBook
from checker.errors import shown_path
from checker.pipeline import load_book
from checker.plugin_manager import PluginSetup
from checker.run.scope import check_statements
from checker.scaffolding.working_folder import prepare
from checker.settings import FILE_NAME, load_settings


def prepared(folder: Path, statements: tuple[str, ...], setup: PluginSetup) -> Answer:
    """Return what was made and what to do next. `UsageError` for a statement that does not exist."""
    book = load_book(setup.load(), (), None, "")
    check_statements(statements, book)
    made = prepare(folder, statements)
    lines = [f"  {'written' if new else 'was there'}  {shown_path(path)}" for path, new in made.items()]
    told = load_settings(folder / FILE_NAME).statements
    return Answer(text="\n".join([*lines, *_next(folder, statements, told, book)]))


def _next(folder: Path, asked: tuple[str, ...], told: tuple[str, ...], book: RuleBook) -> Iterator[str]:
    """Yield the command to run, limited to what was asked for where the settings do not say so already."""
    options = "" if set(asked) == set(told) else "".join(f" --statement {one}" for one in asked)
    yield from ("", "Put the documents there, then:", "")
    if folder != Path():
        yield f"  cd {shown_path(folder)}"
    yield f"  checker assess self-assessment evidence --out out{options}"
    yield ""
    if chosen := asked or told:
        named = [one.title for one in book.framework.statements if one.id in chosen]
        yield safe(f"This looks at: {', '.join(named)}.")
        return
    with_rules = {one.statement for one in book.expectations}
    yield f"This looks at {count(len(with_rules), 'quality statement')}, unless each document names its own."
    yield f"To look at some, name them in {FILE_NAME} (statements:), or add --statement ID:"
    yield ""
    yield from (f"  {safe(one.id)}" for one in book.framework.statements if one.id in with_rules)
