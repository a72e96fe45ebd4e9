"""Office files that are damaged or made to do harm: read as far as they go, or refused in plain words, soon."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from time import process_time
from zipfile import ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import Document, ReadStatus, UnreadableError

from .office_files import W, a_paragraph, a_word_file, an_open_file, changed, read, texts, with_body

LONGEST_SECONDS = 10
CELL = (
    '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
    "<text:p>x</text:p></table:table-cell>"
)


def with_main(change: Callable[[bytes], bytes]) -> bytes:
    whole = a_word_file(lambda one: one.add_paragraph("We meet."))
    return changed(whole, {"word/document.xml": change}, {})


def in_body(xml: bytes) -> bytes:
    return with_main(lambda old: old.replace(b"<w:body>", b"<w:body>" + xml))


def with_doctype(doctype: str) -> bytes:
    return with_main(lambda xml: doctype.encode() + xml[xml.index(b"<w:document") :])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (in_body(b"<w:p/>" * 8_000_000), "unpacks to far more"),
        (in_body(b"<w:x>" * 20_000), "nested more than"),
        (with_doctype('<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'), "XML entities"),
        (with_doctype('<!DOCTYPE a SYSTEM "file:///etc/passwd">'), "document type"),
        (with_body("", {f"x/{number}": "" for number in range(10_001)}), "more than 10,000 parts"),
        (an_open_file("text", "", more={"META-INF/manifest.xml": "<m:encryption-data/>"}), "password"),
    ],
    ids=["zip bomb", "20,000 nested elements", "billion laughs", "external entity", "10,001 parts", "encrypted"],
)
def test_hostile_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(data)


def many(piece: Callable[[int], str], count: int) -> bytes:
    """Return so many pieces, no two alike: what packs too well is refused before it is read."""
    numbers = random.Random(1)
    return "".join(piece(numbers.randrange(10**9)) for _ in range(count)).encode()


HUGE: Mapping[str, Callable[[], bytes]] = {
    "paragraphs": lambda: many(lambda n: a_paragraph(str(n)), 250_000),
    "elements": lambda: many(lambda n: f"<w:b{n % 1000}/>", 1_600_000),
    "names": lambda: many(lambda n: f"<w:b{n}/>", 30_000),
    "attributes": lambda: b"<w:p " + many(lambda n: f"b{n}='1' ", 300_000) + b"/>",
    "comment": lambda: b"<!--" + many(lambda n: f"{n} ", 1_000_000) + b"-->",
    "text": lambda: b"<w:p><w:r><w:t>" + many(lambda n: f"{n}€ ", 2_000_000) + b"</w:t></w:r></w:p>",
    "breaks": lambda: b"<w:p><w:r>" + many(lambda n: f"<w:t>a{n}</w:t><w:br/>", 200_000) + b"</w:r></w:p>",
    "tables": lambda: nested("w:tbl w:tr w:tc", 600, many(lambda n: a_paragraph(str(n)), 50_000)),
    "links": lambda: nested("w:p", 1, many(lambda n: f"<w:hyperlink w:anchor='{n}'>{a_run(n)}</w:hyperlink>", 100_000)),
    "fields": lambda: nested("w:p", 1, many(lambda n: f"<w:fldSimple w:instr='TOC {n}'>{a_run(n)}", 1_900)),
}


def a_run(number: int) -> str:
    return f"<w:r><w:t>{number}</w:t></w:r>"


def nested(names: str, times: int, xml: bytes) -> bytes:
    """Return XML within elements of these names, so many times over."""
    begin = "".join(f"<{name}>" for name in names.split())
    end = "".join(f"</{name}>" for name in reversed(names.split()))
    return begin.encode() * times + xml + end.encode() * times


@pytest.mark.slow
@pytest.mark.parametrize("what", HUGE)
def test_a_huge_file_ends_in_time_and_loses_nothing_in_silence(what: str) -> None:
    data = in_body(HUGE[what]())

    before = process_time()
    found = outcome(data, "a.docx")

    assert process_time() - before < LONGEST_SECONDS
    assert found is None or found.status is not ReadStatus.OK or len(found.text) > 100_000


def test_cells_repeated_without_end_are_read_in_part_and_told() -> None:
    row = f'<table:table-row table:number-rows-repeated="99999999">{CELL}</table:table-row>'

    document = read(an_open_file("spreadsheet", f'<table:table table:name="A">{row}</table:table>'), "a.ods")

    assert document.status is ReadStatus.PARTIAL
    assert "stands 16,384 times; 1,000 were read" in document.reason
    assert len(document.blocks) <= 200_000


def test_packing_that_no_office_file_has_is_not_tried() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_LZMA) as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{a_paragraph('We meet.')}</w:body></w:document>"
        )

    with pytest.raises(UnreadableError, match="damaged"):
        read(stream.getvalue())


def test_a_part_that_lies_about_its_size_is_not_read_as_whole() -> None:
    data = bytearray(with_main(lambda xml: xml))
    entry = data.index(b"word/document.xml", data.index(b"PK\x01\x02")) - 46
    size = struct.unpack_from("<I", data, entry + 24)[0]
    struct.pack_into("<I", data, entry + 24, size // 2)

    try:
        document = read(bytes(data))
    except UnreadableError:
        return
    assert document.status is ReadStatus.PARTIAL


def test_a_file_that_is_cut_off_gives_what_can_be_saved() -> None:
    body = f"<w:document {W}><w:body>" + "".join(a_paragraph(f"We meet in room {n}.") for n in range(2_000))
    stream = BytesIO()
    with ZipFile(stream, "w", 8) as archive:
        archive.writestr("word/document.xml", body + "</w:body></w:document>")
        archive.writestr("word/media/picture.png", random.Random(1).randbytes(50_000), ZIP_STORED)

    document = read(stream.getvalue()[:4_000])

    assert document.status is ReadStatus.PARTIAL
    assert "cut off" in document.reason
    assert texts(document)[:2] == ["We meet in room 0.", "We meet in room 1."]


@pytest.mark.parametrize("suffix", [".doc", ".odt", ".pptx", ".ods"])
def test_a_file_with_the_suffix_of_a_relative_is_read_for_what_it_is(suffix: str) -> None:
    assert read(a_word_file(lambda one: one.add_paragraph("We meet.")), f"a{suffix}").text == "We meet."


def test_a_file_that_is_two_things_at_once_is_not_read_as_either() -> None:
    data = b"%PDF-1.7\n" + a_word_file(lambda one: one.add_paragraph("We meet."))

    with pytest.raises(UnreadableError, match="seems to be a PDF file"):
        read(data)


WHOLE = {
    "a.docx": with_body(
        f"<w:tbl><w:tr><w:tc>{a_paragraph('A cell.')}</w:tc></w:tr></w:tbl><w:p><w:hyperlink w:anchor='x'><w:r><w:t>We "
        "meet.</w:t></w:r></w:hyperlink></w:p><w:p><w:ins><w:r><w:t>New.</w:t></w:r></w:ins></w:p>"
    ),
    "a.odt": an_open_file(
        "text",
        "<text:h>We</text:h><text:p>meet<text:note><text:note-body><text:p>1</text:p></text:note-body></text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>",
    ),
    "a.ods": an_open_file(
        "spreadsheet",
        f'<table:table table:name="A"><table:table-row>{CELL.replace("16384", "3")}</table:table-row></table:table>',
    ),
}


def xml_of(name: str) -> tuple[str, bytes]:
    part = "word/document.xml" if name.endswith("docx") else "content.xml"
    with ZipFile(BytesIO(WHOLE[name])) as archive:
        return part, archive.read(part)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=8),
    st.floats(0, 1),
)
def test_any_damage_ends_in_a_document_or_plain_words(name: str, damage: list[tuple[int, int]], kept: float) -> None:
    data = bytearray(WHOLE[name])
    for place, value in damage:
        data[place % len(data)] = value

    outcome(bytes(data[: int(len(data) * max(kept, 0.05))]) if kept < 0.5 else bytes(data), name)


@settings(max_examples=250, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(WHOLE)), st.randoms(use_true_random=False))
def test_any_order_of_elements_ends_in_a_document_or_plain_words(name: str, chance: random.Random) -> None:
    part, xml = xml_of(name)
    tags = xml.replace(b">", b">\n").split(b"\n")
    for _ in range(chance.randrange(1, 6)):
        at, to = chance.randrange(len(tags)), chance.randrange(len(tags))
        tags.insert(to, tags[at] if chance.random() < 0.5 else tags.pop(at))

    outcome(changed(WHOLE[name], {part: lambda _: b"".join(tags)}, {}), name)


def outcome(data: bytes, name: str) -> Document | None:
    """Read; an `UnreadableError` without words, or any other error, fails the test."""
    try:
        document = read(data, name)
    except UnreadableError as error:
        if not str(error):
            raise
        return None
    assert document.text.strip()
    assert all(document.text[block.start : block.end] for block in document.blocks)
    return document


@pytest.mark.parametrize("kind", ["odt", "ods", "odp"])
def test_a_file_whose_text_stood_behind_the_cut_is_told_so(kind: str) -> None:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("styles.xml", "<office:styles xmlns:office='o'/>")
        package.writestr("content.xml", "<office:text xmlns:office='o'>We meet.</office:text>")
    data = file.getvalue()

    with pytest.raises(UnreadableError, match="cut off"):
        read(data[: data.index(b"content.xml") - 30], f"report.{kind}")
