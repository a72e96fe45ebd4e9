"""Text on a screen fits it, and documents cannot play tricks there."""

from __future__ import annotations

import io
import json

import pytest

from checker.cli.look import Look, count, json_text, safe, shortened, table


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colours_are_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)

    monkeypatch.setattr("sys.stdout", Terminal())
    on_a_terminal = Look.of_stdout()
    monkeypatch.setattr("sys.stdout", io.StringIO())
    elsewhere = Look.of_stdout()

    assert on_a_terminal.title("x") == "\x1b[1mx\x1b[0m"
    assert elsewhere.title("x") == "x"


def test_no_color_switches_them_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdout", Terminal())

    assert Look.of_stdout().colour is False


def test_text_is_wrapped_at_the_width_and_indented() -> None:
    lines = Look(width=40).wrapped("word " * 20, 2, "* ")

    assert all(len(line) <= 40 for line in lines)
    assert lines[0].startswith("  * word")
    assert lines[1].startswith("    word")


def test_an_address_is_never_broken() -> None:
    address = "https://example.org/" + "a" * 60

    assert address in "\n".join(Look(width=40).wrapped(f"See {address} for more"))


def test_facts_without_a_value_are_left_out() -> None:
    assert Look().facts([("Kind", "minutes"), ("Council", "")]) == ["  Kind  minutes"]


def test_columns_of_a_table_stand_under_one_another() -> None:
    assert table([("a", "bb"), ("ccc", "d")]) == ["  a    bb", "  ccc  d"]


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "a\u202eb", "a\x00b", "a\ud800b"])
def test_signs_that_a_terminal_would_obey_are_taken_out(text: str) -> None:
    assert safe(text) in ("ab", "a[2Jb")


def test_text_stands_on_one_line() -> None:
    assert safe(" a\n\tb ") == "a b"


def test_what_is_too_long_ends_with_a_sign() -> None:
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"


@pytest.mark.parametrize(("number", "words"), [(0, "no gaps"), (1, "1 gap"), (1200, "1,200 gaps")])
def test_counts_are_words(number: int, words: str) -> None:
    assert count(number, "gap") == words


def test_json_holds_nothing_that_a_terminal_obeys() -> None:
    text = json_text({"a\u202e": "b\u009b31m\u2028\ud800é"})

    assert text == '{\n "a\\u202e": "b\\u009b31m\\u2028\\ud800é"\n}'
    assert json.loads(text) == {"a\u202e": "b\u009b31m\u2028\ud800é"}
