"""A child that was ended from outside is no fault of the file that it read."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest

from checker import guarded
from checker.guarding.calling import end_child

KIT = Path(__file__).parents[1] / "guarded_functions"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_call_whose_child_was_ended_from_outside_is_made_once_more(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(KIT)
    end_child()
    functions = import_module("guarded_functions")

    try:
        assert guarded(functions.crash_once, str(tmp_path / "mark")) == "read"
    finally:
        end_child()
        sys.modules.pop("guarded_functions", None)
