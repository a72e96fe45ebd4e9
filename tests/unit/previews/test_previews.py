"""A pack written out says in words what it looks for; documents hold real headings and no foreign code."""

from __future__ import annotations

import io
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from docx import Document

from checker.domain.pack import Pack
from checker.previews.content import Described, sign_off_parts
from checker.previews.html import as_html
from checker.previews.markdown import as_markdown
from checker.previews.pages import MADE, pages
from checker.previews.parts import Part
from checker.previews.word import as_word
from checker.previews.wording import phrase_words, setting_words
from checker.testing import a_book, a_rule, an_expectation

WORDS = ["shared care record", "=MASH"]


def described(title: str = "Records are shared", **changes: Any) -> Described:
    rule = a_rule("voices_heard", id="data-sharing.heard", at_least=2)
    expectation = replace(an_expectation(look_for=WORDS, rules=[rule]), title=title, **changes)
    book = a_book(expectation, statement_rules=[a_rule(id="run.rule", expectation="", statement="")])
    pack: Pack = book.packs[0]
    return Described(pack=pack, framework=book.framework, criteria={"voices_heard": "Several voices say so."})


def parts(title: str = "Records are shared") -> list[Part]:
    return list(sign_off_parts(described(title)))


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("shared care record", "“shared care record”"),
        ("=MASH", "“MASH”, in exactly these letters"),
        ("share|swap ... data", "“share” or “swap”, a few words from “data”"),
        ("joint|shared plan", "“(joint or shared) plan”"),
        ("joint plan | shared board", "“joint plan” or “shared board”"),
        ("a|b door | hall", "“(a or b) door”, or “hall”"),
    ],
)
def test_a_phrase_is_put_in_words(phrase: str, words: str) -> None:
    assert phrase_words(phrase) == words


def test_html_has_headings_in_order_and_room_to_sign() -> None:
    page = as_html(parts(), "Pack").decode()

    assert page.index("<h1>") < page.index("<h2>1. Working together") < page.index("<h3>Records are shared")
    assert "Several voices say so. Set to at least: 2." in page
    assert page.count('class="sign-off"') == 2


def test_html_loads_nothing_and_runs_nothing() -> None:
    class Loaded(HTMLParser):
        found: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.found += [tag] if tag in ("script", "link", "img", "iframe") else []
            self.found += [name for name, _ in attrs if name == "src" or name.startswith("on")]

    parser = Loaded()
    parser.feed(as_html(parts("<script>alert(1)</script>"), "<b>").decode())

    assert parser.found == []


def test_word_has_real_headings_and_tables() -> None:
    document = Document(io.BytesIO(as_word(parts(), "Pack")))

    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["1. Working together"] == "Heading 1"
    assert styles["Records are shared"] == "Heading 2"
    assert len(document.tables) == 3


def test_characters_that_xml_cannot_hold_do_no_harm() -> None:
    assert as_word(parts("bad \x00\x0b\ud800 sign"), "Pack")


def test_the_same_pack_gives_the_same_page() -> None:
    assert as_html(parts(), "Pack") == as_html(parts(), "Pack")


def test_markdown_is_escaped() -> None:
    text = as_markdown(parts("<img src=x> [a](b) | c"))

    assert "&lt;img src=x> \\[a\\](b) \\| c" in text


def test_each_expectation_has_a_page_and_each_statement_an_index() -> None:
    found = pages([described()])

    assert sorted(found) == [
        "README.md",
        "invented/README.md",
        "invented/working-together/README.md",
        "invented/working-together/data-sharing.md",
    ]
    assert all(MADE in text for text in found.values())


def test_a_pack_without_statements_has_one_page_with_all_its_rules() -> None:
    with_statement = described()
    alone = replace(with_statement, pack=replace(with_statement.pack, expectations=()))

    found = pages([alone])

    assert sorted(found) == ["README.md", "invented/README.md"]
    assert "evidenced of the run" in found["invented/README.md"]


def test_a_page_says_what_was_measured_and_what_is_suspect() -> None:
    one = described(reliability="Of 17 sentences, 15 were right.", suspect="Its wording changed.")

    page = pages([one])["invented/working-together/data-sharing.md"]

    assert "Of 17 sentences, 15 were right." in page
    assert "Its wording changed." in page


@pytest.mark.parametrize(
    ("setting", "value", "words"),
    [
        ("expects.months", "12", ("months", "12")),
        ("weight", '"essential"', ("weight", "essential")),
        ("off", "true", ("asked at all", "no")),
        (
            "look_for",
            '["our record", "=GNCR"]',
            ("further words to look for", "“our record”; “GNCR”, in exactly these letters"),
        ),
    ],
)
def test_what_an_overlay_changes_is_told_without_yaml_or_json(setting: str, value: str, words: tuple[str, str]) -> None:
    assert setting_words(setting, value) == words
