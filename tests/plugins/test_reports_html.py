"""The HTML report: well formed, accessible, and closed to whatever documents say."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from checker_plugins.reports.html import Html

from checker.domain.report import GapReport

from .report_builders import build, nine_statements, nothing

VOID = {"meta", "br", "hr", "img", "input", "link"}
REPORTS = pytest.mark.parametrize("report", [build(), nine_statements(), nothing()], ids=["rich", "nine", "empty"])
NASTY = (
    "<script>alert(1)</script>",
    "</style><script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus '",
    "[a](javascript:alert(1))",
    "&lt;b&gt;",
    "<!--",
    "]]>",
    "=cmd|' /C calc'!A0",
    "\x1b[31m",
    "{0.__class__}",
    "{style}",
)


class Page(HTMLParser):
    """Reads a page with a stack; keeps elements, headings and what is wrong with the nesting."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += [f"<{name}> is not closed" for name in self.stack]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.wrong.append(f"</{tag}> closes something else, line {self.getpos()[0]}")

    def all(self, *names: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name in names]


def written(report: GapReport) -> str:
    return b"".join(Html().render(report)).decode()


@REPORTS
def test_every_element_is_closed_where_it_should_be(report: GapReport) -> None:
    assert Page(written(report)).wrong == []


@REPORTS
def test_ids_are_unique_and_every_link_in_the_page_leads_somewhere(report: GapReport) -> None:
    page = Page(written(report))
    ids = Counter(attrs["id"] for _, attrs in page.elements if "id" in attrs)
    targets = [href[1:] for attrs in page.all("a") if (href := attrs["href"] or "").startswith("#")]
    labelled = [name for _, attrs in page.elements for name in (attrs.get("aria-labelledby") or "").split()]

    assert [name for name, number in ids.items() if number > 1] == []
    assert [target for target in [*targets, *labelled] if target not in ids] == []


def test_the_summary_leads_to_every_expectation_and_every_top_gap(rich_report: GapReport) -> None:
    links = {attrs["href"] for attrs in Page(written(rich_report)).all("a")}

    assert "#expectation-data-sharing" in links
    assert "#gap-working-together-co-production-co-production-evidenced" in links


@REPORTS
def test_headings_do_not_skip_a_level_and_there_is_one_of_the_first(report: GapReport) -> None:
    levels = [int(name[1]) for name, _ in Page(written(report)).elements if re.fullmatch(r"h[1-6]", name)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@REPORTS
def test_tables_have_captions_and_scopes_and_can_be_scrolled_by_keyboard(report: GapReport) -> None:
    page = Page(written(report))
    regions = [attrs for attrs in page.all("div") if attrs.get("role") == "region"]

    assert all(attrs.get("scope") in ("col", "row") for attrs in page.all("th"))
    assert len(page.all("table")) == len(page.all("caption")) == len(regions) - len(page.all("svg"))
    assert all(attrs.get("tabindex") == "0" and attrs.get("aria-label") for attrs in regions)


@REPORTS
def test_the_page_has_its_language_landmarks_and_a_skip_link(report: GapReport) -> None:
    page = Page(written(report))

    assert page.all("html") == [{"lang": "en-GB"}]
    assert [len(page.all(name)) for name in ("header", "main", "nav", "footer")] == [1, 1, 1, 1]
    assert page.all("a")[0]["href"] == "#main"


@REPORTS
def test_charts_are_named_described_pictures_with_a_table_behind_each(report: GapReport) -> None:
    page = Page(written(report))
    ids = {attrs["id"]: name for name, attrs in page.elements if "id" in attrs}
    named = [(attrs["aria-labelledby"] or "").split() for attrs in page.all("svg")]

    assert all(attrs.get("role") == "img" for attrs in page.all("svg"))
    assert [[ids[one] for one in names] for names in named] == [["title", "desc"]] * len(named)
    assert len([attrs for attrs in page.all("figure") if attrs.get("class") == "chart"]) == len(named)


@REPORTS
def test_only_the_script_of_the_package_may_run_and_nothing_is_loaded(report: GapReport) -> None:
    text = written(report)
    page = Page(text)
    policy = [attrs["content"] for attrs in page.all("meta") if attrs.get("http-equiv") == "Content-Security-Policy"]

    script = text.partition("<script>")[2].partition("</script>")[0]
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert policy == [f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"]
    assert page.all("script") == [{}]
    assert page.all("img", "iframe", "object", "embed", "link", "form", "input", "base", "video", "use", "image") == []
    assert not [
        name for _, attrs in page.elements for name in attrs if name.startswith("on") or name in ("src", "style")
    ]
    assert not re.search(r"url\((?!#)", text)
    assert "@import" not in text


@pytest.mark.parametrize("nasty", NASTY)
def test_text_of_documents_adds_no_element_and_no_attribute(nasty: str) -> None:
    clean = Page(written(build()))
    page = Page(written(build(lambda text: text + nasty, document=f"a{nasty}.md")))

    assert page.wrong == []
    assert [name for name, _ in page.elements] == [name for name, _ in clean.elements]
    assert [sorted(attrs) for _, attrs in page.elements] == [sorted(attrs) for _, attrs in clean.elements]


def test_statuses_carry_the_ids_of_the_json_report(rich_report: GapReport) -> None:
    statuses = {attrs.get("data-status") for attrs in Page(written(rich_report)).all("span")}

    assert {"supported", "mixed", "shortfall", "absent", "not assessed"} <= statuses


def test_only_https_addresses_of_packs_become_links() -> None:
    report = build()
    first, *rest = report.statements
    expectations = tuple(replace(one, reliability="javascript:alert(1)") for one in first.expectations)
    changed = replace(report, statements=(replace(first, expectations=expectations), *rest))

    page = Page(written(changed))

    assert not [attrs for attrs in page.all("a") if not (attrs["href"] or "").startswith("#")]


def test_colours_have_contrast_enough_for_small_text(rich_report: GapReport) -> None:
    rules = re.findall(r"\{[^{}]*background: (#[0-9a-f]{3,6}); color: (#[0-9a-f]{3,6})", written(rich_report))

    assert len(rules) > 6
    assert [pair for pair in rules if _contrast(*pair) < 4.5] == []


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
