"""A gap about one item is closed only where all that it rested on is read now and its rule has answered."""

from __future__ import annotations

from typing import Any

import pytest

from checker.report_ids import is_found_no_more, rested_on_unread

RULE = "plan.challenge"
WAS = {"rule": RULE, "statement": None, "item": "Breaks", "outcome": "not met", "citations": [{"document": "data.csv"}]}
MET = {"rule": RULE, "statement": None, "item": "", "outcome": "met"}
FILES = {"narrative.md": "self-assessment", "data.csv": "data"}


def a_report(*failed: str, without: str = "", renamed: str = "") -> Any:
    documents = [
        {"name": renamed if renamed and name == "narrative.md" else name, "sha256": name, "kind": kind, "status": "ok"}
        for name, kind in FILES.items()
        if name != without
    ]
    for one in documents:
        one["status"] = "failed" if one["name"] in failed else "ok"
    return {"documents": documents, "not_assessed": []}


def test_what_its_rule_finds_no_more_is_closed() -> None:
    assert is_found_no_more(WAS, [MET], a_report(), a_report())
    assert is_found_no_more(WAS, [MET], a_report(), a_report(renamed="self-assessment.md"))


@pytest.mark.parametrize("name", FILES)
def test_a_document_that_is_gone_or_could_not_be_read_closes_nothing(name: str) -> None:
    assert not is_found_no_more(WAS, [MET], a_report(), a_report(name))
    assert not is_found_no_more(WAS, [MET], a_report(), a_report(without=name))


@pytest.mark.parametrize("outcome", ["not applicable", "not assessed", "needs review"])
def test_a_rule_that_could_not_answer_closes_nothing(outcome: str) -> None:
    assert not is_found_no_more(WAS, [MET | {"outcome": outcome}], a_report(), a_report())


def test_a_rule_that_answered_of_other_items_has_answered() -> None:
    other = MET | {"item": "Waits", "outcome": "not met"}

    assert is_found_no_more(WAS, [other], a_report(), a_report())
    assert not is_found_no_more(WAS, [other, MET | {"outcome": "not assessed"}], a_report(), a_report())


def test_what_is_met_now_is_not_closed_where_what_it_rested_on_is_read_no_more() -> None:
    assert rested_on_unread(WAS, a_report(), a_report("narrative.md"))
    assert not rested_on_unread(WAS, a_report(), a_report(without="data.csv"))
    assert not rested_on_unread(WAS, a_report("data.csv"), a_report("data.csv"))
