"""Shows the figures: as a table on the terminal, and as docs/fidelity.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .scoring import PARTS, Count

if TYPE_CHECKING:
    from .measure import Result

GOALS = {"pdf": 0.98}
"""Share of paragraphs that is aimed at; for a format that is not named, all of them."""
_WIDTHS = (5, 23)
_HERE = Path(__file__).resolve().parent


def table_lines(results: Sequence[Result], *, head: bool) -> Iterator[str]:
    """Yield a table for the terminal: shares in per cent, at most 100 columns."""
    if head:
        yield _line("", "written by", PARTS)
    for result in results:
        figures = [_figure(result.counts.get(part)) for part in PARTS]
        name, suffix = result.writer.name, result.writer.suffix
        if result.problem:
            yield f"{suffix:<{_WIDTHS[0]}} {name:<{_WIDTHS[1]}} {result.problem}"
        if result.counts:
            yield _line(suffix, name, figures)


def _line(suffix: str, name: str, cells: Sequence[str]) -> str:
    return f"{suffix:<{_WIDTHS[0]}} {name:<{_WIDTHS[1]}}" + "".join(
        f"{cell:>{max(len(part), 5) + 1}}" for cell, part in zip(cells, PARTS, strict=True)
    )


def _figure(count: Count | None) -> str:
    return "-" if count is None or not count.of else f"{100 * count.share:.1f}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def write_page(results: Sequence[Result], path: Path) -> None:
    """Write the page with all figures."""
    columns = ("format", "written by", "paragraphs written", *PARTS)
    rows = [_row(columns), "| --- | --- |" + " ---: |" * (len(columns) - 2)]
    for result in results:
        written = result.counts.get("paragraphs", Count()).of
        figures = [_figure(result.counts.get(part)) for part in PARTS]
        rows.append(_row((result.writer.suffix, result.writer.name, str(written or "-"), *figures)))
    rows += ["", *(f"- {one.writer.suffix}, {one.writer.name}: {one.problem}." for one in results if one.problem)]
    head, tail = (_HERE / "fidelity-page.md").read_text(encoding="utf-8").split("<!-- the figures stand here -->")
    path.write_text(head + "\n".join(rows) + tail, encoding="utf-8")
