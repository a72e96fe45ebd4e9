"""The short way through plain tags: the same events, on the same lines, as Python's own parser gives."""

from __future__ import annotations

from html.parser import HTMLParser

from checker_plugins.web_documents.plain_tags import PlainTagsParser
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<br/>", "<a href='x'>", "</A>", '<a href="x&amp;y">', '<td class="a" id="b">', "<td\nx>"),
        *("<script>", "</script>", "<title>", "</title>", "<textarea>", "<!--", "-->", "<!doctype html>", "<?php ?>"),
        *("</p >", "</", "<", ">", "&amp;", "&", "a b", "\n", '"', "'", "<h1", 'x="1"', "é", "<b><i>", "</i></b>"),
    ]
)


class Noted(HTMLParser):
    """Notes what a parser calls, and in which line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.calls: list[tuple[object, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note("start", tag, *attrs)

    def handle_endtag(self, tag: str) -> None:
        self.note("end", tag)

    def handle_data(self, data: str) -> None:
        self.note("data", data)

    def note(self, *call: object) -> None:
        self.calls.append((self.getpos()[0], *call))


class OfPython(Noted):
    """Python's own."""


class OurOwn(Noted, PlainTagsParser):
    """The one under test."""


@settings(max_examples=400, deadline=2_000, derandomize=True)
@given(st.lists(PIECES, max_size=14), st.lists(PIECES, max_size=14))
def test_the_short_way_gives_the_same_events_in_the_same_lines(first: list[str], second: list[str]) -> None:
    expected, given_ = OfPython(), OurOwn()

    for parser in (expected, given_):
        for pieces in (first, second):
            parser.feed("".join(pieces))
        parser.close()

    assert given_.calls == expected.calls
