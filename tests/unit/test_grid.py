"""Cells of table documents, whichever reader read them."""

from __future__ import annotations

from checker.domain.document import Block, BlockKind, Document
from checker.grid import column_letters, column_number, grids


def a_table(*cells: tuple[str, str], sheet: str | None = None) -> Document:
    blocks, texts, at = [], [], 0
    for place, text in cells:
        kind = BlockKind.TABLE_CELL
        blocks.append(Block(start=at, end=at + len(text), kind=kind, sheet=sheet, cell=place))
        texts.append(text)
        at += len(text) + 1
    return Document(name="table", text="\n".join(texts), blocks=tuple(blocks))


def test_cells_of_sheets_and_of_word_tables_are_found_by_row_and_column() -> None:
    of_sheet = grids(a_table(("A1", "Ref"), ("AB3", "E1"), sheet="Evidence"))
    of_word = grids(a_table(("r1c1", "Ref"), ("r3c28", "E1")))

    assert [(grid.sheet, grid.rows) for grid in of_sheet] == [("Evidence", {1: {1: "Ref"}, 3: {28: "E1"}})]
    assert [(grid.sheet, grid.rows) for grid in of_word] == [("", {1: {1: "Ref"}, 3: {28: "E1"}})]


def test_paragraphs_of_one_cell_stay_in_it() -> None:
    (grid,) = grids(a_table(("r1c1", "Ref"), ("r2c1", "E1"), ("r2c1", "and E2")))

    assert grid.rows[2] == {1: "E1\nand E2"}


def test_a_second_table_of_a_word_file_is_a_table_of_its_own() -> None:
    found = grids(a_table(("r1c1", "Name"), ("r2c1", "Jo"), ("r1c1", "Ref"), ("r2c1", "E1")))

    assert [grid.rows[2] for grid in found] == [{1: "Jo"}, {1: "E1"}]


def test_blocks_outside_tables_are_left_out() -> None:
    document = Document(name="x", text="Words", blocks=(Block(start=0, end=5),))

    assert grids(document) == ()


def test_a_column_has_letters_and_the_letters_their_number() -> None:
    letters = [column_letters(number) for number in (1, 26, 27, 52, 702, 703, 16_384)]

    assert letters == ["A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"]
    assert [column_number(one) for one in letters] == [1, 26, 27, 52, 702, 703, 16_384]
