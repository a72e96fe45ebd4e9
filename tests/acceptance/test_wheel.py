"""The wheel holds what the folders hold: no package and no data file is forgotten."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOMES = {"checker": "checker", "plugins": "checker_plugins", "rules": "checker_rules"}
SUFFIXES = {".py", ".yaml", ".json", ".css", ".js", ".txt", ".typed"}
NEVER = {"__pycache__", "example_distribution", "dask_distribution"}


def _files_of_the_folders() -> set[str]:
    found = set()
    for folder, package in HOMES.items():
        for path in (ROOT / folder).rglob("*"):
            inside = path.relative_to(ROOT / folder)
            if (
                path.is_file()
                and (path.suffix in SUFFIXES or path.name == "py.typed")
                and not NEVER & set(inside.parts)
            ):
                found.add(f"{package}/{inside.as_posix()}")
    return found


def test_every_folder_with_code_or_data_is_named_as_a_package() -> None:
    packages = set(
        tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    )

    assert {name.rsplit("/", 1)[0].replace("/", ".") for name in _files_of_the_folders()} == packages


@pytest.mark.slow
def test_the_wheel_holds_what_the_folders_hold(tmp_path: Path) -> None:
    copied = tmp_path / "project"
    copied.mkdir()
    for name in ("checker", "plugins", "rules", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, copied / name)

    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(copied)],
        check=True,
        capture_output=True,
    )

    wheel = next(tmp_path.glob("*.whl"))
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert held == _files_of_the_folders()
