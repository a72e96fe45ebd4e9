"""A gap is known again by another id where only one can be meant; else nothing is taken, and the ids are named."""

from __future__ import annotations

from checker.domain.gap_id import without_sentence
from checker.gap_succession import Subject, Successor, Why, find_successors

RECENT = "library.recent"
CHALLENGE = "plan.challenge"
LONG = "212 people wait for an assessment of their needs today"


def about(item: str, file: str = "", *, asked: str = RECENT) -> Subject:
    return Subject(gap_id=f"{asked}/{item}", asked=asked, item=item, file=file)


def test_a_renamed_file_is_known_by_its_content() -> None:
    gone, new = [about("data/old.csv", "aaa111")], [about("data/q1 figures.csv", "aaa111bbb"), about("x.csv", "ccc")]

    found = find_successors(gone, new, {"data/q1 figures.csv", "x.csv"})

    assert found.taken == {"library.recent/data/old.csv": Successor(gap_id=new[0].gap_id, why=Why.SAME_FILE)}
    assert found.unclear == {}


def test_a_file_that_was_renamed_and_edited_is_known_by_its_name() -> None:
    gone, new = [about("policy v1.docx", "aaa")], [about("policy v2.docx", "bbb")]

    found = find_successors(gone, new, {"policy v2.docx"})

    assert found.taken["library.recent/policy v1.docx"].why is Why.NEW_EDITION


def test_a_file_that_is_still_there_has_no_successor() -> None:
    gone, new = [about("policy v1.docx", "aaa")], [about("policy v2.docx", "bbb")]

    found = find_successors(gone, new, {"policy v1.docx", "policy v2.docx"})

    assert (found.taken, found.unclear) == ({}, {})


def test_a_file_whose_name_another_took_is_followed_to_where_its_content_lies() -> None:
    gone, new = [about("report.docx", "aaa")], [about("archive/report of spring.docx", "aaa")]

    found = find_successors(gone, new, {"report.docx", "archive/report of spring.docx"})

    assert found.taken["library.recent/report.docx"].gap_id == new[0].gap_id


def test_of_two_copies_none_is_taken_and_both_are_named() -> None:
    gone, new = [about("old.csv", "aaa")], [about("b.csv", "aaa"), about("a.csv", "aaa")]

    found = find_successors(gone, new, {"a.csv", "b.csv"})

    assert found.taken == {}
    assert found.unclear == {"library.recent/old.csv": ("library.recent/a.csv", "library.recent/b.csv")}


def test_two_that_are_gone_do_not_share_one_successor() -> None:
    gone = [about("212 people wait for care", asked=CHALLENGE), about("19 people wait for care", asked=CHALLENGE)]
    new = [about("80 people wait for care", asked=CHALLENGE)]

    found = find_successors(gone, new, ())

    assert found.taken == {}
    assert set(found.unclear) == {one.gap_id for one in gone}


def test_a_changed_figure_is_followed_and_a_changed_subject_only_named() -> None:
    gone = [about("212 people wait for an assessment", asked=CHALLENGE), about("Carers lack breaks", asked=CHALLENGE)]
    new = [about("95 people wait for an assessment", asked=CHALLENGE), about("Carers lack visits", asked=CHALLENGE)]

    found = find_successors(gone, new, ())

    assert found.taken == {gone[0].gap_id: Successor(gap_id=new[0].gap_id, why=Why.NEW_WORDS)}
    assert found.unclear == {gone[1].gap_id: (new[1].gap_id,)}


def test_what_asks_something_else_never_succeeds() -> None:
    gone, new = [about("old.csv", "aaa")], [about("new.csv", "aaa", asked="library.review-dates")]

    assert find_successors(gone, new, {"new.csv"}).taken == {}


def test_a_hash_in_place_of_a_sentence_is_that_sentence() -> None:
    gone, new = [about(without_sentence(LONG), asked=CHALLENGE)], [about(LONG, asked=CHALLENGE)]

    assert find_successors(gone, new, ()).taken[gone[0].gap_id].why is Why.SAME_WORDS


def test_a_finding_about_another_gap_follows_that_gap() -> None:
    gone = [about("old.csv", "aaa"), about("library.recent/old.csv", asked="plan.smart")]
    new = [about("new.csv", "aaa"), about("library.recent/new.csv", asked="plan.smart")]

    found = find_successors(gone, new, {"new.csv"})

    assert found.taken["plan.smart/library.recent/old.csv"].gap_id == "plan.smart/library.recent/new.csv"


def test_another_folder_or_suffix_is_named_and_not_taken() -> None:
    gone, new = [about("a/policy.docx", "aaa")], [about("b/policy.docx", "bbb"), about("a/policy.pdf", "ccc")]

    found = find_successors(gone, new, {"b/policy.docx", "a/policy.pdf"})

    assert found.taken == {}
    assert set(found.unclear["library.recent/a/policy.docx"]) == {one.gap_id for one in new}


def test_the_likeliest_is_named_first() -> None:
    gone = [about("Carers lack breaks", asked=CHALLENGE)]
    new = [about(item, asked=CHALLENGE) for item in ("Carers back brakes", "Carers lack brakes", "Bearers lack brakes")]

    named = find_successors(gone, new, ()).unclear[gone[0].gap_id]

    assert named[0] == f"{CHALLENGE}/Carers lack brakes"


def test_too_many_to_compare_are_left_to_a_person() -> None:
    gone = [about(f"{number} people wait in area {number}", asked=CHALLENGE) for number in range(1000)]
    new = [about(f"{number} carers wait in area {number}", asked=CHALLENGE) for number in range(1000)]

    found = find_successors(gone, new, ())

    assert found.taken == {}
    assert found.unclear == {one.gap_id: () for one in gone}
