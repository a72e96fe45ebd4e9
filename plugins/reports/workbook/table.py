"""What a sheet holds, without saying how it is written: one title, one table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from checker import dataclass

Cell: TypeAlias = str | int | date


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """
    One column: its heading, its width in characters, and words that the sheet offers for it.

    `typed`: people fill it in. `day`: it holds days. `printed` is false for what is too much on paper.
    """

    heading: str
    width: int = 20
    choices: tuple[str, ...] = ()
    typed: bool = False
    day: bool = False
    printed: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """
    One sheet: `name` of at most 31 characters, `title` in its first cell, `note` below it, and one table.

    `spare` rows below the table take words and days as the table does, for what people add. `wide`: it is printed on
    A3.
    """

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    spare: int = 0
    wide: bool = False
