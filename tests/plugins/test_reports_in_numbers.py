"""The lead of the first page: how many gaps are open, and what most of them are about."""

from __future__ import annotations

import re
from dataclasses import replace

from checker_plugins.reports.content.in_numbers import lead
from checker_plugins.reports.content.lookup import Lookup
from checker_plugins.reports.content.parts import Extent

from checker.domain.finding import Flag, Outcome

from .report_builders import nine_statements, nothing
from .report_parts import a_reported_finding, clashes


def test_the_lead_says_how_much_is_one_question() -> None:
    nine = nine_statements()
    other = a_reported_finding("", "s1", Outcome.NOT_MET, rule="s1.other", gap_id="s1/other")
    first = replace(nine.statements[0], findings=(replace(other, title="Another question"),))

    told = lead(Lookup.of(replace(nine, statements=(first, *nine.statements[1:])), Extent()))

    assert re.search(r"^27 gaps are open: .*\. 27 of them are of one kind: “", told)


def test_the_lead_tells_gaps_in_the_evidence_from_those_in_how_it_is_told() -> None:
    nine = nine_statements()
    other = a_reported_finding("", "s1", Outcome.NOT_MET, rule="s1.other", gap_id="s1/other")
    first = replace(nine.statements[0], findings=(replace(other, title="Another question"),))
    report = replace(nine, statements=(first, *nine.statements[1:]), findings=clashes(Outcome.NOT_MET))

    told = lead(Lookup.of(report, Extent()))

    assert "Whatever their weight, 28 are about the evidence, and 27 of these are of one kind: “" in told


def test_the_lead_of_an_empty_run_speaks_of_no_gap() -> None:
    assert lead(Lookup.of(nothing(), Extent())) == "No expectation was in scope, so nothing is said of any."


def test_what_is_waived_does_not_stand_between_the_gaps_and_what_they_are_about() -> None:
    nine = nine_statements()
    waived = replace(clashes(Outcome.NOT_MET)[0], flags=(Flag.WAIVED,))
    other = a_reported_finding("", "s1", Outcome.NOT_MET, rule="s1.other", gap_id="s1/other")
    first = replace(nine.statements[0], findings=(replace(other, title="Another question"),))
    report = replace(nine, statements=(first, *nine.statements[1:]), findings=(waived,))

    told = lead(Lookup.of(report, Extent()))

    assert told.index("are of one kind") < told.index("waived and still listed.")
