"""Reading web pages."""

from __future__ import annotations

import time
from hashlib import sha256

import pytest
from checker_plugins.web_documents import checker_read_document

from checker import TEXT_LIMIT, BlockKind, Document, ReadStatus, Source, UnreadableError


def read(content: str | bytes, name: str = "page.html") -> Document:
    data = content.encode("utf-8") if isinstance(content, str) else content
    document = checker_read_document(Source(name=name, data=data, sha256=sha256(data).hexdigest()))
    assert document is not None
    return document


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def texts(content: str) -> list[str]:
    return [text for _, text in blocks(read(content))]


def test_other_files_are_left_to_other_readers() -> None:
    assert checker_read_document(Source(name="page.txt", data=b"<p>We met.</p>", sha256="")) is None


def test_the_elements_of_a_page_become_blocks_of_their_kind() -> None:
    document = read(
        "<h1>Boards</h1><p>We meet\n <b>every</b> month &amp; agree.</p><ul><li>one</li></ul>"
        "<blockquote><p>I felt heard.</p></blockquote><dl><dt>Score</dt><dd>3</dd></dl><h3>Grants</h3>"
    )

    assert blocks(document) == [
        (BlockKind.HEADING, "Boards"),
        (BlockKind.PARAGRAPH, "We meet every month & agree."),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.QUOTE, "I felt heard."),
        (BlockKind.LIST_ITEM, "Score"),
        (BlockKind.LIST_ITEM, "3"),
        (BlockKind.HEADING, "Grants"),
    ]
    assert [block.level for block in document.blocks if block.kind is BlockKind.HEADING] == [1, 3]


def test_each_block_is_one_line_of_the_text() -> None:
    assert read("<p>We met.</p><p>We agreed.</p>").text == "We met.\nWe agreed."


def test_furniture_of_the_page_is_no_evidence() -> None:
    document = read(
        "<header><p>Menu</p></header><nav>Home</nav><main><p>We "
        "met.</p></main><aside>More</aside><footer>Contact</footer>"
    )

    assert [text for kind, text in blocks(document) if kind.can_be_evidence] == ["We met."]


def test_a_header_inside_the_text_belongs_to_the_text() -> None:
    assert blocks(read("<article><header><h1>Boards</h1><p>In brief.</p></header></article>")) == [
        (BlockKind.HEADING, "Boards"),
        (BlockKind.PARAGRAPH, "In brief."),
    ]


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "svg", "iframe"])
def test_what_is_no_text_is_left_out(tag: str) -> None:
    assert texts(f"<p>We met.</p><{tag}>We agreed.</{tag}>") == ["We met."]


@pytest.mark.parametrize(
    "how", ["hidden", 'style="color:red; display : none"', 'aria-hidden="true"', 'style="visibility:hidden"']
)
def test_hidden_text_is_hidden_matter_and_no_evidence(how: str) -> None:
    document = read(f"<p>We met.</p><div {how}><p>We agreed.</p></div><p>We left.</p>")

    assert [text for _, text in blocks(document)] == ["We met.", "We left."]
    assert [(matter.kind, matter.text) for matter in document.hidden] == [("hidden text", "We agreed.")]


def test_table_cells_are_blocks_with_their_place() -> None:
    document = read(
        "<table><tr><th>Who</th><th colspan=2>What</th></tr><tr><th scope=row>Board</th><td>We "
        "meet.</td><td>Monthly</td></tr>"
        "<tr><td><table><tr><td>inner</td></tr></table></td></tr></table>"
    )

    cells = [(block.kind, block.cell, document.text[block.start : block.end]) for block in document.blocks]
    assert cells == [
        (BlockKind.FURNITURE, "r1c1", "Who"),
        (BlockKind.FURNITURE, "r1c2", "What"),
        (BlockKind.TABLE_CELL, "r2c1", "Board"),
        (BlockKind.TABLE_CELL, "r2c2", "We meet."),
        (BlockKind.TABLE_CELL, "r2c3", "Monthly"),
        (BlockKind.TABLE_CELL, "r1c1", "inner"),
    ]


def test_unclosed_and_stray_tags_lose_no_text() -> None:
    assert texts("<div><p>one<p>two<ul><li>three<li>four</ul></b></span>five<table><tr><td>six<td>seven</table>") == [
        "one", "two", "three", "four", "five", "six", "seven",
    ]  # fmt: skip


def test_a_line_break_parts_sentences_but_not_a_sentence() -> None:
    assert texts("<p>We met<br>every month.<br>We agreed.</p>") == ["We met every month.", "We agreed."]


@pytest.mark.parametrize("odd", ["<![^1]: doctype html>", "<![zzz[ x ]]>", "<![>", "<![ if ]>", "<!>", "<![if !x]>"])
def test_declarations_that_no_page_should_have_lose_no_text(odd: str) -> None:
    assert "".join(texts(f"<p>We met.</p>{odd}<p>We agreed.</p>")).replace("]>", "") == "We met.We agreed."


def test_title_and_meta_become_metadata() -> None:
    document = read(
        '<head><title>Thornmere &amp; more</title><meta name="DC.date" content="2024-03-05">'
        '<meta property="article:author" content="A"></head><p>We met.</p>'
    )

    assert dict(document.metadata) == {"title": "Thornmere & more", "dc_date": "2024-03-05", "article_author": "A"}


@pytest.mark.parametrize(
    "data",
    [
        "<p>café ’s</p>".encode(),
        b"\xef\xbb\xbf" + "<p>café ’s</p>".encode(),
        "<p>café ’s</p>".encode("utf-16"),
        '<meta charset="windows-1252"><p>café ’s</p>'.encode("cp1252"),
        '<meta charset="iso-8859-1"><p>café ’s</p>'.encode("cp1252"),
        "<p>café ’s</p>".encode("cp1252"),
        '<meta charset="no-such-charset"><p>café ’s</p>'.encode(),
    ],
)
def test_the_encoding_is_found(data: bytes) -> None:
    assert read(data).text == "café ’s"


def test_a_guessed_encoding_is_noted() -> None:
    assert "Windows-1252" in read("<p>café</p>".encode("cp1252")).reason


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7", "a PDF file"),
        (b"PK\x03\x04", "a zip or Office file"),
        (b"<p> \n </p><script>x</script>", "no text"),
        (b"\x00\x01\x02", "control characters"),
        (b"<div>" * 20_000 + b"We met.", "nested more than"),
        (b"<!-- " * 100_000, "no text"),
    ],
)
def test_what_is_no_page_is_unreadable_with_a_plain_reason(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read(data)


def test_45_megabytes_of_nested_elements_are_refused_at_once() -> None:
    begin = time.process_time()

    with pytest.raises(UnreadableError, match="nested more than"):
        read(b"<div>" * 9_000_000)

    assert time.process_time() - begin < 5


def test_a_page_that_breaks_off_in_a_tag_is_partial() -> None:
    document = read("<p>We met.</p>\n<a " + 'b="c" ' * 5_000)

    assert document.status is ReadStatus.PARTIAL
    assert "line 2" in document.reason
    assert document.text == "We met."


@pytest.mark.parametrize(
    "markup", ["<a ", "<!--", "<", "</", '<a b="', "<script>", "<?", "<!D", "&", "&#", "<![CDATA["]
)
def test_hostile_markup_is_read_in_linear_time(markup: str) -> None:
    begin = time.process_time()

    read("<p>We met.</p>" + markup * 100_000)

    assert time.process_time() - begin < 5


def test_a_page_longer_than_any_document_is_read_up_to_the_limit_in_good_time() -> None:
    started = time.process_time()
    document = read("<p>We met the carers' board in May.</p>\n" * 500_000)

    assert TEXT_LIMIT < len(document.text) < TEXT_LIMIT + 2_000_000
    assert time.process_time() - started < 10


def test_pictures_in_a_large_page_do_not_push_the_text_out() -> None:
    picture = f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 2_500_000}">'

    document = read(f"<p>Before.</p>{picture}<p>We met after the picture.</p>")

    assert document.text == "Before.\nWe met after the picture."
    assert document.status is ReadStatus.OK


def test_markup_without_end_is_cut_and_told() -> None:
    document = read("<p>We met in May.</p>" + "<!-- nothing to see -->" * 1_000_000 + "<p>Lost.</p>")

    assert (document.text, document.status) == ("We met in May.", ReadStatus.PARTIAL)
    assert "first 20 MB" in document.reason


def test_a_tag_with_attributes_beyond_reason_loses_them_and_no_text() -> None:
    document = read("<p " + "x='1' " * 20_000 + ">We met in May.</p><p>We met in June.</p>")

    assert (document.text, document.status) == ("We met in May.\nWe met in June.", ReadStatus.OK)


def test_tags_that_never_end_break_the_page_off_and_this_is_told() -> None:
    document = read("<p>We met in May.</p>\n" + "<a " * 100_000)

    assert (document.text, document.status) == ("We met in May.", ReadStatus.PARTIAL)
    assert "breaks off in a tag that begins in line 2" in document.reason
