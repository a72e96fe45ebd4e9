"""What all documents say together, and which of the council's claims others bear out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain.assessment import Evidence, ExpectationStatus, Side
from checker.domain.evidence import Because, Claim, Passage, Polarity
from checker.stages.evidence import EvidenceMerger, tally
from checker.stages.evidence.best_passages import MOST_A_SIDE
from checker.testing import AS_OF, a_passage

KEY = "data-sharing"
NARRATIVE = "self-assessment"
OWN = ("local-authority", "staff")
Spoken = tuple[str, str, Sequence[Passage]]


def says(
    voice: str = "local-authority",
    *,
    topic: str = "shared care record",
    polarity: Polarity = Polarity.STRENGTH,
    start: int = 0,
    claim: Claim = Claim.STATED,
    dated: tuple[str, str] | None = None,
) -> Passage:
    because = Because(
        field="expectations", words="x", start=start, end=start + 1, entry="a.yaml:1", family=topic, expectation=KEY
    )
    passage = a_passage(start=start, voice=voice, polarity=polarity, claim=claim, dated=dated)
    return replace(passage, because=(because,))


def merged(*documents: Spoken) -> dict[str, Evidence]:
    """Add up documents, each a name, a council and what is said in it; names tell the parts of the self-assessment."""
    merger = EvidenceMerger(OWN)
    for name, council, passages in documents:
        placed = [replace(passage, document=name) for passage in passages]
        tallied = tally(placed, council=council, date="", as_of=AS_OF)
        merger.add(name, council, tallied, self_assessment=name.startswith(NARRATIVE))
    return merger.result()


def corroborated(*documents: Spoken) -> int:
    """Return how many sentences are corroborated; the kept passages must say the same as the counts."""
    evidence = merged(*documents)[KEY]
    number = evidence.count(at_least=Claim.CORROBORATED)
    assert sum(passage.claim is Claim.CORROBORATED for passage in evidence.passages) == min(number, MOST_A_SIDE)
    return number


def test_what_is_added_up_is_not_counted_apart_by_topic_or_council() -> None:
    evidence = merged(*((f"{name}.md", name, [says(), says(topic=name)]) for name in ("Wexmoor", "Ashford")))[KEY]

    assert {(key.topic, key.council): number for key, number in evidence.counts.items()} == {("", ""): 4}


@pytest.mark.parametrize("voice", ["people", "partners", "providers", "inspector"])
def test_an_independent_voice_corroborates_what_the_council_says(voice: str) -> None:
    assert corroborated(("a.md", "Wexmoor", [says()]), ("b.md", "Wexmoor", [says(voice)])) == 1


def test_a_document_does_not_corroborate_itself_by_quoting() -> None:
    quoting = [says(), says("partners", start=90)]

    assert corroborated(("a.md", "Wexmoor", quoting)) == 0
    assert corroborated((f"{NARRATIVE}.md", "Wexmoor", quoting)) == 0
    assert corroborated((f"{NARRATIVE} 1.md", "Wexmoor", [says()]), (f"{NARRATIVE} 2.md", "Wexmoor", quoting)) == 0


def test_a_voice_that_one_document_quotes_corroborates_the_others_alone() -> None:
    quoting = ("b.md", "Wexmoor", [says(), says("staff", start=50), says("partners", start=90)])

    assert corroborated(("a.md", "Wexmoor", [says()]), quoting) == 1
    assert corroborated(("a.md", "Wexmoor", [says("people")]), quoting) == 2


def test_another_document_corroborates_what_the_self_assessment_says() -> None:
    narrative = (f"{NARRATIVE}.md", "Wexmoor", [says(), says("staff", start=90)])

    assert corroborated(narrative, ("b.md", "Wexmoor", [says("staff")])) == 2


def test_documents_of_the_council_that_repeat_a_claim_do_not_corroborate_one_another() -> None:
    assert corroborated(("a.md", "Wexmoor", [says()]), ("b.md", "Wexmoor", [says("staff")])) == 0
    parts = [(f"{NARRATIVE} {number}.md", "Wexmoor", [says()]) for number in range(3)]
    assert corroborated(*parts) == 0


def test_what_repeats_a_document_corroborates_nothing_in_it() -> None:
    merger = EvidenceMerger(OWN)
    for name, original, narrative, passage in (
        ("a.md", "", True, says()),
        ("b.md", "a.md", False, says("partners")),
        ("c.md", "", False, says("leaders", start=90)),
    ):
        tallied = tally([replace(passage, document=name)], council="Wexmoor", date="", as_of=AS_OF)
        merger.add(name, "Wexmoor", tallied, original=original, self_assessment=narrative)
        if name == "b.md":
            assert merger.result()[KEY].count(at_least=Claim.CORROBORATED) == 0

    assert merger.result()[KEY].count(at_least=Claim.CORROBORATED) == 1


def test_a_corroborated_claim_still_says_which_step_its_own_words_reach() -> None:
    evidence = merged(("a.md", "", [says(claim=Claim.PRACTISED)]), ("b.md", "", [says("people")]))[KEY]

    assert evidence.count(at_least=Claim.MEASURED) == 1
    assert evidence.count(alone_at_least=Claim.MEASURED) == 0
    assert {one.reached_alone for one in evidence.passages} == {Claim.PRACTISED, Claim.STATED}


def test_a_corroborated_claim_names_the_document_and_line_that_confirm_it() -> None:
    people = replace(says("people", start=40), line=7)

    evidence = merged(("a.md", "", [says()]), ("b.md", "", [people]), ("c.md", "", [says("partners")]))[KEY]

    (why,) = [one for passage in evidence.passages for one in passage.because if one.field == "claim"]
    assert (why.words, why.entry, why.family) == ("x", "b.md:7", "corroborated by another source")


def test_a_corroborated_claim_names_the_document_where_none_of_its_passages_is_kept() -> None:
    telling = [says("people", start=100 * number, claim=Claim.MEASURED, topic="GNCR") for number in range(9)]
    last = ("z.md", "", [says("people", start=5)])

    evidence = merged(("a.md", "", [says()]), ("b.md", "", telling), last)[KEY]

    assert [one.entry for passage in evidence.passages for one in passage.because if one.field == "claim"] == ["z.md"]


def test_the_same_document_saying_it_twice_corroborates_nothing() -> None:
    assert corroborated(("a.md", "Wexmoor", [says(), says("staff", start=90)])) == 0


def test_corroboration_never_crosses_councils() -> None:
    partners = ("b.md", "Thornbridge", [says("partners")])
    other = ("c.md", "Thornbridge", [says()])

    assert corroborated(("a.md", "Wexmoor", [says()]), partners) == 0
    assert corroborated(("a.md", "Wexmoor", [says()]), other) == 0


def test_another_topic_corroborates_nothing() -> None:
    assert corroborated(("a.md", "Wexmoor", [says()]), ("b.md", "Wexmoor", [says("partners", topic="GNCR")])) == 0


@pytest.mark.parametrize("polarity", [one for one in Polarity if one is not Polarity.STRENGTH])
def test_only_an_affirming_sentence_corroborates_or_is_corroborated(polarity: Polarity) -> None:
    unsure = says("partners", polarity=polarity)
    own = says(polarity=polarity)

    assert corroborated(("a.md", "Wexmoor", [says()]), ("b.md", "Wexmoor", [unsure])) == 0
    assert corroborated(("a.md", "Wexmoor", [own]), ("b.md", "Wexmoor", [says("partners")])) == 0


def test_what_others_say_of_themselves_is_not_raised() -> None:
    evidence = merged(("a.md", "Wexmoor", [says("people")]), ("b.md", "Wexmoor", [says("partners")]))[KEY]

    assert {key.claim for key in evidence.counts} == {Claim.STATED}


def test_counts_of_all_documents_are_exact_while_passages_stay_few() -> None:
    documents = [
        (f"{number:03}.md", "", [says("people", start=100 * place) for place in range(20)]) for number in range(40)
    ]

    evidence = merged(*documents)[KEY]

    assert evidence.count(side=Side.FOR) == 800
    assert len(evidence.on(Side.FOR)) == MOST_A_SIDE
    assert len(evidence.by_document) == 40


def test_the_best_of_every_voice_comes_before_more_of_one_voice() -> None:
    loud = [says("people", start=100 * number, claim=Claim.MEASURED) for number in range(9)]
    quiet = [says("partners"), says("providers", start=90)]

    kept = merged(("a.md", "", loud), ("b.md", "", quiet))[KEY].on(Side.FOR)

    assert [passage.voice for passage in kept] == ["people", "people", "people", "partners", "providers"]


def test_each_document_has_its_status_and_those_without_evidence_are_left_out() -> None:
    evidence = merged(
        ("a.md", "", [says()]),
        ("b.md", "", [says(polarity=Polarity.SHORTFALL)]),
        ("c.md", "", [says(polarity=Polarity.PLANNED)]),
    )[KEY]

    assert evidence.by_document == {"a.md": ExpectationStatus.SUPPORTED, "b.md": ExpectationStatus.SHORTFALL}
    assert evidence.status is ExpectationStatus.MIXED


def test_the_latest_day_and_the_dated_passages_are_those_of_all_documents() -> None:
    evidence = merged(
        ("a.md", "", [says(dated=("2025-01-01", "2025-03-31"))]),
        ("b.md", "", [says(dated=("2024-01-01", "2024-12-31")), says(start=90)]),
    )[KEY]

    assert (evidence.latest, evidence.dated) == ("2025-03-31", 2)
    assert evidence.latest_by_category == {says().evidence_category: "2025-03-31"}


def test_the_order_of_documents_changes_nothing() -> None:
    documents: list[Spoken] = [
        ("a.md", "Wexmoor", [says(), says("people", start=90, topic="GNCR")]),
        ("b.md", "Wexmoor", [says("partners"), says("staff", start=90, topic="GNCR", claim=Claim.MEASURED)]),
        ("c.md", "Thornbridge", [says(polarity=Polarity.MIXED), says(start=90)]),
        ("d.md", "", [says("inspector", start=100 * number) for number in range(7)]),
    ]

    results = [merged(*order) for order in permutations(documents)]

    assert all(result == results[0] for result in results)
    assert all(list(result[KEY].counts) == list(results[0][KEY].counts) for result in results)


@given(st.data())
def test_any_library_in_any_order_gives_the_same_evidence(data: st.DataObject) -> None:
    spoken = st.builds(
        says,
        st.sampled_from(["local-authority", "staff", "people", "partners"]),
        topic=st.sampled_from(["shared care record", "GNCR"]),
        polarity=st.sampled_from(list(Polarity)),
        start=st.integers(0, 12).map(lambda number: 100 * number),
        claim=st.sampled_from([Claim.STATED, Claim.PRACTISED]),
    )
    passages = st.lists(spoken, max_size=8, unique_by=lambda passage: passage.start)
    councils = st.sampled_from(["", "Wexmoor", "Thornbridge"])
    number = data.draw(st.integers(1, 5))
    documents = [(f"{name}.md", data.draw(councils), data.draw(passages)) for name in "abcde"[:number]]

    assert merged(*data.draw(st.permutations(documents))) == merged(*documents)


def test_without_documents_there_is_no_evidence() -> None:
    assert merged() == {}
