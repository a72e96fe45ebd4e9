"""What is held of sentences that nothing recognised does not grow with the number of documents, and none is missed."""

from __future__ import annotations

from collections.abc import Iterable

from checker.domain.assessment import DocumentRecord
from checker.domain.document import ReadStatus
from checker.domain.evidence import Passage
from checker.run.not_recognised import NotRecognised
from checker.stages.gap_report import MOST_NOT_RECOGNISED


def record(name: str, sentences: int) -> DocumentRecord:
    found = tuple(Passage(document=name, start=10 * at, end=10 * at + 5, text="Words") for at in range(sentences))
    return DocumentRecord(name=name, sha256=name, size=1, status=ReadStatus.OK, not_recognised=found)


def after(records: Iterable[DocumentRecord]) -> dict[str, int]:
    """Return how many sentences each record has in the end, of those that have any."""
    held = NotRecognised()
    taken = [held.taken_from(one) for one in records]
    assert not any(one.not_recognised for one in taken)
    return {one.name: len(one.not_recognised) for one in held.given_back(taken) if one.not_recognised}


def test_where_there_are_few_all_come_back_in_their_order() -> None:
    held, given = NotRecognised(), record("a", 3)

    assert held.given_back([held.taken_from(given)]) == [given]


def test_of_many_the_first_of_each_document_go_before_the_second_of_any() -> None:
    names = [f"{number:04}" for number in range(MOST_NOT_RECOGNISED - 1)]

    assert after(record(name, 2) for name in names) == {"0000": 2} | dict.fromkeys(names[1:], 1)


def test_the_order_in_which_documents_come_changes_nothing() -> None:
    records = [record(f"{number:04}", 3) for number in range(2 * MOST_NOT_RECOGNISED)]

    assert after(reversed(records)) == after(records) == {one.name: 1 for one in records[:MOST_NOT_RECOGNISED]}
