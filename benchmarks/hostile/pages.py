"""The table of hostile files: a line for the terminal, and the page docs/hostile-files.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .measure import Ending

_HEAD = """# Hostile files

Written by `benchmarks/hostile/run --write-docs`.

An evidence library comes from many hands: files are cut off, protected, misnamed, or made to harm. Each of these was
made and read in a process of its own. The time is that of the processor, for reading and marking; the memory is the
most that the process held, all rules loaded (about 90 MB).

What must hold for each: no more than 10 seconds (for each document in it) and 512 MB, no crash, and an honest ending:
read in full, in part or not, with the reason in plain words. An empty text from a file that holds something is never
"ok".

| file | what it is | ends | s | MB | what the report says |
| --- | --- | --- | ---: | ---: | --- |"""


def printed(ending: Ending) -> str:
    """Return the line for the terminal."""
    name = _shown(ending.file.name)
    wrong = f"  WRONG: {ending.wrong}" if ending.wrong else ""
    told = f" {ending.reason[:70]}" if ending.reason else ""
    return f"{name:20} {ending.status:8}{ending.seconds:6.1f} s{ending.megabytes:6} MB{wrong}{told}"


def write_page(endings: Sequence[Ending], root: Path) -> Path:
    """Write the page and return where it is."""
    path = root / "docs" / "hostile-files.md"
    path.write_text("\n".join(_page(endings)) + "\n", encoding="utf-8")
    return path


def _page(endings: Sequence[Ending]) -> Iterator[str]:
    yield _HEAD
    for one in endings:
        reason = one.reason.replace("|", "\\|") + (f" **{one.wrong}**" if one.wrong else "")
        cells = (
            f"`{_shown(one.file.name)}`",
            one.file.what,
            one.status,
            f"{one.seconds:.1f}",
            f"{one.megabytes}",
            reason,
        )
        yield f"| {' | '.join(cells)} |"
    wrong = sum(1 for one in endings if one.wrong)
    yield f"\n{len(endings) - wrong} of {len(endings)} end as they should."
    yield "\nOf an archive or a letter the table shows the file itself;"
    yield "what lies in it is listed in the report with its own status and reason."


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in name)
