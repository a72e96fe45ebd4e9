"""The Markdown report."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

import pytest
from checker_plugins.reports.markdown import Markdown, escaped

from checker.domain.report import GapReport

from .report_builders import build

NASTY = (
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](http://a.example/x.png)",
    "`code`",
    "a | b",
    "<!-- x -->",
    "https://evil.example/?q=1",
    "www.evil.example",
    "# Heading",
    "- item",
    "1. item",
    "+ item",
    "> quote",
    "---",
    "===",
    "~~~",
    "**bold**",
    "__init__",
    "&lt;b&gt;",
    "[1]: http://evil.example",
    "$$x$$",
    "\\",
    "=cmd|' /C calc'!A0",
    "user@evil.example",
)


def written(report: GapReport) -> str:
    return b"".join(Markdown().render(report)).decode()


@pytest.mark.parametrize("text", NASTY)
def test_text_of_documents_stays_text(text: str) -> None:
    safe = escaped(text)

    assert "<" not in safe
    assert not re.search(r"(?<!\\)[\[\]`|*_~$]", safe)
    assert not re.search(r"(?i)https?:|www\.|@", safe)
    assert not re.match(r"([#>+=-]|\d+[.)])(\s|$|[-=])", safe)


def test_plain_text_stays_readable() -> None:
    assert escaped("Care & support, 50% (2025) – it's “fine”.") == "Care & support, 50% (2025) – it's “fine”."


@pytest.mark.parametrize("text", NASTY)
def test_no_document_adds_a_line_of_its_own_kind(text: str) -> None:
    report = written(build(lambda told: f"{text} {told}"))
    clean = written(build())

    def shape(lines: str) -> list[str]:
        return [re.match(r"(#+ |- |> |>$|\| |\d+\. )?", line).group() for line in lines.split("\n") if line.strip()]

    assert shape(report) == shape(clean)


def test_every_row_of_a_table_has_the_cells_of_its_head() -> None:
    report = written(build(lambda told: f"{told} | more"))
    bars = [len(re.findall(r"(?<!\\)\|", line)) for line in report.split("\n")]
    tables = [list(group) for is_table, group in groupby(bars, key=bool) if is_table]

    assert len(tables) > 3
    assert [rows for rows in tables if len(set(rows)) != 1] == []


def test_there_is_one_title_and_no_heading_level_is_skipped(rich_report: GapReport) -> None:
    levels = [len(found) for found in re.findall(r"^(#+) ", written(rich_report), flags=re.MULTILINE)]

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_only_the_links_of_packs_are_links(rich_report: GapReport) -> None:
    assert re.findall(r"(?<!\\)\[[^\]]*\]\([^)]*\)", written(rich_report)) == [
        "[How reliable is this?](<https://example.org/data>)"
    ]
