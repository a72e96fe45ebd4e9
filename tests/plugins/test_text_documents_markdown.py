"""Reading Markdown: front matter, headings, tables, and what its reader never shows."""

from __future__ import annotations

import pytest

from checker import BlockKind

from .text_reading import HEADING, ITEM, PARAGRAPH, blocks, read


def test_markdown_front_matter_is_metadata_and_never_evidence() -> None:
    document = read(
        '---\nTitle: "Our story"\nPublished-Score: 3\ntags: [a, b]\nlabels:\n- nested: yes\n---\n\nWe met.\n', "a.md"
    )

    assert dict(document.metadata) == {"title": "Our story", "published_score": "3", "tags": "a, b"}
    assert [kind for kind, _ in blocks(document)] == [BlockKind.METADATA, PARAGRAPH]
    assert [block.line for block in document.blocks] == [1, 9]


@pytest.mark.parametrize("body", ["title: [broken", "a: 1\n\tb: 2", "title: x\n" + "deep: " + "[" * 3000])
def test_broken_front_matter_is_still_no_evidence_and_is_noted(body: str) -> None:
    document = read(f"---\n{body}\n---\n\nWe met.\n", "a.md")

    assert [kind for kind, _ in blocks(document)] == [BlockKind.METADATA, PARAGRAPH]
    assert "front matter" in document.reason


def test_a_text_between_two_rules_is_no_front_matter() -> None:
    document = read("---\n\nWe met our partners.\n\n---\n\nWe agreed.\n", "a.md")

    assert [text for _, text in blocks(document)] == ["We met our partners.", "We agreed."]


def test_markdown_headings_lists_quotes_and_code_are_told_apart() -> None:
    document = read(
        "# Partnerships #\n\nBoards\n------\n\n**In short**\n\n- one\n- [x] two\n\n> We felt "
        "heard.\n\n```\ncode\n```\n\n***\n\n"
        "[ref]: https://example.org\n\nWe met.\n",
        "a.md",
    )

    assert blocks(document) == [
        (HEADING, "Partnerships"),
        (HEADING, "Boards"),
        (HEADING, "In short"),
        (ITEM, "one"),
        (ITEM, "two"),
        (BlockKind.QUOTE, "We felt heard."),
        (BlockKind.FURNITURE, "```\ncode\n```"),
        (BlockKind.FURNITURE, "[ref]: https://example.org"),
        (PARAGRAPH, "We met."),
    ]
    assert [block.level for block in document.blocks[:3]] == [1, 2, 6]


def test_markdown_table_cells_are_blocks_with_their_place() -> None:
    document = read("| Who | What |\n|---|:-:|\n| a \\| b | We meet. |\n", "a.md")

    cells = [(block.kind, block.cell, document.text[block.start : block.end]) for block in document.blocks]
    assert cells == [
        (BlockKind.FURNITURE, "r1c1", "Who"),
        (BlockKind.FURNITURE, "r1c2", "What"),
        (BlockKind.TABLE_CELL, "r2c1", "a \\| b"),
        (BlockKind.TABLE_CELL, "r2c2", "We meet."),
    ]


def test_markdown_comments_are_hidden_matter_and_no_evidence() -> None:
    document = read("We met <!-- did we? --> often.\n\n<!-- two\nlines -->\nWe agreed.\n", "a.md")

    assert [text for kind, text in blocks(document) if kind is PARAGRAPH] == ["We met", "often.", "We agreed."]
    assert [(matter.kind, matter.place, matter.text) for matter in document.hidden] == [
        ("comment", "line 1", "did we?"),
        ("comment", "line 3", "two\nlines"),
    ]


def test_a_footnote_is_evidence_as_such() -> None:
    document = read("We asked thirty.[^1]\n[^1]: Of whom nine\nanswered.\n[^why]: It rained.\n\nWe met.\n", "a.md")

    assert blocks(document) == [
        (PARAGRAPH, "We asked thirty.[^1]"),
        (BlockKind.FOOTNOTE, "Of whom nine\nanswered."),
        (BlockKind.FOOTNOTE, "It rained."),
        (PARAGRAPH, "We met."),
    ]
