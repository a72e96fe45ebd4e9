"""The guide to a first rule works as it is written: its commands and its YAML, in its order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

GUIDE = Path(__file__).parents[2] / "docs" / "first-rule.md"


@pytest.fixture(scope="module")
def blocks() -> list[str]:
    """The YAML that the guide tells to write: the statement file, the cases, the settings."""
    return re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)


def test_the_guide_leads_to_a_rule_that_works(checker: Any, blocks: list[str], library: Path) -> None:
    statement, cases, settings = blocks
    command = re.search(r"checker (rules new .*)", GUIDE.read_text(encoding="utf-8"))
    assert command
    checker(*command.group(1).split())
    file = Path("our_region/partnerships-and-communities.yaml")

    file.write_text(statement, encoding="utf-8")
    left_over = checker("rules", "validate", "our_region")
    file.with_suffix(".cases.yaml").write_text(cases, encoding="utf-8")
    tested = checker("rules", "test", "our_region", "--coverage")
    Path("checker.yaml").write_text(settings, encoding="utf-8")
    listed = checker("rules", "show", "warm-hubs.evidenced")

    assert "there is no expectation 'our-region-newsletter'" in left_over.err
    assert (tested.code, listed.code) == (0, 0), tested.out
    assert checker("assess", library, "--out", "out").code in (0, 1)
