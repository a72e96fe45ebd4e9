"""The fidelity benchmark counts what was lost: it cannot be pleased by a reader that loses or misplaces something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.fidelity.content import Content, contents
from benchmarks.fidelity.scoring import Count, score
from benchmarks.fidelity.writers import WRITERS
from checker import Block, BlockKind, Document

WRITES = frozenset({"paragraphs", "headings", "places", "furniture"})


def pieces_of(content: Content) -> Iterator[tuple[str, BlockKind, int]]:
    for page, section in enumerate(content.sections, 1):
        yield section.heading, BlockKind.HEADING, page
        for text in section.paragraphs:
            yield text, BlockKind.PARAGRAPH, page


def read(pieces: list[tuple[str, BlockKind, int]]) -> Document:
    blocks, at = [], 0
    for text, kind, page in pieces:
        blocks.append(Block(start=at, end=at + len(text), kind=kind, page=page))
        at += len(text) + 1
    return Document(name="a.pdf", text="\n".join(text for text, _, _ in pieces), blocks=tuple(blocks))


def paged() -> Content:
    return contents(short=True)[1]


def test_a_perfect_reader_has_everything() -> None:
    counts = score(paged(), read(list(pieces_of(paged()))), WRITES)

    assert {count.share for count in counts.values()} == {1.0}
    assert counts["paragraphs"].of == 18


def test_a_paragraph_that_is_cut_in_two_is_not_found() -> None:
    (heading, first, *rest) = pieces_of(paged())
    cut = [heading, (first[0][:20], first[1], 1), (first[0][20:], first[1], 1), *rest]

    assert score(paged(), read(cut), WRITES)["paragraphs"] == Count(right=17, of=18)


def test_a_heading_that_is_read_as_a_paragraph_is_not_found() -> None:
    (heading, *rest) = pieces_of(paged())
    wrong = [(heading[0], BlockKind.PARAGRAPH, 1), *rest]

    assert score(paged(), read(wrong), WRITES)["headings"] == Count(right=5, of=6)


def test_a_wrong_page_a_wrong_order_and_a_running_head_in_the_flow_are_counted() -> None:
    (heading, first, second, *rest) = pieces_of(paged())
    wrong = [heading, second, (f"{first[0]}", first[1], 2), *rest, (paged().header, BlockKind.PARAGRAPH, 6)]

    counts = score(paged(), read(wrong), WRITES)

    assert counts["in order"] == Count(right=17, of=18)
    assert counts["places"] == Count(right=23, of=24)
    assert counts["furniture"] == Count(right=1, of=2)


def test_names_of_columns_may_be_read_as_such_but_no_other_row_may() -> None:
    section = next(section for section in paged().sections if section.named)
    content = replace(paged(), sections=(section,))
    cells = [cell for row in section.rows for cell in row]

    labelled = [(cell, BlockKind.FURNITURE if at < 3 else BlockKind.TABLE_CELL, 1) for at, cell in enumerate(cells)]
    lost = [(cell, BlockKind.FURNITURE, 1) for cell in cells]

    assert score(content, read(labelled), frozenset({"cells"}))["cells"].share == 1.0
    assert score(content, read(lost), frozenset({"cells"}))["cells"] == Count(right=3, of=12)


def test_a_part_of_libreoffice_is_there_only_if_it_stands_where_soffice_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("soffice", "swriter"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "soffice").symlink_to(tmp_path / "soffice")

    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    there = {one.program: one.is_there for one in WRITERS if one.program.startswith("s")}
    assert there == {"swriter": True, "simpress": False, "scalc": False}
