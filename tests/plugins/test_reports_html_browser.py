"""The HTML report in a real browser, worked by keyboard: focus, folding, filters, links."""

from __future__ import annotations

import pytest

from checker.domain.report import GapReport

from .browser_pages import OPEN_ALL, ROWS, Opened

FOCUSED = """() => {
  const one = document.activeElement, look = getComputedStyle(one), place = one.getBoundingClientRect();
  return {tag: one.tagName, text: one.textContent, ring: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth),
          seen: place.bottom > 0 && place.top < innerHeight && place.right > 0 && place.width > 0};
}"""


def test_the_skip_link_leads_past_the_contents(opened: Opened, rich_report: GapReport) -> None:
    page = opened(rich_report)

    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    page.keyboard.press("Enter")

    assert (first["text"], first["seen"]) == ("Skip to the report", True)
    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_is_always_in_sight_and_marked(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)
    stops = []
    for _ in range(150):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))

    assert {"A", "SUMMARY", "SELECT", "BUTTON"} <= {one["tag"] for one in stops}
    assert [one for one in stops if not (one["seen"] and one["ring"] >= 2)] == []


def test_details_open_by_keyboard(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)
    details = page.locator("main details").first

    details.locator("summary").first.focus()
    page.keyboard.press("Enter")

    assert details.evaluate("one => one.open")


BOXES = ".entry .box"


def test_an_owner_sees_only_what_is_theirs_by_keyboard_and_the_number_is_announced(
    opened: Opened, rich_report: GapReport
) -> None:
    page = opened(rich_report)
    everything = page.locator(ROWS).count()
    expectations = page.locator(".entry").count()

    page.get_by_label("Owner").focus()
    page.keyboard.type("Head of commissioning")

    assert page.locator(f"{ROWS}:visible").count() == 1
    assert page.locator(".entry:visible").count() == 1
    assert page.locator(f"{BOXES}:visible").count() == 1
    told = f"1 of {everything} gaps and questions, 1 of {expectations} expectations shown"
    assert page.locator("[aria-live=polite]").inner_text() == told
    assert page.locator(".narrowed").inner_text().startswith(f"Only Head of commissioning: {told}.")

    page.get_by_role("button", name="Show all").press("Enter")

    assert page.locator(f"{ROWS}:visible").count() == everything
    assert page.locator(".entry:visible").count() == expectations
    assert not page.locator(".narrowed").is_visible()


@pytest.mark.parametrize(
    ("label", "value"), [("Quality statement", "Working together"), ("Outcome", "Needs a person to decide")]
)
def test_every_row_shown_has_what_was_chosen(opened: Opened, rich_report: GapReport, label: str, value: str) -> None:
    page = opened(rich_report)

    page.get_by_label(label, exact=True).select_option(value)

    shown = page.locator(f"{ROWS}:visible")
    hidden = page.locator(f"{ROWS}:not(:visible)")
    assert shown.count() > 0
    assert all(value in text for text in shown.all_inner_texts())
    assert hidden.count() > 0


def test_one_statement_leaves_its_section_and_its_line_in_the_contents(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)

    page.get_by_label("Quality statement", exact=True).select_option("Statement 3")

    assert page.locator("main section[data-of]:visible h2").all_inner_texts() == ["Quality statement: Statement 3"]
    assert page.locator("main section[data-of]:visible .state").inner_text() == "5 of 5 expectations shown"
    contents = page.locator(".contents li:visible").all_inner_texts()
    assert [text for text in contents if text.startswith("Statement")] == ["Statement 3"]
    assert "Summary" in contents


def test_an_outcome_leaves_the_expectations_that_have_it(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)

    page.get_by_label("Outcome", exact=True).select_option("Partly met")

    page.evaluate(OPEN_ALL)
    outcomes = page.locator(f"{BOXES}:visible").evaluate_all("all => all.map(one => one.dataset.outcome)")
    assert set(outcomes) == {"partly met"}
    assert 0 < page.locator(".entry:visible").count() < page.locator(".entry").count()


def test_a_link_to_what_is_not_shown_shows_it(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)
    page.get_by_label("Quality statement", exact=True).select_option("Statement 3")

    page.evaluate("location.hash = 'statement-s7'")

    page.locator("#statement-s7").wait_for(state="visible")
    assert page.get_by_label("Quality statement", exact=True).input_value() == ""


def test_everything_opens_at_once_and_folds_again(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)
    closed = page.locator("main details:not([open])")
    before = closed.count()

    page.get_by_role("button", name="Open everything").press("Enter")
    opened_all = closed.count()
    page.get_by_role("button", name="Fold everything").press("Enter")

    assert (opened_all, closed.count()) == (0, before)


def test_without_scripts_nothing_is_missing_but_showing_a_part(opened: Opened, rich_report: GapReport) -> None:
    page = opened(rich_report, java_script_enabled=False)

    assert page.locator(".narrow").count() == 0
    assert page.locator(f"{ROWS}:visible").count() == page.locator(ROWS).count()
    assert page.locator(".entry:visible").count() == page.locator(".entry").count()


def test_a_link_to_what_is_folded_opens_it(opened: Opened, wide_report: GapReport) -> None:
    page = opened(wide_report)
    box = page.locator("details .box[id]").first

    page.evaluate("id => { location.hash = id }", box.get_attribute("id"))

    box.wait_for(state="visible")
    assert box.is_visible()


def test_the_page_runs_its_own_script_without_an_error(opened: Opened, rich_report: GapReport) -> None:
    page = opened(rich_report)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))

    page.reload()

    assert errors == []
    assert page.locator(".narrow").count() == 1
