from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.errors import DataError
from checker.yaml_reading import values as yaml_values
from checker.yaml_source import YamlSource, parse_yaml, read_yaml


def a_file(folder: Path, text: str | bytes) -> Path:
    path = folder / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes) -> YamlSource:
    return read_yaml(a_file(folder, text), shown="file.yaml")


def complaint(folder: Path, text: str | bytes) -> str:
    with pytest.raises(DataError) as caught:
        read(folder, text)
    return str(caught.value)


TEXTS = ["no", "yes", "on", "off", "~", "12:30", "1.10", "0123", "2024-25", "2025-03-31", "1e3", "-0", "1_000", "0x1F"]
TEXTS += ["True", "NULL", ".5", "9" * 30, "=GNCR", "share|exchange ... data"]


@pytest.mark.parametrize("words", TEXTS)
def test_what_is_not_in_plain_json_spelling_stays_text(tmp_path: Path, words: str) -> None:
    source = read(tmp_path, f"key: {words}\n")

    assert source.data == {"key": words}


TYPED = [("null", None), ("", None), ("true", True), ("false", False), ("12", 12), ("-3", -3), ("0.5", 0.5)]


@pytest.mark.parametrize(("words", "value"), [*TYPED, ('"12"', "12")])
def test_only_plain_json_words_and_numbers_are_typed(tmp_path: Path, words: str, value: object) -> None:
    source = read(tmp_path, f"key: {words}\n")

    assert source.data == {"key": value}
    assert type(source.data["key"]) is type(value)


def test_keys_are_always_text(tmp_path: Path) -> None:
    source = read(tmp_path, "1: one\nno: two\ntrue: three\n")

    assert source.data == {"1": "one", "no": "two", "true": "three"}


def test_each_key_and_item_knows_its_line(tmp_path: Path) -> None:
    source = read(tmp_path, "# comment\nfirst: 1\nlist:\n  - a\n  - key: b\n    other: c\n")

    assert source.line(("first",)) == 2
    assert source.line(("list", 0)) == 4
    assert source.line(("list", 1, "other")) == 6


def test_what_is_absent_has_the_line_of_what_is_around_it(tmp_path: Path) -> None:
    source = read(tmp_path, "first: 1\nlist:\n  - key: b\n")

    assert source.line(("list", 0, "missing", "deeper")) == 3
    assert source.line(("nowhere",)) == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_byte_order_mark_and_any_line_end_are_read(tmp_path: Path, line_end: str) -> None:
    source = read(tmp_path, b"\xef\xbb\xbf" + f"first: 1{line_end}second: café{line_end}".encode())

    assert source.data == {"first": 1, "second": "café"}
    assert source.line(("second",)) == 2


def test_utf_16_is_named_with_what_to_do(tmp_path: Path) -> None:
    with_mark = complaint(tmp_path, "title: café\n".encode("utf-16"))
    without_mark = complaint(tmp_path, "title: caf\n".encode("utf-16-le"))

    expected = "file.yaml: the file is not UTF-8: it seems to be UTF-16 (save the file as UTF-8"
    assert with_mark.startswith(expected)
    assert without_mark.startswith(expected)


def test_windows_1252_is_named_with_the_line_and_the_character(tmp_path: Path) -> None:
    found = complaint(tmp_path, "first: 1\ntitle: The council’s plan\n".encode("cp1252"))

    assert found.startswith("file.yaml:2: the file is not UTF-8: it seems to be Windows-1252 (cp1252)")
    assert "“’”" in found
    assert "save the file as UTF-8" in found


def test_a_file_of_ten_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    found = complaint(tmp_path, b"- word\n" * 1_500_000)

    assert found == (
        "file.yaml: the file has 10.5 MB, more than a pack file may have (at most 2 MB: split it into several files)"
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "null\n"])
def test_an_empty_file_is_said_to_be_empty(tmp_path: Path, text: str) -> None:
    assert complaint(tmp_path, text).startswith("file.yaml: the file is empty")


def test_a_missing_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="there is no such file"):
        read_yaml(tmp_path / "none.yaml")


def test_a_nul_byte_is_shown_with_its_line(tmp_path: Path) -> None:
    found = complaint(tmp_path, "first: 1\nsecond: a\0b\n")

    assert found.startswith("file.yaml:2: the character U+0000 cannot be part of a text file")


def test_all_duplicate_keys_are_reported_and_the_first_is_kept(tmp_path: Path) -> None:
    source = parse_yaml(a_file(tmp_path, "a: 1\na: {b: 2}\nc: 3\nc: 4\n"), shown="file.yaml")

    assert [problem.line for problem in source.problems] == [2, 4]
    assert source.data == {"a": 1, "c": 3}
    with pytest.raises(DataError, match="the key 'a' is written twice"):
        read_yaml(source.path)


def test_a_few_references_are_followed(tmp_path: Path) -> None:
    source = read(tmp_path, "first: &voices [guests, cooks]\nsecond: *voices\n")

    assert source.data == {"first": ["guests", "cooks"], "second": ["guests", "cooks"]}
    assert source.line(("second", 0)) == 2


def test_a_reference_to_what_it_stands_in_is_refused(tmp_path: Path) -> None:
    assert "'*a' refers to something that is not there" in complaint(tmp_path, "a: &a [*a]\n")


def test_a_million_brackets_are_refused_at_once(tmp_path: Path) -> None:
    found = complaint(tmp_path, "a: " + "[" * 1_000_000)

    assert found.startswith("file.yaml:1: lists and groups are nested more than 50 deep")


MISTAKES = {
    "a:\n\tb: 1\n": "file.yaml:2: a tab stands where only spaces may",
    "a: b\ntitle: Care: basics\n": 'put the text in quotes: title: "Care: basics"',
    "l:\n  - Care: the: basics\n": 'put the text in quotes: - "Care: the: basics"',
    'a: "one": two\n': "file.yaml:1: ",
    "r:\n  - id: a\n   title: b\n": "file.yaml:3: wrong indentation",
    "r:\n  - a\n - b\n": "file.yaml:3: wrong indentation",
    "r:\n  - a\n    - b\n": "file.yaml:3: wrong indentation: this item became part of the text above",
    'a: "one\nb: 2\n': "file.yaml:1: a quotation mark opens here and is not closed",
    'a: "one\nb: "two"\n': "file.yaml:1: a quotation mark opens here and is not closed",
    "a: 'don't'\n": "inside single quotes write '' for an apostrophe",
    'a: "C:\\docs"\n': "file.yaml:1: a backslash has a special meaning",
    "a: `x`\n": "a text cannot begin with '`' (put the text in quotes)",
    "a: > 5 years\n": "a text cannot begin with '>' (put the text in quotes)",
    "a: & x\n": "a text cannot begin with '&' (put the text in quotes)",
    "a: [x, y\nb: 1\n": "file.yaml:1: the list or group that opens with '[' here goes wrong",
    "a: 1\nb\nc: 2\n": "file.yaml:2: no colon after 'b'",
    "a: 1\n---\nb: 2\n": "file.yaml:2: a second document begins here",
    "%YAML 2.0\n---\na: 1\n": "file.yaml:1: this is not YAML",
}


@pytest.mark.parametrize("loader", [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader])
@pytest.mark.parametrize(("text", "message"), MISTAKES.items())
def test_mistakes_are_told_in_plain_words_by_either_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loader: type, text: str, message: str
) -> None:
    monkeypatch.setattr(yaml_values, "_LOADER", loader)

    assert message in complaint(tmp_path, text)
