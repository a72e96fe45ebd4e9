"""A value of a wrong type is refused where it is answered, and breaks nothing later."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from checker.domain.assessment import Assessment, DocumentRecord
from checker.domain.document import Block, Document, HiddenMatter, ReadStatus, Source
from checker.domain.evidence import Because, Part, Passage, Period, Polarity, Qualifiers, Recognition
from checker.domain.finding import Finding, Flag, Outcome
from checker.plugin_host import answers
from checker.plugin_host.calls import WrongAnswer
from checker.testing import a_book, a_rule, an_expectation

from .installing import Install, Load

SOURCE = Source(name="a.note", data=b"Partners meet.", sha256="0" * 64)
NAMES = answers.KnownNames.of(a_book(an_expectation("sharing")))
BLOCK = Block(start=0, end=14, heading_path=("Top",), line=1, page=1, sheet="One", cell="A1")
HIDDEN = HiddenMatter(kind="comment", place="page 1")
DOCUMENT = Document(
    name="a.note", text="Partners meet.", blocks=(BLOCK,), metadata={"title": "A"}, hidden=(HIDDEN,), reader="reads"
)
BECAUSE = Because(field="polarity", words="meet", start=9, end=13)
PERIOD = Period(start="2024-01-01", end="2024-12-31", words="2024")
PART = Part(start=0, end=14, polarity=Polarity.STRENGTH)
PASSAGE = Passage(document="a.note", start=0, end=14, text="Partners meet.")
RULE = a_rule("asked")
FINDING = Finding(
    rule_id=RULE.id,
    outcome=Outcome.MET,
    reason="Seen.",
    citations=(PASSAGE,),
    searched=("meetings",),
    flags=(Flag.STALE,),
    item="1",
)
ASSESSMENT = Assessment(
    book=a_book(),
    as_of="2025-01-01",
    scope=(),
    documents=(DocumentRecord(name="a.note", sha256="", size=14, status=ReadStatus.OK),),
)


class Words(str):
    """A plugin's own kind of text."""


def changed(value: Any, **fields: object) -> Any:
    return replace(value, **fields)


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


def test_a_right_finding_is_kept() -> None:
    assert answers.finding(FINDING, RULE, ASSESSMENT) == FINDING


WRONG_PASSAGES: list[dict[str, object]] = [
    {"start": None},
    {"start": -1},
    {"end": 3.5},
    {"text": None},
    {"text": "half \ud800"},
    {"polarity": "strength"},
    {"claim": None},
    {"certainty": 1},
    {"voice": None},
    {"impact": "yes"},
    {"line": "3"},
    {"page": 1.5},
    {"sheet": 2},
    {"expectations": ["sharing"]},
    {"rules": (1,)},
    {"heading_path": None},
    {"dates": (Period(start="soon", end="2026-01-31", words="soon"),)},
    {"parts": None},
    {"because": ("meet",)},
    {"fingerprint": 7},
]


@pytest.mark.parametrize(
    "fields",
    [
        {"outcome": "met"},
        {"reason": 1},
        {"item": None},
        {"searched": ["meetings"]},
        {"searched": "meetings"},
        {"searched": (1,)},
        {"flags": ("stale",)},
        {"flags": None},
        {"citations": ("a.note",)},
        {"citations": [PASSAGE]},
        {"citations": (changed(PASSAGE, document=["a.note"]),)},
        {"citations": (changed(PASSAGE, document="b.note"),)},
        {"reason": "half \ud800"},
        {"item": "half \ud800"},
        {"searched": ("half \ud800",)},
        {"not_before": "soon"},
        {"not_before": None},
        {"not_before": "2026-02-30"},
        *({"citations": (changed(PASSAGE, **wrong),)} for wrong in WRONG_PASSAGES),
    ],
)
def test_a_finding_with_a_wrong_value_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(WrongAnswer):
        answers.finding(changed(FINDING, **fields), RULE, ASSESSMENT)
