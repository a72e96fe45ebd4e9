"""The passages format: every sentence, then the statuses of its document, under short names that are unique."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain.assessment import ExpectationStatus
from checker.domain.document import ReadStatus
from checker.run.sentence_spool import SentenceSpool, SpooledSentences, short_names
from checker.testing import STATEMENT, a_book, a_document, an_expectation

MIXED = ExpectationStatus.MIXED
BOOK = a_book(an_expectation(), an_expectation("learning"), an_expectation("quiet", statement="quiet-homes"))


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["a.txt"], ["a"]),
        (["deep/er/a.tar.gz"], ["a.tar"]),
        (["no-suffix", ".hidden"], ["no-suffix", ".hidden"]),
        (["a.txt", "b/c.txt"], ["a", "c"]),
        (["a.txt", "a.md", "b.md"], ["a.txt", "a.md", "b"]),
        (["x/a.txt", "y/a.txt"], ["x/a.txt", "y/a.txt"]),
        (["a.txt", "a~2.txt"], ["a", "a~2"]),
        (["a.txt", "a.md", "a.txt.md"], ["a.txt", "a.md", "a.txt.md"]),
    ],
)
def test_names_are_short_unless_they_would_be_shared(names: list[str], short: list[str]) -> None:
    assert [short_names(names)[name] for name in names] == short


@given(st.lists(st.text(alphabet="ab./", min_size=1, max_size=6), unique=True, max_size=8))
def test_no_two_documents_share_a_name(names: list[str]) -> None:
    assert len(set(short_names(names).values())) == len(names)


def spooled(*documents: str, failed: tuple[str, ...] = (), scope: tuple[str, ...] = (STATEMENT,)) -> SpooledSentences:
    """Spool two sentences for each document that could be read."""
    spool = SentenceSpool()
    for name in documents:
        lines = [json.dumps({"start": number, "text": f"é\u2028{name}"}, ensure_ascii=False) for number in (0, 7)]
        spool.add(name, () if name in failed else lines, {} if name in failed else {"learning": MIXED})
    records = {
        name: a_document(name, status=ReadStatus.FAILED if name in failed else ReadStatus.OK) for name in documents
    }
    return SpooledSentences(spool, records, BOOK, scope)


def test_sentences_come_document_by_document_with_the_statuses_behind() -> None:
    items = list(spooled("a.txt", "b.txt")())

    assert [item["doc"] for item in items] == ["a", "a", "a", "b", "b", "b"]
    assert [item.get("start") for item in items[:3]] == [0, 7, None]
    assert items[0]["text"] == "é\u2028a.txt"
    assert items[2] == {
        "doc": "a",
        "statement": STATEMENT,
        "status": {"data-sharing": "absent", "learning": "mixed"},
    }


def test_a_file_that_could_not_be_read_is_not_assessed_rather_than_absent() -> None:
    (item,) = spooled("a.txt", failed=("a.txt",))()

    assert item["status"] == {"data-sharing": "not assessed", "learning": "not assessed"}


def test_every_statement_in_scope_has_statuses_and_no_other() -> None:
    both = list(spooled("a.txt", scope=(STATEMENT, "quiet-homes"))())
    none = list(spooled("a.txt", scope=())())

    assert [item["statement"] for item in both if "statement" in item] == [STATEMENT, "quiet-homes"]
    assert [item for item in none if "statement" in item] == []


def test_the_sentences_can_be_gone_through_again() -> None:
    sentences = spooled("a.txt", "b.txt")

    assert list(sentences()) == list(sentences())


def test_without_documents_there_is_nothing() -> None:
    assert list(spooled()()) == []
