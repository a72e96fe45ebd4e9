"""A pack written out says in words what it looks for; documents hold real headings and no foreign code."""

from __future__ import annotations

import io
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from docx import Document

from checker.domain.coverage import Unserved
from checker.domain.pack import Pack
from checker.domain.tailoring import Override, TargetKind
from checker.domain.word_weights import WeighedAnswer, WordWeights
from checker.pack_diff import Difference, DifferenceKind
from checker.previews.content import Described, sign_off_parts
from checker.previews.html import as_html
from checker.previews.markdown import as_markdown
from checker.previews.pages import MADE, pages
from checker.previews.parts import Part
from checker.previews.tailoring import reach, tailoring_parts
from checker.previews.vocabulary import Vocabulary, vocabulary
from checker.previews.word import as_word
from checker.previews.wording import phrase_words
from checker.testing import a_book, a_framework, a_rule, an_expectation

WORDS = ["shared care record", "=MASH"]


def described(title: str = "Records are shared", **changes: Any) -> Described:
    rule = a_rule("voices_heard", id="data-sharing.heard", at_least=2)
    expectation = replace(an_expectation(look_for=WORDS, rules=[rule]), title=title, **changes)
    book = a_book(expectation, statement_rules=[a_rule(id="run.rule", expectation="", statement="")])
    pack: Pack = book.packs[0]
    return Described(pack=pack, framework=book.framework, words=words())


def words() -> Vocabulary:
    properties = {
        "at_least": {"type": "integer", "description": "How many of them there must be; one if left out."},
        "any_of": {"type": "array", "items": {"format": "voice"}, "x-words": "Voices that count: {}"},
        "months": {"type": "integer"},
        "inner": {"type": "string", "x-words": ""},
    }
    known = [("voices_heard", "Several voices say so.", {"properties": properties})]
    return vocabulary(known, a_framework(), [replace(an_expectation(), title="Records are shared")])


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
    assert "Several voices say so. How many of them there must be: 2." in page
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
    ("expects", "told"),
    [
        ({"any_of": ["people", "providers"]}, "Voices that count: People, Providers."),
        ({"months": 12, "inner": "x"}, "Months: 12."),
        (
            {"where": {"unit": ["percent", "ratio"], "whose": ["ours"]}},
            "Where: unit percent or ratio, whose ours.",
        ),
        (
            {"any_of": [{"has": ["base"], "at_least": {"value": 20}}, {"without": ["dated"]}]},
            "Voices that count: has base, at least value 20; or without dated.",
        ),
    ],
)
def test_parameters_are_told_in_the_words_of_their_criterion(expects: dict[str, object], told: str) -> None:
    assert words().asks("voices_heard", expects) == f"Several voices say so. {told}"


def test_a_change_of_default_rules_is_shown_by_title_with_old_and_new_value_reach_and_reason() -> None:
    change = Difference(
        thing="default rule",
        id="heard",
        kind=DifferenceKind.CHANGED,
        setting="expects.at_least",
        old="2",
        new="3",
        touches=("bread", "soup"),
        title="It is heard: {title}",
        criterion="voices_heard",
        because="Two is few.",
    )

    page = as_markdown(tailoring_parts([change], words()))

    assert "### It is heard: …" in page
    assert "| how many of them there must be | 2 | 3 | “bread”; “soup” | Two is few. |" in page


def test_the_reach_of_a_change_is_told_by_titles_or_where_they_are_many_by_their_number() -> None:
    one = Difference(thing="default rule", id="heard", kind=DifferenceKind.CHANGED, touches=("data-sharing",))

    assert reach(one, words()) == "“Records are shared”"
    assert reach(replace(one, touches=("a", "b", "c", "d")), words()) == "4 expectations"
    assert reach(replace(one, touches=(), rules=1), words()) == "1 rule"


def test_what_is_switched_off_added_and_without_effect_is_told_apart() -> None:
    one = Difference(thing="expectation", id="soup", kind=DifferenceKind.SWITCHED_OFF, because="No soup.", rules=2)
    added = replace(one, id="tea", kind=DifferenceKind.CHANGED, setting="look_for", new="=TEA; green tea", because="")
    idle = replace(added, id="bread", kind=DifferenceKind.WITHOUT_EFFECT, setting="weight", new="helpful")

    page = as_markdown(tailoring_parts([one, added, idle], words()))

    assert "| asked at all | yes | no | 2 rules | No soup. |" in page
    assert "| also “TEA”, in exactly these letters; “green tea” |" in page
    assert "| weight |  | what is set here does not count | nothing |" in page


def test_what_is_not_asked_any_longer_stands_in_the_document_for_sign_off() -> None:
    framework = a_framework()
    switch = Override(pack="ours", kind=TargetKind.EXPECTATION, target="x", setting="off", value="true", because="So.")
    one = Unserved(
        statement=framework.statements[0],
        served=framework.statements[0].commitment_parts[0],
        expectations=("x",),
        switches=(switch,),
    )

    page = as_markdown(sign_off_parts(replace(described(), unserved=[one])))

    assert "- “We share what is needed” (Working together): So." in page


def test_for_what_words_are_weighed_stands_in_the_document_for_sign_off() -> None:
    answers = [WeighedAnswer(id=name, bias=0.0, below=0.05, above=0.75) for name in ("data-sharing", "shortfall")]
    weights = WordWeights(file="ours/word-weights.txt", answers=tuple(answers), words={})
    pack = replace(described().pack, word_weights=(weights,))

    page = as_markdown(sign_off_parts(replace(described(), pack=pack)))

    assert "**Words are weighed for these expectations**: “Records are shared” (below 0.05, above 0.75)" in page
    assert "whether a sentence reports a shortfall (below 0.05, above 0.75)." in page


def test_a_pack_that_weighs_no_words_says_nothing_of_it() -> None:
    assert "weighed" not in as_markdown(parts())
