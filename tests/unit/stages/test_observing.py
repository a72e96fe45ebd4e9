"""What plugins observe gets its words, its sentence and its section, and is kept in a bounded number."""

from __future__ import annotations

from checker.domain.document import Block, BlockKind, Document, DocumentKind, Sentence
from checker.domain.evidence import Because, Passage
from checker.domain.observation import Observation, Observations
from checker.stages.evidence import bounded, complete
from checker.stages.evidence.observing import MOST_OF_A_KIND_ELSEWHERE
from checker.testing import an_observation

TEXT = "Safeguarding\nWaits fell. They are now 17 days."
HEADING = Block(start=0, end=12, kind=BlockKind.HEADING, level=1)
BODY = Block(start=13, end=len(TEXT), heading_path=("Safeguarding",))
DOCUMENT = Document(name="sa.md", text=TEXT, blocks=(HEADING, BODY))
SENTENCES = (
    Sentence(start=0, end=12, block=0, countable=False),
    Sentence(start=13, end=24, block=1),
    Sentence(start=25, end=len(TEXT), block=1),
)
PASSAGES = tuple(
    Passage(
        document="sa.md",
        start=one.start,
        end=one.end,
        text=TEXT[one.start : one.end],
        because=(Because(field="impact", words="17", start=0, end=2),),
        heading_path=DOCUMENT.blocks[one.block].heading_path,
    )
    for one in SENTENCES
)


def completed(*found: Observation) -> tuple[Observation, ...]:
    return complete(found, DOCUMENT, SENTENCES, PASSAGES, lambda path: (path[0].lower(),) if path else ())


def test_an_observation_gets_its_words_its_sentence_and_its_section() -> None:
    (figure,) = completed(Observation(kind="figure", start=38, end=45, value="17"))

    assert (figure.document, figure.text, figure.statement) == ("sa.md", "17 days", "safeguarding")
    assert figure.citation.text == "They are now 17 days."
    assert figure.heading_path == ("Safeguarding",)


def test_what_is_observed_at_a_heading_belongs_to_the_section_that_it_opens() -> None:
    (section,) = completed(Observation(kind="section", start=0, end=len(TEXT)))

    assert section.statement == "safeguarding"


def test_sentences_are_kept_without_the_words_that_decided_their_marks() -> None:
    (figure,) = completed(Observation(kind="figure", start=38, end=45))

    assert figure.citation.because == ()


def test_what_two_plugins_observe_alike_counts_once() -> None:
    figure = Observation(kind="figure", start=38, end=45, value="17")

    assert len(completed(figure, figure)) == 1


def test_of_a_document_in_a_library_few_of_a_kind_are_kept_and_all_are_counted() -> None:
    many = [an_observation("figure", start=number) for number in range(MOST_OF_A_KIND_ELSEWHERE + 5)]

    observed = bounded(many, DocumentKind.DATA)

    assert len(observed.kept) == MOST_OF_A_KIND_ELSEWHERE
    assert observed.counts == {"figure": MOST_OF_A_KIND_ELSEWHERE + 5}


def test_of_a_self_assessment_more_is_kept() -> None:
    many = [an_observation("figure", start=number) for number in range(MOST_OF_A_KIND_ELSEWHERE + 5)]

    assert len(bounded(many, DocumentKind.SELF_ASSESSMENT).kept) == len(many)


def test_observations_are_looked_up_by_kind_and_document_in_the_order_of_the_text() -> None:
    late, early = an_observation("figure", "2", start=9), an_observation("figure", "1", start=3)
    other = an_observation("figure", "3", document="b.txt")

    found = Observations.of([other, late, early, an_observation("acronym", "ABC")])

    assert [one.value for one in found.kind("figure", ["report.txt"])] == ["1", "2"]
    assert (found.count("figure"), found.count("figure", ["b.txt"]), found.count("nothing")) == (3, 1, 0)
