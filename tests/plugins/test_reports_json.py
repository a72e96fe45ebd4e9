"""The JSON report and the passages."""

from __future__ import annotations

import json
from dataclasses import replace

from checker_plugins.reports.json_report import Json
from checker_plugins.reports.passages import Passages

from checker import report_as_json
from checker.domain.report import GapReport

from .report_builders import build


def test_the_json_report_is_what_the_engine_says_field_for_field(rich_report: GapReport) -> None:
    written = b"".join(Json().render(rich_report))

    assert json.loads(written) == json.loads(json.dumps(report_as_json(rich_report)))
    assert list(json.loads(written)) == list(report_as_json(rich_report))


def test_the_json_report_is_readable_text_that_ends_with_a_line_break(rich_report: GapReport) -> None:
    written = b"".join(Json().render(rich_report)).decode()

    assert written.startswith('{\n "schema": "gap-report/1",')
    assert written.endswith("\n}\n")
    assert "How we share" in written


def test_letters_are_written_as_they_are() -> None:
    assert "Café – “x”".encode() in b"".join(Json().render(build(lambda text: "Café – “x” " + text)))


def test_two_renders_are_identical() -> None:
    assert list(Json().render(build())) == list(Json().render(build()))


def test_a_large_report_comes_in_chunks(wide_report: GapReport) -> None:
    chunks = list(Json().render(wide_report))

    assert len(chunks) > 2
    assert max(map(len, chunks)) < 200_000


def test_half_a_character_pair_does_not_break_the_report() -> None:
    report = build(lambda text: text + "\ud83d")

    for reporter in (Json(), Passages()):
        written = b"".join(reporter.render(report)).decode()

        assert "\\ud83d" in written


def test_an_empty_report_is_valid_json(empty_report: GapReport) -> None:
    assert json.loads(b"".join(Json().render(empty_report)))["documents"] == []


def test_passages_are_one_object_a_line(rich_report: GapReport) -> None:
    written = b"".join(Passages().render(rich_report)).decode()

    assert [json.loads(line) for line in written.splitlines()] == list(rich_report.sentences())


def test_no_character_ends_a_line_of_passages_early(rich_report: GapReport) -> None:
    text = "a\u2028b\u2029c\x85d\ne\x0bf\x1cg"
    report = replace(rich_report, sentences=lambda: iter([{"doc": "a", "text": text}]))

    written = b"".join(Passages().render(report)).decode()

    assert len(written.splitlines()) == 1
    assert json.loads(written)["text"] == text


def test_passages_stream_one_by_one(rich_report: GapReport) -> None:
    def endless() -> object:
        while True:
            yield {"doc": "a"}

    rendered = Passages().render(replace(rich_report, sentences=endless))

    assert next(rendered) == b'{"doc": "a"}\n'
