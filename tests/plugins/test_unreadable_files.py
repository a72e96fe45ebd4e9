"""Files that no reader can read are told what to do with, and only those."""

from __future__ import annotations

import pytest
from checker_plugins.office_documents.suffixes import SUFFIXES
from checker_plugins.unreadable_files import checker_read_document
from checker_plugins.unreadable_files.kinds import WORDS

from checker import Source, UnreadableError


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("photos/Day centre.JPG", "is a picture"),
        ("interview.m4a", "sound recording.*transcript"),
        ("event.mp4", "is a film"),
        ("Our policy.url", "shortcut to somewhere else"),
        ("minutes.rtf", "save it as .docx"),
        ("plan.pages", "export it as .docx"),
        ("process.vsdx", "Visio.*PDF"),
        ("notes.one", "OneNote"),
        ("setup.exe", "never opened"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_it_is_and_what_to_do(name: str, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        checker_read_document(Source(name=name, data=b"\x89", sha256=""))


@pytest.mark.parametrize("name", ["report.docx", "report.txt", "report", "data.xyz"])
def test_other_files_are_left_to_other_readers(name: str) -> None:
    assert checker_read_document(Source(name=name, data=b"We met.", sha256="")) is None


def test_no_kind_is_claimed_that_the_office_reader_reads() -> None:
    assert not SUFFIXES & set(WORDS)


def test_all_words_are_sentences_without_gaps() -> None:
    assert all(words.endswith(".") and "{" not in words for words in WORDS.values())
