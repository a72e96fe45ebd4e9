"""Writes what the columns of a register are into `checker.yaml`, and leaves the rest of it as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from checker.cli.writing import draft
from checker.errors import DataError, UsageError, shown_path
from checker.settings import FILE_NAME, load_settings


def save_register(file: Path, columns: Mapping[str, str]) -> str:
    """
    Write the register into the settings of this folder, in place of what they say of the same file; return what was
    done.

    `UsageError` if they have another register, or would not say afterwards what was to be saved: then they stay.
    """
    settings = Path(FILE_NAME)
    block = yaml.safe_dump(
        {"register": {"file": shown_path(file), "columns": dict(columns)}}, allow_unicode=True, sort_keys=False
    )
    there = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    before, own, after = _parted(there)
    if own and _file_in(own) != shown_path(file):
        raise UsageError(f"{FILE_NAME} has a register already (put this in its place):\n{block}")
    before += "" if not before or before.endswith("\n") else "\n"
    made = draft(settings, [(before + _remarks(own) + block + after).encode()])
    try:
        if load_settings(made.draft).register_columns != columns:
            raise UsageError(_refused(block))
    except DataError as error:
        raise UsageError(_refused(block)) from error
    else:
        made.publish()
    finally:
        made.drop()
    return f"Saved in {FILE_NAME}."


def _refused(block: str) -> str:
    return f"{FILE_NAME} could not be changed without harm, and stays as it is (put this in by hand):\n{block}"


def _parted(settings: str) -> tuple[str, str, str]:
    """
    Return what stands before the register, what is said of it, and what comes after.

    Blank lines and remarks do not end what is said of it, but those right before the next key belong to that.
    """
    lines = settings.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if line.startswith("register:")), len(lines))
    said = [number for number, line in enumerate(lines) if number >= first and line.strip() and line[0] != "#"]
    ends = (place for place, number in enumerate(said) if place and not lines[number].startswith((" ", "\t")))
    own = said[: next(ends, len(said))]
    last = own[-1] + 1 if own else first
    return "".join(lines[:first]), "".join(lines[first:last]), "".join(lines[last:])


def _remarks(block: str) -> str:
    """Return the remarks that stand on lines of their own in what is replaced: they go before it."""
    lines = (line.strip() for line in block.splitlines())
    return "".join(f"{line}\n" for line in lines if line.startswith("#"))


def _file_in(block: str) -> str:
    try:
        told = yaml.safe_load(block)["register"]
    except yaml.YAMLError:
        return ""
    name = told.get("file", "") if isinstance(told, dict) else told
    return shown_path(name) if name else ""
