"""Text made safe for formats that programs read."""

from __future__ import annotations

import json

import pytest
from checker_plugins.reports.safe_text import json_chunks, one_line, shortened, visible


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u202e", "\u2028", "\ufeff", "\ufffe", "\ud800"]
)
def test_what_is_no_text_becomes_visible_and_takes_as_much_room(sign: str) -> None:
    assert visible(f"a{sign}b") == "a\ufffdb"


@pytest.mark.parametrize("text", ["Ünïcödé “quotes” – £5", "emoji 👩‍🦽", "two\nlines\tand a tab", "\U0001f600"])
def test_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_one_line_has_single_blanks() -> None:
    assert one_line("  a \n\t b ") == "a b"


def test_shortened_says_where_it_was_cut() -> None:
    assert (shortened("abcdef", 4), shortened("abcd", 4)) == ("abc…", "abcd")


def test_json_means_the_same_and_holds_nothing_that_a_terminal_obeys() -> None:
    values = {"a": "x\x9b\u202e\ud800\x1b“y”", "long": ["z" * 1000] * 200}

    chunks = list(json_chunks(values))

    assert len(chunks) > 2
    assert json.loads(b"".join(chunks)) == values
    assert not set(b"".join(chunks).decode()) & set("\x9b\u202e\x1b")
    assert "“y”" in b"".join(chunks).decode()


def test_no_word_is_cut_where_there_is_a_blank_before_it() -> None:
    assert shortened("what is missing here, may be", 24) == "what is missing here …"
    assert shortened("a/path/without/any/blank", 10) == "a/path/wi…"
