"""Writes the figures where people read them: docs/accuracy.md, and the table in benchmarks/README.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .intervals import TIMES
from .labels import LabelError
from .printed import (
    HELD_OUT_NOTE,
    family_table,
    fit_table,
    fit_verdict,
    name_of,
    set_table,
    side_by_side,
    size_of,
    unused_families,
)
from .reliability import reliability_lines
from .results import MOST_AHEAD, Results, SetResult
from .tables import FEW, NOT_MEASURED, Table, figure, number

BEGIN = "<!-- figures: written by `benchmarks/accuracy/run --write-docs` -->"
END = "<!-- figures: end -->"
_HERE = Path(__file__).resolve().parent


def write_pages(results: Results, root: Path) -> tuple[Path, ...]:
    """Write both pages and return where they are. `LabelError` if the README has no place for the table."""
    page, readme = root / "docs" / "accuracy.md", root / "benchmarks" / "README.md"
    text = with_figures(readme.read_text(encoding="utf-8"), results)
    page.write_text("\n\n".join(accuracy_page(results)) + "\n", encoding="utf-8")
    readme.write_text(text, encoding="utf-8")
    reliability = root / "rules" / "cqc_local_authority" / "reliability.yaml"
    reliability.write_text("\n".join(reliability_lines(results)) + "\n", encoding="utf-8")
    return page, readme, reliability


def with_figures(readme: str, results: Results) -> str:
    """Return the README with the present table between its two marks."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        msg = f"benchmarks/README.md: the marks around the figures are missing (expected {BEGIN!r} … {END!r})"
        raise LabelError(msg)
    return f"{before}{BEGIN}\n\n{side_by_side(results).as_markdown()}\n\n{fit_verdict(results)}\n\n{END}{after}"


def accuracy_page(results: Results) -> Iterator[str]:
    """Yield the parts of docs/accuracy.md."""
    head, limits = (_HERE / "accuracy-page.md").read_text(encoding="utf-8").split("<!-- the figures stand here -->")
    yield head.strip().format(times=TIMES, few=FEW, ahead=f"{MOST_AHEAD:.2f}")
    yield from _sets(results)
    yield from _expectations(results)
    yield from _families(results)
    yield limits.strip()


def _sets(results: Results) -> Iterator[str]:
    yield "## All sets side by side"
    yield "The checker's figure, and after the stroke that of plain keywords."
    yield side_by_side(results).as_markdown()
    yield "### Are the rules fitted to what they were improved on?"
    yield fit_table(results).as_markdown()
    yield fit_verdict(results)
    for one in results.sets:
        yield f"### {name_of(one)}"
        yield f"{one.labelled.about.capitalize()}. {size_of(one).capitalize()}."
        yield set_table(results, one).as_markdown()


def _expectations(results: Results) -> Iterator[str]:
    yield "# Expectation by expectation"
    yield (
        "`n` is the number of sentences that are labelled with the expectation. The line that says most about a text "
        f"that nobody has seen is the one marked *{HELD_OUT_NOTE}*."
    )
    titles = {expectation.id: expectation.title for expectation in results.book.expectations}
    for key, title in titles.items():
        yield f"## {key}"
        yield f"{title}."
        yield _one_expectation(results, key)


def _one_expectation(results: Results, key: str) -> str:
    rows = [_row(results, one, key) for one in results.sets if results.names_expectations(one)]
    if all(row[1] == NOT_MEASURED for row in rows):
        return f"{NOT_MEASURED.capitalize()}: no sentence of any set is labelled with it."
    return Table(columns=("Set", "n", "precision", "recall", "F1", "F1 lenient"), rows=tuple(rows)).as_markdown()


def _row(results: Results, one: SetResult, key: str) -> tuple[str, ...]:
    found = results.expectation(one, key)
    if not found.n:
        return (name_of(one), NOT_MEASURED, "-", "-", "-", "-")
    values = (found.precision, found.recall, found.f1, found.lenient)
    return (name_of(one), number(found.n), *(figure(value) for value in values))


def _families(results: Results) -> Iterator[str]:
    yield "# Families of cues"
    yield (
        "For or against is decided by cues: words in `rules/*/lexicon/`. A family is right where the polarity that its "
        "cue decided is one that a careful reader gives; shortfall and mixed count as the same here. `improved on` is "
        "all sets that rules were improved on, together."
    )
    yield family_table(results).as_markdown()
    unused = ", ".join(f"`{one}`" for one in unused_families(results)) or "none"
    yield f"Not measured, because they decided no sentence here: {unused}."
