"""Whatever is wrong with a PDF file: it is read, read in part or refused in plain words, within its limits."""

from __future__ import annotations

from hashlib import sha256
from random import Random

import pytest
from checker_plugins.pdf_documents import checker_read_document
from hypothesis import HealthCheck, example, given, seed, settings
from hypothesis import strategies as st

from checker import Document, ReadStatus, Source, UnreadableError

from .pdf_makers import bullets, drawn, flowing, lines, paragraph, table, with_attachment

FILES = (
    flowing(
        [paragraph("We listen to carers. " * 40), bullets("One.", "Two."), table(("a", "b", "c"))], pageCompression=0
    ),
    drawn(*(lines(f"Page {word}.", "We meet every month.") for word in ("one", "two", "three")), pageCompression=0),
    with_attachment("letter.txt", b"Dear Council"),
)
TOKENS = (
    b"/Type/Page",
    b" 0 R",
    b"endobj",
    b"stream",
    b"xref",
    b"/Kids",
    b"Tf",
    b"<<",
    b">>",
    b"[",
    b"-1",
    b"99999999999",
)


def read(data: bytes) -> Document | None:
    """Return the document; `None` where the file is refused."""
    try:
        return checker_read_document(Source(name="x.pdf", data=data, sha256=sha256(data).hexdigest()))
    except UnreadableError:
        return None


def mutated(file: int, changes: list[tuple[int, int, int]]) -> bytes:
    """Return a file with some places overwritten, cut out, repeated or filled with words of the format."""
    data = bytearray(FILES[file])
    for place, how, what in changes:
        at = place % (len(data) or 1)
        if how == 0:
            data[at : at + 1] = bytes([what % 256])
        elif how == 1:
            del data[at : at + what]
        elif how == 2:
            data[at:at] = data[at : at + what]
        else:
            data[at:at] = TOKENS[what % len(TOKENS)]
    return bytes(data)


CHANGES = st.lists(st.tuples(st.integers(0, 100_000), st.integers(0, 3), st.integers(0, 400)), min_size=1, max_size=12)


@seed(1)
@settings(max_examples=150, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(file=st.integers(0, len(FILES) - 1), changes=CHANGES)
@example(file=0, changes=[(880, 1, 75)])  # a cell that held nothing but a blank
def test_a_changed_file_never_breaks_the_reader(file: int, changes: list[tuple[int, int, int]]) -> None:
    document = read(mutated(file, changes))

    if document is not None:
        assert document.text.strip()
        assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)
        assert all(0 <= link.start <= link.end <= len(document.text) for link in document.links)


@pytest.mark.parametrize("file", range(len(FILES)))
def test_a_file_cut_anywhere_is_never_read_as_whole(file: int) -> None:
    whole = FILES[file]
    random = Random(file)

    for _ in range(25):
        end = random.randrange(len(whole) - 1_00)
        document = read(whole[:end])

        assert document is None or document.status is ReadStatus.PARTIAL
