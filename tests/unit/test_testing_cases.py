"""Authors of packs run their cases from their own tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.errors import DataError
from checker.scaffolding.skeletons import PackStart, new_pack
from checker.testing import run_cases


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKER_PLUGINS_AUTOLOAD", "0")
    start = PackStart(
        framework="cqc-local-authority",
        edition="cqc-la-baseline-2025",
        statement="partnerships-and-communities",
        serves="commitment.information",
    )
    new_pack(tmp_path, "our-region", start)
    return tmp_path / "our_region"


def test_every_case_has_a_result_in_the_order_of_the_files(pack: Path) -> None:
    results = run_cases(pack)

    assert all(result.passed for result in results)
    assert [result.case.line for result in results] == sorted(result.case.line for result in results)
    assert str(results[0]).endswith(": as expected")


def test_a_case_that_fails_says_what_came_instead_and_where_it_stands(pack: Path) -> None:
    (cases,) = pack.glob("*.cases.yaml")
    cases.write_text(cases.read_text(encoding="utf-8").replace("outcome: not met", "outcome: met", 1), encoding="utf-8")

    (failed,) = (result for result in run_cases(pack) if not result.passed)

    assert "not met, expected met" in failed.problem
    assert str(failed).startswith(f"our_region/{cases.name}:{failed.case.line}: ")


def test_a_pack_that_is_wrong_in_itself_is_refused(pack: Path) -> None:
    (pack / "pack.yaml").write_text("id: [", encoding="utf-8")

    with pytest.raises(DataError):
        run_cases(pack)
