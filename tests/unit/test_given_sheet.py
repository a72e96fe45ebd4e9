"""A register or plan is read cell by cell, however many rows it has."""

from __future__ import annotations

from pathlib import Path

from checker.plugin_manager import Plugins
from checker.run.given_sheet import read_sheet

ROWS = 7_000


def test_every_cell_of_a_long_register_is_read(tmp_path: Path, built_in: Plugins) -> None:
    file = tmp_path / "register.csv"
    rows = ("Ref,Title,Owner,Date", *(f"EV-{number},Minutes,J Smith,1 May 2025" for number in range(ROWS)))
    file.write_text("\n".join(rows), encoding="utf-8")

    document, source = read_sheet(file, built_in, "register", "a register")

    assert document is not None
    assert len(document.blocks) == 4 * (ROWS + 1)
    assert document.reason == ""
    assert source.data == file.read_bytes()
