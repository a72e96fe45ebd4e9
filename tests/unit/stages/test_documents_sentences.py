"""Where sentences begin and end."""

from __future__ import annotations

import time

import pytest

from checker.domain.document import Block, BlockKind, Document
from checker.stages.documents.sentences import LONGEST_SENTENCE, sentence_spans, sentences_of


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Dr. Khan and Mrs. Bell met Cllr. Moss at St. Mary's.",
        "Partners, e.g. The Lantern Trust, take part.",
        "It met approx. Every month, i.e. Often.",
        "See No. 5, Sec. 117, para. 3 and pp. 4 to 6.",
        "It met on 3 Sept. 2024 and 4 Oct. 2024.",
        "The team had to, case manage. and administer it.",
        "Waits fell by 2.5 days in 3.4 weeks.",
        "They said ... and then more.",
        "“Why not?” she asked.",
        "J. Smith chaired it.",
        "1. Partners meet monthly.",
        "2.3. Partners meet monthly.",
        "Partners meet: Weekly; Monthly; Yearly.",
    ],
)
def test_what_is_one_sentence_stays_one(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We met. We agreed.", ["We met.", "We agreed."]),
        ("‘We met.’ “We agreed.” Good.", ["‘We met.’", "“We agreed.”", "Good."]),
        ("Who leads? The council! Good.", ["Who leads?", "The council!", "Good."]),
        ("It was in May. 75 people came.", ["It was in May.", "75 people came."]),
        ("It grew in 2024. The board met.", ["It grew in 2024.", "The board met."]),
        ("(See above.) The board met.", ["(See above.)", "The board met."]),
        ("They waited… Nobody came.", ["They waited…", "Nobody came."]),
        ("Housing, police etc. The board met.", ["Housing, police etc.", "The board met."]),
        ("It said no. The board met.", ["It said no.", "The board met."]),
        ("It gave support.People told us so.", ["It gave support.", "People told us so."]),
        ("Waits fell.¹ Staff said so.[12] Good.", ["Waits fell.¹", "Staff said so.[12]", "Good."]),
        ("We work with • housing • police", ["We work with", "housing", "police"]),
        ("**We met.** We agreed.", ["**We met.**", "We agreed."]),
        ("  We met.\r\n We agreed. \n", ["We met.", "We agreed."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_only_blanks_lie_between_the_sentences() -> None:
    text = "\ufeff We met. “We agreed!” \xa0 Then: e.g. Nothing... Good \n"

    spans = list(sentence_spans(text))

    gaps = [text[end:start] for (_, end), (start, _) in zip([(0, 0), *spans], [*spans, (len(text), 0)], strict=True)]
    assert all(not gap.strip("\ufeff \xa0\n") for gap in gaps)


def test_a_block_ends_a_sentence_without_a_full_stop() -> None:
    text = "Partners meet monthly\nStaff agree"
    document = Document(name="a.txt", text=text, blocks=(Block(start=0, end=21), Block(start=22, end=33)))

    found = [(text[one.start : one.end], one.block) for one in sentences_of(document, document.blocks)]

    assert found == [("Partners meet monthly", 0), ("Staff agree", 1)]


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if not kind.can_be_evidence])
def test_sentences_of_blocks_that_are_no_evidence_do_not_count(kind: BlockKind) -> None:
    document = Document(name="a.txt", text="We met.", blocks=(Block(start=0, end=7, kind=kind),))

    (sentence,) = sentences_of(document, document.blocks)

    assert not sentence.countable


@pytest.mark.parametrize("text", ["." * 300_000, '."' * 150_000, "a." + " " * 300_000 + "b", ".[1" * 100_000])
def test_hostile_punctuation_is_cut_in_linear_time(text: str) -> None:
    begin = time.process_time()

    list(sentence_spans(text))

    assert time.process_time() - begin < 5


def test_a_sentence_without_end_is_cut_between_words_and_nothing_is_lost() -> None:
    text = "and so the board met " * 2_000

    spans = list(sentence_spans(text))

    assert max(end - start for start, end in spans) <= LONGEST_SENTENCE
    assert " ".join(text[start:end] for start, end in spans) == text.strip()


def test_a_word_without_end_is_cut_too() -> None:
    assert list(sentence_spans("a" * (LONGEST_SENTENCE + 5))) == [
        (0, LONGEST_SENTENCE),
        (LONGEST_SENTENCE, LONGEST_SENTENCE + 5),
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Next review due: 30 September 2026.", False),
        ("Document owner: Head of Service", False),
        ("Approved by: Cabinet, 4 March 2025", False),
        ("Review date: June 2027", False),
        ("Review: we look at every plan with the person once a year.", True),
        ("Reviews are done within twelve months.", True),
        (
            "Next review due: " + "every plan is looked at again with the person and those who matter to them. " * 2,
            True,
        ),
    ],
)
def test_a_line_in_which_a_document_speaks_of_itself_is_no_evidence(text: str, counts: bool) -> None:
    block = Block(start=0, end=len(text), kind=BlockKind.PARAGRAPH)

    first, *_ = sentences_of(Document(name="a.txt", text=text, blocks=(block,)), (block,))

    assert first.countable is counts
