"""What one document says of each expectation: exact counts, a few passages, no date after the assessment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.domain.assessment import Evidence, ExpectationStatus, Side
from checker.domain.evidence import Because, Claim, Passage, Polarity
from checker.stages.evidence import document_statuses, tally
from checker.stages.evidence.best_passages import MOST_A_SIDE
from checker.testing import a_passage

AS_OF = "2026-01-31"
SHORTFALL, MIXED = Polarity.SHORTFALL, Polarity.MIXED


def told(*passages: Passage, date: str = "", as_of: str = AS_OF, council: str = "") -> dict[str, Evidence]:
    return tally(passages, council=council, date=date, as_of=as_of)


def of(evidence: dict[str, Evidence], key: str = "data-sharing") -> Evidence:
    return evidence[key]


def test_a_strength_counts_for_every_expectation_that_it_speaks_to() -> None:
    evidence = told(a_passage(expectations=("data-sharing", "learning")))

    assert [of(evidence, key).count(side=Side.FOR) for key in ("data-sharing", "learning")] == [1, 1]


@pytest.mark.parametrize("polarity", [SHORTFALL, MIXED])
def test_a_shortfall_counts_for_its_main_expectation_only(polarity: Polarity) -> None:
    evidence = told(a_passage(expectations=("data-sharing", "learning"), polarity=polarity))

    assert of(evidence).count(side=Side.AGAINST) == 1
    assert of(evidence, "learning").count(side=Side.AGAINST) == 0
    assert of(evidence, "learning").passages == ()
    assert of(evidence, "learning").status is ExpectationStatus.ABSENT


@pytest.mark.parametrize(
    ("polarities", "status"),
    [
        ([Polarity.STRENGTH], ExpectationStatus.SUPPORTED),
        ([Polarity.STRENGTH, Polarity.PLANNED], ExpectationStatus.SUPPORTED),
        ([Polarity.STRENGTH, SHORTFALL], ExpectationStatus.MIXED),
        ([MIXED], ExpectationStatus.MIXED),
        ([SHORTFALL, MIXED], ExpectationStatus.MIXED),
        ([SHORTFALL], ExpectationStatus.SHORTFALL),
        ([SHORTFALL, Polarity.PLANNED], ExpectationStatus.SHORTFALL),
        ([Polarity.PLANNED], ExpectationStatus.ABSENT),
        ([Polarity.NEUTRAL], ExpectationStatus.ABSENT),
    ],
)
def test_the_status_follows_from_what_is_said_for_and_against(
    polarities: list[Polarity], status: ExpectationStatus
) -> None:
    evidence = told(*(a_passage(polarity=one, start=100 * number) for number, one in enumerate(polarities)))

    assert of(evidence).status is status


def test_statuses_leave_out_what_was_not_found_and_keys_of_rules() -> None:
    evidence = told(
        a_passage(expectations=("data-sharing",), rules=("data-sharing.named",)),
        a_passage(expectations=("learning",), polarity=Polarity.PLANNED, start=90),
    )

    statuses = document_statuses(evidence, frozenset({"data-sharing", "learning", "funding"}))

    assert statuses == {"data-sharing": ExpectationStatus.SUPPORTED}


def test_sentences_that_cannot_be_evidence_are_not_counted() -> None:
    assert told(replace(a_passage(), countable=False)) == {}


def test_words_of_a_rules_own_are_kept_under_its_id() -> None:
    evidence = told(a_passage(expectations=(), rules=("data-sharing.named",), polarity=SHORTFALL))

    assert list(evidence) == ["data-sharing.named"]
    assert of(evidence, "data-sharing.named").on(Side.AGAINST)


def test_counts_are_exact_while_passages_are_few() -> None:
    passages = [a_passage(start=100 * number, voice="people") for number in range(200)]

    evidence = of(told(*passages))

    assert evidence.count(side=Side.FOR) == sum(evidence.counts.values()) == 200
    assert len(evidence.passages) == MOST_A_SIDE


def test_room_is_kept_for_every_voice_and_side() -> None:
    voices = [a_passage(start=100 * number, voice=voice) for number, voice in enumerate(["staff"] * 30 + ["people"])]
    against = [a_passage(start=9000 + 100 * number, voice="staff", polarity=SHORTFALL) for number in range(9)]

    kept = of(told(*voices, *against))

    assert [passage.voice for passage in kept.on(Side.FOR)].count("people") == 1
    assert len(kept.on(Side.AGAINST)) == MOST_A_SIDE


def test_the_most_telling_passages_are_kept() -> None:
    plain = [a_passage(start=100 * number) for number in range(20)]
    telling = [
        a_passage(start=5000, claim=Claim.MEASURED),
        a_passage(start=5100, claim=Claim.PRACTISED, impact=True),
        a_passage(start=5200, claim=Claim.PRACTISED, dated=("2025-01-01", "2025-01-31")),
        a_passage(start=5300, claim=Claim.PRACTISED),
    ]

    kept = of(told(*plain, *telling)).on(Side.FOR)

    assert [passage.start for passage in kept] == [5000, 5100, 5200, 5300, 0]


def test_a_passage_whose_own_topic_it_is_goes_before_one_that_mentions_it() -> None:
    mention = a_passage(start=0, expectations=("learning", "data-sharing"), claim=Claim.MEASURED)
    own = a_passage(start=500)

    assert [passage.start for passage in of(told(mention, own)).passages] == [500, 0]


def test_the_order_of_the_sentences_changes_nothing() -> None:
    passages = [a_passage(start=100 * number, voice=("people", "staff")[number % 2]) for number in range(30)]

    assert told(*passages) == told(*reversed(passages))


@pytest.mark.parametrize(
    ("periods", "date", "latest"),
    [
        ([("2025-03-01", "2025-03-31"), ("2024-01-01", "2024-12-31")], "", "2025-03-31"),
        ([("2025-04-01", "2026-03-31")], "", "2025-04-01"),
        ([("2025-04-01", "2026-03-31")], "2025-12-17", "2025-12-17"),
        ([("2025-04-01", "2026-03-31")], "2024-12-17", "2025-04-01"),
        ([("2025-04-01", AS_OF)], "", AS_OF),
        ([("2027-01-01", "2027-12-31")], "", ""),
        ([("2027-01-01", "2027-12-31")], "2025-06-30", "2025-06-30"),
        ([], "2025-06-30", "2025-06-30"),
        ([], "2026-02-01", ""),
        ([("2024-01-01", "2024-12-31")], "2025-06-30", "2024-12-31"),
        ([], "", ""),
    ],
)
def test_the_latest_day_is_the_passages_own_then_the_documents_never_after_the_assessment(
    periods: list[tuple[str, str]], date: str, latest: str
) -> None:
    passages = [a_passage(start=100 * number, dated=period) for number, period in enumerate(periods or [None])]

    evidence = of(told(*passages, date=date))

    assert evidence.latest == latest
    assert evidence.dated == (len(passages) if latest else 0)


@pytest.mark.parametrize("polarity", [polarity for polarity in Polarity if polarity is not Polarity.STRENGTH])
def test_only_affirmed_evidence_is_dated(polarity: Polarity) -> None:
    evidence = of(told(a_passage(polarity=polarity, dated=("2025-01-01", "2025-01-31")), date="2025-06-30"))

    assert (evidence.latest, evidence.dated) == ("", 0)


def named(key: str, phrase: str, entry: str = "pack/a.yaml:3") -> Because:
    return Because(field="expectations", words="x", start=0, end=1, entry=entry, family=phrase, expectation=key)


def test_a_sentence_that_only_goes_on_has_no_topic_and_goes_behind_those_with_words_of_their_own() -> None:
    goes_on = replace(
        a_passage(claim=Claim.MEASURED), own_words=False, because=(named("data-sharing", "goes on", entry=""),)
    )
    own = replace(a_passage(start=90), because=(named("data-sharing", "record"),))

    evidence = of(told(goes_on, own))

    assert [passage.start for passage in evidence.passages] == [90, 0]
    assert sorted(key.topic for key in evidence.counts) == ["", "record"]


def test_the_topic_is_the_phrase_that_recognised_the_expectation_best() -> None:
    because = (named("data-sharing", "shared care record"), named("data-sharing", "record"), named("learning", "learn"))

    evidence = told(replace(a_passage(expectations=("data-sharing", "learning")), because=because), council="Wexmoor")

    assert [(key.topic, key.council) for key in of(evidence).counts] == [("shared care record", "Wexmoor")]
    assert [key.topic for key in of(evidence, "learning").counts] == ["learn"]


def test_each_evidence_category_has_its_own_latest_day() -> None:
    said = [("processes", "2025-03-31"), ("processes", "2024-03-31"), ("peoples-experience", "2023-12-31")]
    passages = [
        replace(a_passage(start=100 * place, dated=(day, day)), evidence_category=category)
        for place, (category, day) in enumerate(said)
    ]

    evidence = of(told(*passages))

    assert evidence.latest_by_category == {"peoples-experience": "2023-12-31", "processes": "2025-03-31"}
