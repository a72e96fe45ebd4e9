"""From one file to its facts: what is read is counted and masked, what is not read says why."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from checker.domain.document import DocumentKind, ReadStatus
from checker.domain.evidence import Polarity
from checker.domain.pack import RuleBook
from checker.plugin_manager import Plugins
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.marked_document import DocumentFacts
from checker.run.sources import find_sources

LOANS = "We lend any book.\n\nThe hall is closed.\n"


def facts_of(
    path: Path, plugins: Plugins, book: RuleBook, *, as_of: str = "2026-01-31", sentences: bool = False
) -> DocumentFacts:
    work = Work(setup=plugins.setup, book=book, as_of=as_of, keep_sentences=sentences)
    (entry,) = find_sources([path])
    return DocumentWorker(work, plugins).facts(entry)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_becomes_a_small_record_with_what_was_found(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    facts = facts_of(written(tmp_path, "a.txt", LOANS), built_in, library_book)

    record = facts.record
    assert (record.name, record.status, record.reader) == ("a.txt", ReadStatus.OK, "text_documents")
    assert (record.sentences, record.recognised) == (2, 1)
    assert record.size == len(LOANS)
    assert record.statuses == {"lending": "supported"}
    assert [passage.text for passage in record.not_recognised] == ["The hall is closed."]
    assert list(facts.tallied) == ["lending"]


def test_only_a_few_sentences_that_nothing_recognises_are_kept(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    path = written(tmp_path, "a.txt", "The hall is open.\n\n" * 40)

    record = facts_of(path, built_in, library_book).record

    assert (record.sentences, record.recognised, len(record.not_recognised)) == (40, 0, 5)


def test_a_sentence_that_only_goes_on_does_not_count_as_recognised_by_its_words(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    path = written(tmp_path, "a.txt", "We lend any book. The hall is painted.\n")

    facts = facts_of(path, built_in, library_book, sentences=True)

    assert (facts.record.sentences, facts.record.recognised) == (2, 1)
    assert [passage.text for passage in facts.record.not_recognised] == ["The hall is painted."]
    assert [json.loads(line)["expectations"] for line in facts.lines] == [["lending"], ["lending"]]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t\n ", "no text"),
        ("a.xyz", b"We lend any book.", "No reader knows this type of file (.xyz)"),
        ("a.txt", bytes(range(256)) * 20, ""),
        ("a.docx", b"not a zip", ""),
    ],
)
def test_a_file_that_cannot_be_read_is_failed_with_a_reason(
    name: str, content: bytes, reason: str, tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    facts = facts_of(written(tmp_path, name, content), built_in, library_book, sentences=True)

    assert facts.record.status is ReadStatus.FAILED
    assert facts.record.reason
    assert reason in facts.record.reason
    assert (facts.record.size, facts.record.sentences, facts.record.statuses) == (len(content), 0, {})
    assert (facts.tallied, facts.lines) == ({}, ())


def test_personal_data_is_masked_wherever_words_are_kept(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    text = (
        "---\ntitle: Minutes for jo@library.example\n---\n\n# Loans by jo@library.example\n\n"
        "Ring 01632 960 001 and we lend any book.\n\nJo (DOB 03/04/1999) was lent a book.\n\nMail jo@library.example.\n"
    )

    facts = facts_of(written(tmp_path, "a.md", text), built_in, library_book, sentences=True)

    kept = repr(facts)
    assert [word for word in ("jo@", "960 001", "03/04", "1999") if word in kept] == []
    _, passage = facts.tallied["lending"].passages
    assert passage.text == "Ring ••••••••••••• and we lend any book."
    assert text[passage.start : passage.end].endswith("lend any book.")


def test_the_file_named_as_the_self_assessment_is_one(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    entries = [find_sources([written(tmp_path, name, "The hall is open.")]).entries[0] for name in ("a.txt", "b.txt")]
    chosen = frozenset({entries[0].path.resolve()})
    work = Work(setup=built_in.setup, book=library_book, as_of="2026-01-31", self_assessments=chosen)

    kinds = [DocumentWorker(work, built_in).facts(entry).record.kind for entry in entries]

    assert kinds == [DocumentKind.SELF_ASSESSMENT, DocumentKind.OTHER]


def test_sentences_are_kept_only_where_they_are_asked_for_recognised_or_not(
    tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    path = written(tmp_path, "a.txt", LOANS)

    lines = facts_of(path, built_in, library_book, sentences=True).lines

    assert facts_of(path, built_in, library_book).lines == ()
    first, second = (json.loads(line) for line in lines)
    assert LOANS[first["start"] : first["end"]] == "We lend any book."
    assert (first["expectations"], first["polarity"]) == (["lending"], "strength")
    assert (second["expectations"], second["polarity"]) == ([], "shortfall")
    assert set(first) == {"start", "end", "expectations", "polarity", "voice", "impact", "certainty"}


def test_a_text_can_be_marked_without_a_file(built_in: Plugins, library_book: RuleBook) -> None:
    worker = DocumentWorker(Work(setup=built_in.setup, book=library_book, as_of="2026-01-31"), built_in)

    marked = worker.marked_source(text_source("case.md", LOANS))

    assert [passage.polarity for passage in marked.passages] == [Polarity.STRENGTH, Polarity.SHORTFALL]
    assert [marked.document.text[one.start : one.end] for one in marked.sentences] == [
        passage.text for passage in marked.passages
    ]


def test_work_and_facts_travel_between_processes(tmp_path: Path, built_in: Plugins, library_book: RuleBook) -> None:
    work = Work(setup=built_in.setup, book=library_book, as_of="2026-01-31", keep_sentences=True)
    facts = facts_of(written(tmp_path, "a.txt", LOANS), built_in, library_book)

    assert pickle.loads(pickle.dumps(work)) == work
    assert pickle.loads(pickle.dumps(facts)) == facts
