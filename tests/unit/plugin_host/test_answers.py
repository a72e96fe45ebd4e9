"""What a reader and what marks sentences may answer: every value of its very type, every place in the text."""

from __future__ import annotations

import pytest

from checker.domain.evidence import Qualifiers, Recognition
from checker.plugin_host import answers
from checker.plugin_host.calls import WrongAnswer

from .answering import BECAUSE, BLOCK, DOCUMENT, HIDDEN, NAMES, PART, PERIOD, SOURCE, changed
from .installing import Install, Load


class Words(str):
    """A plugin's own kind of text."""


def test_a_right_document_is_kept() -> None:
    assert answers.document_or_none(DOCUMENT, SOURCE, "reads") == DOCUMENT


def test_blocks_and_hidden_matter_that_can_be_gone_through_once_are_kept() -> None:
    answer = changed(DOCUMENT, blocks=iter([BLOCK]), hidden=iter([HIDDEN]))

    assert answers.document_or_none(answer, SOURCE, "reads") == DOCUMENT


@pytest.mark.parametrize(
    "fields",
    [
        {"name": None},
        {"text": b"Partners"},
        {"text": Words("Partners meet.")},
        {"reason": None},
        {"status": "ok"},
        {"metadata": None},
        {"metadata": [("title", "A")]},
        {"metadata": {"title": None}},
        {"metadata": {"published_score": 3}},
        {"metadata": {1: "A"}},
        {"hidden": ("a comment",)},
        {"hidden": None},
        *({"hidden": (changed(HIDDEN, **{name: None}),)} for name in ("kind", "place", "text")),
        {"blocks": None},
        {"blocks": ((0, 14),)},
    ],
)
def test_a_document_with_a_wrong_value_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WrongAnswer):
        answers.document_or_none(changed(DOCUMENT, **fields), SOURCE, "reads")


@pytest.mark.parametrize(
    "fields",
    [
        {"start": 0.0},
        {"start": False},
        {"start": -1},
        {"end": None},
        {"end": 15},
        {"kind": "paragraph"},
        {"level": "1"},
        {"heading_path": ["Top"]},
        {"heading_path": "Top"},
        {"heading_path": (1,)},
        {"heading_path": None},
        {"heading_path": ("half \ud800",)},
        {"cell": "half \ud800"},
        {"line": "1"},
        {"page": 1.0},
        {"sheet": 1},
        {"cell": ("A", 1)},
    ],
)
def test_a_block_with_a_wrong_value_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WrongAnswer):
        answers.document_or_none(changed(DOCUMENT, blocks=(changed(BLOCK, **fields),)), SOURCE, "reads")


def test_a_reader_that_answers_wrongly_is_named(install: Install, load: Load) -> None:
    answer = "Document(name='', text='a', metadata={'title': 1})"
    install(reads_notes=f"@hookimpl\ndef checker_read_document(source): return {answer}")
    plugins = load()

    plugins.read_document(SOURCE)

    assert [(one.plugin, one.reason) for one in plugins.failures] == [
        (
            "reads_notes",
            "gave a wrong answer to checker_read_document: the entry 'title' is int where str is asked for",
        )
    ]


WRONG_BECAUSE = [
    ("meet",),
    [BECAUSE],
    None,
    *(
        (changed(BECAUSE, **{name: None}),)
        for name in ("field", "words", "entry", "family", "overruled", "expectation", "start", "end")
    ),
    (changed(BECAUSE, start=-1),),
    (changed(BECAUSE, start=13, end=9),),
    (changed(BECAUSE, start=9.0),),
    (changed(BECAUSE, end=True),),
]


@pytest.mark.parametrize("because", WRONG_BECAUSE)
def test_words_that_decide_are_checked(because: object) -> None:
    with pytest.raises(WrongAnswer):
        answers.recognitions([[changed(Recognition(key="sharing", score=1), because=because)]], 1, NAMES)
    with pytest.raises(WrongAnswer):
        answers.qualifiers([changed(Qualifiers(), because=because)], 1, NAMES)


@pytest.mark.parametrize("fields", [{"key": 1}, {"score": "1"}, {"goes_on": None}])
def test_a_recognition_with_a_wrong_value_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WrongAnswer):
        answers.recognitions([[changed(Recognition(key="sharing", score=1), **fields)]], 1, NAMES)


@pytest.mark.parametrize(
    "fields",
    [
        {"dates": ("2024",)},
        {"dates": [PERIOD]},
        *({"dates": (changed(PERIOD, **{name: 2024}),)} for name in ("start", "end", "words")),
        *(
            {"dates": (changed(PERIOD, **{name: value}),)}
            for name in ("start", "end")
            for value in ("", "soon", "2024")
        ),
        {"dates": (changed(PERIOD, words="half \ud800"),)},
        {"because": (changed(BECAUSE, words="half \ud800"),)},
        {"parts": None},
        {"parts": ((0, 14),)},
        {"parts": (changed(PART, polarity="strength"),)},
        {"parts": (changed(PART, start="0"),)},
        {"parts": (changed(PART, start=-1),)},
        {"parts": (changed(PART, start=9, end=3),)},
    ],
)
def test_qualifiers_with_a_wrong_value_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WrongAnswer):
        answers.qualifiers([changed(Qualifiers(), **fields)], 1, NAMES)


def test_places_lie_in_the_text_where_its_length_is_known() -> None:
    recognised = [(Recognition(key="sharing", score=1, because=(BECAUSE,)),)]
    qualified = [Qualifiers(dates=(PERIOD,), parts=(PART,), because=(BECAUSE,))]

    assert answers.recognitions(recognised, 1, NAMES, 13) == recognised
    assert answers.qualifiers(qualified, 1, NAMES, 14) == qualified
    with pytest.raises(WrongAnswer, match="the Because from 9 to 13 leaves the text"):
        answers.recognitions(recognised, 1, NAMES, 12)
    with pytest.raises(WrongAnswer, match="the Part from 0 to 14 leaves the text"):
        answers.qualifiers(qualified, 1, NAMES, 13)
