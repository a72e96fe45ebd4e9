"""Texts that can be written and days that are days: what every answer may hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain.document import Block, Document, HiddenMatter, Link, ReadStatus
from checker.plugin_host.plain_values import is_day, is_whole, whole, with_whole_texts

ANY_TEXT = st.text(st.characters())  # half characters among them


@given(ANY_TEXT)
def test_a_text_is_whole_exactly_where_it_can_be_written(text: str) -> None:
    try:
        text.encode()
        can_be_written = True
    except UnicodeEncodeError:
        can_be_written = False

    assert is_whole(text) is can_be_written


@given(ANY_TEXT)
def test_a_text_made_whole_can_be_written_and_keeps_its_length(text: str) -> None:
    made = whole(text)

    assert len(made) == len(text)
    assert made.encode().decode() == made
    assert made == text or not is_whole(text)


@given(st.dates())
def test_every_day_is_a_day(day: date) -> None:
    assert is_day(day.isoformat())


@pytest.mark.parametrize(
    "text", ["", "soon", "2026", "20260131", "2026-02-30", "2026-1-31", "2026-W05-6", "２０２６-01-31x"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert not is_day(text)


def test_a_document_with_half_characters_keeps_its_places_and_says_so() -> None:
    text = "We \ud800 meet \udfff here."
    block = Block(start=0, end=len(text))

    document = with_whole_texts(Document(name="a", text=text, blocks=(block,)))

    assert document.text == "We � meet � here."
    assert document.blocks == (block,)
    assert (document.status, "2 half characters" in document.reason) == (ReadStatus.PARTIAL, True)


def test_what_a_document_says_of_itself_is_made_whole_as_well() -> None:
    hidden, link = HiddenMatter(kind="comment", place="a\ud800", text="b\ud800"), Link(start=0, end=1, target="c\ud800")

    document = with_whole_texts(
        Document(name="a", text="Whole.", metadata={"title": "t\ud800"}, hidden=(hidden,), links=(link,))
    )

    assert document.metadata == {"title": "t�"}
    assert (document.hidden[0].place, document.hidden[0].text, document.links[0].target) == ("a�", "b�", "c�")
    assert document.status is ReadStatus.OK
