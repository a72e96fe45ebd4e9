"""A file is read as what it is, in full or with the reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from checker.domain.document import SENTENCE_LIMIT, TEXT_LIMIT, Block, Document, Link, ReadStatus, Source
from checker.domain.pack import RuleBook
from checker.plugin_manager import Plugins
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.reading import read_source
from checker.run.true_type import true_type

from .library_runs import run

PAGE = b"<!DOCTYPE html><html><body><p>We lend any book to readers.</p></body></html>"


def package(*parts: str, mime_type: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mime_type:
            archive.writestr("mimetype", mime_type)
        for part in parts:
            archive.writestr(part, "x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (PAGE, ".html"),
        (b"\xef\xbb\xbf \n<?xml version='1.0'?><!-- saved --><html>", ".html"),
        (package("[Content_Types].xml", "word/document.xml"), ".docx"),
        (package("[Content_Types].xml", "xl/workbook.xml"), ".xlsx"),
        (package("[Content_Types].xml", "ppt/presentation.xml"), ".pptx"),
        (package("content.xml", mime_type="application/vnd.oasis.opendocument.text"), ".odt"),
        (package("a.txt"), ".zip"),
        (package("[Content_Types].xml", "visio/document.xml"), ""),
        (package("content.xml", mime_type="application/epub+zip"), ""),
        (b"PK\x03\x04 and then nothing", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ""),
        (b"We lend any book. <html>", ""),
        (b"", ""),
    ],
)
def test_only_what_is_certain_is_said_of_a_files_type(data: bytes, suffix: str) -> None:
    found = true_type(data)

    assert (found.suffix if found else "") == suffix


@pytest.mark.parametrize("name", ["export.doc", "page.xyz", "page.pdf.bak"])
def test_a_page_under_another_name_is_read_as_a_page_and_says_so(
    name: str, tmp_path: Path, built_in: Plugins, library_book: RuleBook
) -> None:
    (tmp_path / name).write_bytes(PAGE)

    (record,) = run(built_in, library_book, tmp_path).documents

    assert (record.reader, record.status, record.sentences) == ("web_documents", ReadStatus.OK, 1)
    assert record.reason.endswith("but it is a web page and was read as one. Give it the suffix .html.")


def test_where_what_it_is_cannot_be_read_either_both_are_told() -> None:
    def read(source: Source) -> Document | None:
        if source.suffix == ".docx":
            return Document(name="", status=ReadStatus.FAILED, reason="It is no Word file.")
        return Document(name="", status=ReadStatus.FAILED, reason="It is protected with a password.")

    document = read_source(Source(name="a.docx", data=b"%PDF-1.7", sha256=""), read)

    assert document.reason == "Its name ends in .docx, but it is a PDF file. It is protected with a password."
    assert (document.name, document.status) == ("a.docx", ReadStatus.FAILED)


def test_a_file_that_fails_as_what_it_is_is_read_once() -> None:
    asked: list[str] = []

    def read(source: Source) -> Document | None:
        asked.append(source.name)
        return Document(name="", status=ReadStatus.FAILED, reason="It is damaged.")

    read_source(Source(name="a.pdf", data=b"%PDF-1.7", sha256=""), read)

    assert asked == ["a.pdf"]


def test_a_type_that_nobody_reads_is_told_what_to_do() -> None:
    document = read_source(Source(name="a.xyz", data=b"?", sha256=""), lambda _: None)

    assert document.reason.startswith("No reader knows this type of file (.xyz). Open it in the program")


def test_a_text_beyond_the_limit_is_cut_at_a_line_and_partial() -> None:
    line = "We lend any book.\n"
    text = line * (TEXT_LIMIT // len(line) + 100)
    starts = range(0, len(text), len(line))
    whole = Document(
        name="",
        text=text,
        blocks=tuple(Block(start=start, end=start + len(line) - 1) for start in starts),
        links=(Link(start=0, end=5, target="a"), Link(start=len(text) - 5, end=len(text), target="b")),
    )

    document = read_source(Source(name="a.txt", data=b"x", sha256=""), lambda _: whole)

    assert TEXT_LIMIT - 100 < len(document.text) <= TEXT_LIMIT
    assert document.text.endswith("book.")
    assert document.blocks[-1].end == len(document.text)
    assert [link.target for link in document.links] == ["a"]
    assert document.status is ReadStatus.PARTIAL
    assert document.reason == "It is longer than 1,000,000 characters, and only its beginning was read. Split it."


@pytest.mark.parametrize("between", ["\n\n\n", "\n- "])
def test_what_stands_between_blocks_and_says_nothing_counts_too(between: str) -> None:
    line = "We lend any book."
    text = (line + between) * (TEXT_LIMIT // len(line + between) + 100)
    starts = range(0, len(text), len(line + between))
    whole = Document(name="", text=text, blocks=tuple(Block(start=start, end=start + len(line)) for start in starts))

    document = read_source(Source(name="a.txt", data=b"x", sha256=""), lambda _: whole)

    assert len(document.text) <= TEXT_LIMIT
    assert document.status is ReadStatus.PARTIAL


def test_rows_of_a_large_table_that_stand_in_no_block_do_not_make_it_too_long() -> None:
    text = ("We lend any book.\t" + "7\t" * 5_000 + "\n") * 200
    starts = range(0, len(text), len(text) // 200)
    table = Document(name="", text=text, blocks=tuple(Block(start=start, end=start + 17) for start in starts))

    document = read_source(Source(name="a.csv", data=b"x", sha256=""), lambda _: table)

    assert (len(document.text), document.status) == (len(text), ReadStatus.OK)
    assert len(text) > TEXT_LIMIT


def test_blocks_that_are_too_many_and_too_long_are_cut_at_both_limits() -> None:
    text = ("We lend any book.\t7\n") * (SENTENCE_LIMIT + 9)
    blocks = tuple(Block(start=start, end=start + 17) for start in range(0, len(text), 20))

    document = read_source(
        Source(name="a.csv", data=b"x", sha256=""), lambda _: Document(name="", text=text, blocks=blocks)
    )

    assert TEXT_LIMIT - 20 < sum(block.end - block.start + 1 for block in document.blocks) <= TEXT_LIMIT
    assert "more than 60,000 sentences" in document.reason
    assert "longer than 1,000,000 characters" in document.reason


def test_more_blocks_than_are_looked_at_are_cut_and_told() -> None:
    text = "a\n" * (SENTENCE_LIMIT + 9)
    blocks = tuple(Block(start=start, end=start + 1) for start in range(0, len(text), 2))

    document = read_source(
        Source(name="a.txt", data=b"x", sha256=""), lambda _: Document(name="", text=text, blocks=blocks)
    )

    assert len(document.blocks) == SENTENCE_LIMIT
    assert document.blocks[-1].end <= len(document.text)
    assert document.reason.startswith("It has more than 60,000 sentences")


def test_more_sentences_than_are_looked_at_are_cut_and_told(built_in: Plugins, library_book: RuleBook) -> None:
    work = Work(setup=built_in.setup, book=library_book, as_of="2026-01-31", reading_only=True)

    record = DocumentWorker(work, built_in).marked_source(text_source("a.txt", "It is. " * (SENTENCE_LIMIT + 9))).record

    assert (record.status, record.sentences) == (ReadStatus.PARTIAL, SENTENCE_LIMIT)
