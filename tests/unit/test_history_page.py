"""Readiness over time as a page: accessible in a real browser, also narrow and with many runs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from checker.history import STATES, Readiness, history_page


def runs(number: int) -> list[Readiness]:
    """Return runs a month apart whose gaps close one after another."""
    return [
        Readiness(
            run=f"{place:012x}",
            as_of=f"20{25 + place // 12}-{place % 12 + 1:02}-15",
            label=f"draft {place} <of many>",
            basis="the same rules" if place < number - 1 else "other rules",
            counts=dict(zip(STATES, (200 + 9 * place, 60, 300 - 9 * place, 12, 1), strict=True)),
        )
        for place in range(number)
    ]


@pytest.mark.parametrize("number", [0, 1, 24])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_no_violation_and_the_page_never_scrolls_sideways(
    browser: Any, violations: Callable[[Any], list[str]], tmp_path: Path, number: int, width: int
) -> None:
    file = tmp_path / "readiness.html"
    file.write_text(history_page(runs(number)), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(file.as_uri())

    found = violations(page)

    wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    context.close()
    assert (found, wider) == ([], False)


def test_days_below_the_columns_do_not_overlap(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "readiness.html"
    file.write_text(history_page(runs(24)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(file.as_uri())

    days = page.locator("svg text", has_text="-15")
    places = days.evaluate_all("all => all.map(one => one.getBoundingClientRect()).map(one => [one.left, one.right])")

    page.close()
    assert len(places) == 24
    assert all(earlier[1] < later[0] for earlier, later in pairwise(places))


def test_each_outcome_is_named_beside_the_last_column_so_that_grey_is_enough() -> None:
    page = history_page(runs(3))

    picture = page.partition("<svg")[2].partition("</svg>")[0]
    assert all(f">{state.capitalize()}</text>" in picture for state in ("met", "partly met", "not met"))
