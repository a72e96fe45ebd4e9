"""The files of a new plugin; `$name` is the distribution's name, `$module` the module's. Nothing here writes them."""

from __future__ import annotations

_PYPROJECT = """\
[build-system]
requires = ["setuptools>=68"]
build-backend = "setuptools.build_meta"

[project]
name = "$name"
version = "0.1.0"
description = "A plugin of the checker: one criterion."
requires-python = ">=3.11"
dependencies = ["council-checker>=$version,<1"]

[project.entry-points.checker]
$module = "$module"

[tool.setuptools.packages.find]
where = ["src"]

[tool.pytest.ini_options]
pythonpath = ["src"]
testpaths = ["tests"]
"""

_README = """\
# $name

A plugin of the checker. It adds one criterion, `$module`.

    python -m pip install -e .
    checker plugins list
    python -m pytest

A rule that uses it, in a pack:

    - id: data-sharing.affirmed-often
      title: More than one passage shows it
      criterion: $module
      expects: {at_least: 2}
      weight: helpful
      why: What stands in one sentence only is easily overlooked.
      remedy: Add a second passage that shows it.
"""

_INIT = '''\
"""The hooks of this plugin. Each name after `checker_` is a hook of the checker."""

from __future__ import annotations

from collections.abc import Iterable

from checker import Criterion, hookimpl

from .criterion import AffirmedOften

CHECKER_HOOKS = ">=1,<2"


@hookimpl
def checker_criteria() -> Iterable[Criterion]:
    """Return our criteria."""
    return [AffirmedOften()]
'''

_CRITERION = '''\
"""The criterion `$module`."""

from __future__ import annotations

from collections.abc import Mapping

from checker import Assessment, Finding, Outcome, Rule, Side


class AffirmedOften:
    """
    Do enough passages affirm the expectation?

    Met: at least as many as asked. Partly met: fewer. Not met: none. A plan or a shortfall never counts.
    """

    name = "$module"
    about = "Enough passages affirm what is expected."
    schema: Mapping[str, object] = {
        "type": "object",
        "properties": {"at_least": {"type": "integer", "minimum": 1, "description": "How many passages."}},
        "required": ["at_least"],
        "additionalProperties": False,
    }

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding:
        """Return the rule's finding."""
        evidence = assessment.evidence(rule.expectation)
        found, wanted = evidence.count(side=Side.FOR), int(str(rule.expects["at_least"]))
        outcome = Outcome.MET if found >= wanted else Outcome.PARTLY_MET if found else Outcome.NOT_MET
        return Finding(
            rule_id=rule.id,
            outcome=outcome,
            reason=f"Passages that affirm it: {found}; at least {wanted} expected.",
            citations=evidence.on(Side.FOR)[:3],
        )
'''

_TESTS = '''\
"""What this plugin promises."""

from __future__ import annotations

import $module
from checker import Outcome, Polarity, hooks_of
from checker.testing import a_passage, a_rule, an_assessment
from $module.criterion import AffirmedOften


def outcome(*polarities: Polarity) -> Outcome:
    assessment = an_assessment(*(a_passage(polarity=polarity) for polarity in polarities))
    return AffirmedOften().evaluate(a_rule("$module", at_least=2), assessment).outcome


def test_the_plugin_keeps_the_rules_of_the_hooks() -> None:
    assert hooks_of($module) == ("checker_criteria",)


def test_two_passages_meet_the_rule() -> None:
    assert outcome(Polarity.STRENGTH, Polarity.STRENGTH) is Outcome.MET


def test_one_passage_meets_it_in_part() -> None:
    assert outcome(Polarity.STRENGTH) is Outcome.PARTLY_MET


def test_plans_do_not_meet_it() -> None:
    assert outcome(Polarity.PLANNED, Polarity.PLANNED) is Outcome.NOT_MET
'''

PLUGIN_FILES = {
    "pyproject.toml": _PYPROJECT,
    "README.md": _README,
    "src/$module/__init__.py": _INIT,
    "src/$module/criterion.py": _CRITERION,
    "tests/test_$module.py": _TESTS,
}
