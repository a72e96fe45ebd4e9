"""Rules as values for programs."""

from __future__ import annotations

from checker.cli.rules_work import rule_values
from checker.testing import a_rule


def test_a_rule_of_the_whole_run_has_no_statement_and_no_expectation() -> None:
    values = rule_values(a_rule(statement="", expectation=""))

    assert (values["statement"], values["expectation"]) == (None, None)


def test_a_rule_of_an_expectation_names_both() -> None:
    values = rule_values(a_rule())

    assert (values["statement"], values["expectation"]) == ("working-together", "data-sharing")
