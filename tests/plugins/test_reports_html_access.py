"""The HTML report in a real browser, for every eye: axe-core, narrow and zoomed pages, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from checker_plugins.reports.html import Html

from checker.domain.change import Change, ChangeKind, Comparison
from checker.domain.report import GapReport

from .browser_pages import OPEN_ALL, ROWS, Opened
from .report_builders import build, nine_statements, nothing

Violations = Callable[[Any], list[str]]
REPORTS = pytest.mark.parametrize("report", [build(), nine_statements(), nothing()], ids=["rich", "nine", "empty"])
WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@REPORTS
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation_with_everything_folded_or_open(
    opened: Opened, violations: Violations, report: GapReport, width: int
) -> None:
    page = opened(report, width=width)

    folded = violations(page)
    page.evaluate(OPEN_ALL)

    assert folded == []
    assert violations(page) == []


@REPORTS
@pytest.mark.parametrize("options", [{"width": 320}, {"width": 640, "device_scale_factor": 2}], ids=["320 px", "200 %"])
def test_a_narrow_or_zoomed_page_has_no_horizontal_scroll(
    opened: Opened, report: GapReport, options: dict[str, int]
) -> None:
    page = opened(report, **options)

    page.evaluate(OPEN_ALL)

    assert not page.evaluate(WIDER_THAN_THE_SCREEN)


CUT_OFF = """all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => one.getAttribute('aria-label'))"""


@REPORTS
def test_on_a_narrow_screen_no_table_is_cut_and_each_cell_names_its_column(opened: Opened, report: GapReport) -> None:
    page = opened(report, width=320)

    page.evaluate(OPEN_ALL)
    cells = page.locator("main td:visible")
    named = "all => all.filter(one => getComputedStyle(one, '::before').content === 'none').length"

    assert page.locator(".scroll:has(table)").evaluate_all(CUT_OFF) == []
    assert cells.count() > 0 or report.run.framework == ""
    assert cells.evaluate_all(named) == 0


def test_a_chart_that_is_wider_than_the_screen_says_that_it_can_be_slid(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report, width=320)

    wider = page.locator(".chart .scroll:visible").evaluate_all(CUT_OFF)

    assert wider
    assert page.locator(".chart .cue:visible").count() >= len(wider)


def test_paper_leaves_out_what_is_folded_says_so_and_has_no_controls(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)

    page.emulate_media(media="print")

    assert page.locator(".on-paper").inner_text().startswith("What is folded on screen is not printed")
    assert page.locator("figure.quote:visible").count() == 0
    assert page.locator(f"{ROWS}:visible").count() == page.locator(ROWS).count()
    assert page.locator(".entry h3:visible").count() == page.locator(".entry").count()
    assert not page.locator(".narrow").first.is_visible()
    assert not page.locator("nav.contents").is_visible()


def test_paper_has_what_was_opened(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)
    page.get_by_role("button", name="Open everything").press("Enter")

    page.emulate_media(media="print")

    quotes = page.locator("figure.quote")
    heights = quotes.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    assert min(heights) > 10


def test_paper_says_that_it_shows_only_a_part(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)
    page.get_by_label("Quality statement", exact=True).select_option("Statement 3")

    page.emulate_media(media="print")

    assert page.locator(".narrowed").inner_text().startswith("Only Statement 3: ")
    assert page.locator("main section[data-of]:visible").count() == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation_on_the_page_of_changes(
    browser: Any, violations: Violations, tmp_path: Path, width: int
) -> None:
    changes = tuple(
        Change(kind=kind, what="gap", id=f"s/{kind.value}", title="A <gap>", weight="essential", after="not met")
        for kind in ChangeKind
    )
    compared = Comparison(
        changes=changes, notes=("The scope differs.",), old_as_of="2025-01-31", new_as_of="2025-03-31"
    )
    file = tmp_path / "changes.html"
    file.write_bytes(b"".join(Html().render_changes(compared)))
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())

    found = violations(page)
    wider = page.evaluate(WIDER_THAN_THE_SCREEN)

    page.close()
    assert (found, wider) == ([], False)
