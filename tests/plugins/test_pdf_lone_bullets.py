"""The mark of an item that stands alone at the end of a page: its words are on the next one."""

from __future__ import annotations

from checker import BlockKind, ReadStatus

from .pdf_makers import all_of, drawn, lines
from .pdf_reading import blocks, read

ITEM = "carers told us that the hub listens to them and that its opening hours suit those who work"


def test_a_bullet_alone_at_the_end_of_a_page_costs_no_file() -> None:
    first = all_of(lines("What carers told us in the spring:"), lines("•", top=60, x=74))
    second = lines(ITEM, "and those who care at night.", x=90)

    document = read(drawn(first, second))

    assert document.status is ReadStatus.OK
    assert f"{ITEM} and those who care at night." in blocks(document, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)


def test_a_bullet_alone_on_the_last_page_is_no_item() -> None:
    document = read(drawn(all_of(lines("What carers told us in the spring."), lines("•", top=60, x=74))))

    assert [text for text in blocks(document) if text] == ["What carers told us in the spring."]
