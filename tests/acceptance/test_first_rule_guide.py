"""The guide to a first rule works as it is written: its commands and its YAML, in its order."""

from __future__ import annotations

import re
import shlex
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
    guide = GUIDE.read_text(encoding="utf-8")
    (text,) = re.findall(r"```text\n(.*?)```", guide, re.S)
    commands = re.findall(r"^    checker (.*)$", guide, re.M)
    checker(*shlex.split(commands[0]))
    file = Path("our_region/partnerships-and-communities.yaml")

    file.write_text(statement, encoding="utf-8")
    left_over = checker("rules", "validate", "our_region")
    file.with_suffix(".cases.yaml").write_text(cases, encoding="utf-8")
    tested = checker("rules", "test", "our_region", "--coverage")
    Path("my-document.txt").write_text(text, encoding="utf-8")
    tried, explained, used = (checker(*shlex.split(command)) for command in commands[-3:])
    narrower = re.findall(r"narrower in the statement file, `(.*?)`", guide)[0]
    file.write_text(statement.replace("- warm|heated ... room|space", narrower), encoding="utf-8")
    again, still_tested = checker(*shlex.split(commands[-3])), checker("rules", "test", "our_region")
    Path("checker.yaml").write_text(settings, encoding="utf-8")
    listed = checker("rules", "show", "warm-hubs.evidenced")

    assert "cases.yaml:3: there is no expectation 'our-region-newsletter'" in left_over.err
    assert "cases.yaml:6: there is no rule 'our-region-newsletter.evidenced'" in left_over.err
    assert (tested.code, listed.code) == (0, 0), tested.out
    assert "2 hits" in tried.out
    assert "1 hit and 1 near miss" in again.out
    assert still_tested.code == 0
    assert "partners run [warm hubs] in six libraries" in " ".join(tried.out.split())
    assert "leisure firm" in tried.out
    assert "warm-hubs" in explained.out
    assert (used.code, Path("out/gap-report.html").exists()) == (1, True)
    assert checker("assess", library, "--out", "out").code in (0, 1)
