"""Each folder of `tests/malformed_overlays` lays a mistake over the good overlay; `expected.txt` has what is told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from checker.errors import DataError
from checker.stages.packs import load_rule_book

CORPUS = Path(__file__).parents[2] / "malformed_overlays"
NAMES = sorted(folder.name for folder in CORPUS.iterdir() if folder.name != "good")


@pytest.mark.parametrize("name", NAMES)
def test_a_malformed_overlay_is_refused_with_place_mistake_and_way_out(
    name: str, kitchen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, folder = kitchen.pack(), kitchen.folder / "weekends"
    shutil.copytree(CORPUS / "good", folder)
    shutil.copytree(CORPUS / name, folder, dirs_exist_ok=True)
    (folder / "expected.txt").unlink()
    monkeypatch.chdir(folder)

    with pytest.raises(DataError) as caught:
        load_rule_book([base, folder], criteria=kitchen.criteria)

    told = [str(problem).replace(f"{kitchen.folder.as_posix()}/", "") for problem in caught.value.problems]
    assert told == (CORPUS / name / "expected.txt").read_text(encoding="utf-8").splitlines()


def test_the_good_overlay_is_good(kitchen: Any) -> None:
    shutil.copytree(CORPUS / "good", kitchen.folder / "weekends")

    book = load_rule_book([kitchen.pack(), kitchen.folder / "weekends"], criteria=kitchen.criteria)

    assert [pack.id for pack in book.packs] == ["village-kitchen", "village-weekends"]
