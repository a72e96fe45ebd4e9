"""Documents given to the stage that recognises them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.domain.document import Block, BlockKind, Document, Recognised
from checker.domain.framework import Framework, KindDefaults, SubTopic
from checker.stages.documents import recognise
from checker.testing_kit.book import a_framework

WORDS = "The authority worked with its partners and they told us that meetings were open and useful to all of them."


def framework() -> Framework:
    base = a_framework()
    together, quiet = base.statements
    return replace(
        base,
        statements=(
            replace(
                together, aliases=("Joint & several work",), subtopics=(SubTopic(id="boards", title="How boards run"),)
            ),
            quiet,
        ),
        score_labels={3: "Shows a fair standard", 2: "Shows some faults"},
        standard_text=("What people expect", "Care assessment"),
        kinds={
            **base.kinds,
            "inspection-report": KindDefaults(voice="inspector", evidence_category="processes"),
        },
    )


def a_document(
    *lines: str, headings: int = 0, name: str = "text.txt", metadata: Mapping[str, str] | None = None
) -> Document:
    blocks, at = [], 0
    for number, line in enumerate(lines):
        kind = BlockKind.HEADING if number < headings else BlockKind.PARAGRAPH
        blocks.append(Block(start=at, end=at + len(line), kind=kind, level=1 if number < headings else 0))
        at += len(line) + 1
    return Document(name=name, text="\n".join(lines), blocks=tuple(blocks), metadata=metadata or {})


def recognised(*lines: str, headings: int = 0, metadata: Mapping[str, str] | None = None) -> Recognised:
    return recognise(a_document(*lines, headings=headings, metadata=metadata), framework())[1]


def kinds(*lines: str) -> list[BlockKind]:
    return [block.kind for block in recognise(a_document(*lines), framework())[0].blocks]
