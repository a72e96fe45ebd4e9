"""Reading letters saved from a mail program."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from checker_plugins.mail_documents import checker_read_document

from checker import BlockKind, Document, ReadStatus, Source, UnreadableError

PARAGRAPH, FURNITURE = BlockKind.PARAGRAPH, BlockKind.FURNITURE
BODY = "Dear Sam,\n\nOur members say that the hub\nlistens to them.\n\n- It opened in May.\n- It is full.\n"


def a_letter(body: str = BODY, *, subject: str = "Carers hub", subtype: str = "plain") -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = "Jo Bloggs <jo.bloggs@Hub.example.org>"
    letter["To"] = "sam@council.example"
    letter["Subject"] = subject
    letter["Date"] = "Tue, 04 Mar 2025 23:30:00 +0000"
    letter.set_content(body, subtype=subtype)
    return letter


def read(letter: EmailMessage | bytes) -> Document:
    data = letter if isinstance(letter, bytes) else letter.as_bytes()
    document = checker_read_document(Source(name="letter.eml", data=data, sha256=""))
    assert document is not None
    return document


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def furniture(document: Document) -> list[str]:
    return [text for kind, text in blocks(document) if kind is FURNITURE]


def test_other_files_are_left_to_other_readers() -> None:
    assert checker_read_document(Source(name="a.txt", data=b"From: x", sha256="")) is None


def test_paragraphs_and_lists_keep_their_words_and_lines() -> None:
    document = read(a_letter())

    assert blocks(document) == [
        (PARAGRAPH, "Dear Sam,"),
        (PARAGRAPH, "Our members say that the hub\nlistens to them."),
        (BlockKind.LIST_ITEM, "It opened in May."),
        (BlockKind.LIST_ITEM, "It is full."),
    ]
    assert [block.line for block in document.blocks] == [1, 3, 6, 7]


def test_subject_and_date_are_metadata_and_of_the_sender_only_the_domain_is_kept() -> None:
    document = read(a_letter())

    assert document.metadata == {"title": "Carers hub", "date": "2025-03-04", "sent_from": "hub.example.org"}
    assert "bloggs" not in repr(document).lower()


def test_a_letter_that_is_answered_is_no_evidence() -> None:
    document = read(a_letter("We agree.\n\nOn 3 Mar 2025, at 10:00, Sam wrote:\n> The hub is closed.\n> It is sad.\n"))

    assert blocks(document)[0] == (PARAGRAPH, "We agree.")
    assert furniture(document) == ["On 3 Mar 2025, at 10:00, Sam wrote:", "> The hub is closed.\n> It is sad."]


def test_a_letter_answered_as_outlook_does_it_is_no_evidence() -> None:
    head = "________________________________\nFrom: Sam\nSent: 3 March 2025\nTo: Jo\nSubject: Hub\n"
    document = read(a_letter(f"We agree.\n\n{head}\nThe hub is closed.\n"))

    assert [text for kind, text in blocks(document) if kind is not FURNITURE] == ["We agree."]


def test_a_letter_that_is_sent_on_is_what_the_letter_says() -> None:
    head = "-----Original Message-----\nFrom: Sam\nSent: 3 March 2025\nTo: Jo\nSubject: Hub\n"
    document = read(a_letter(f"See below.\n\n{head}\nThe hub listens to carers.\n", subject="FW: Hub"))

    assert blocks(document)[-1] == (BlockKind.QUOTE, "The hub listens to carers.")
    assert len(furniture(document)) == 1


def test_signature_and_legal_notice_are_no_evidence() -> None:
    notice = "This email and any files sent with it are confidential and intended for the person named above."
    document = read(a_letter(f"The hub is full.\n\nKind regards,\nJo Bloggs\nHead of Hub\n01632 960001\n\n{notice}\n"))

    assert [text for kind, text in blocks(document) if kind is not FURNITURE] == ["The hub is full."]


@pytest.mark.parametrize("first", ["Thank you.", "CAUTION: this is an external email. Do not click.", "Many thanks,"])
def test_what_follows_thanks_or_a_warning_is_not_lost(first: str) -> None:
    document = read(a_letter(f"{first}\n\nThe hub is full.\n\nWe met in May.\n"))

    assert blocks(document)[1:] == [(PARAGRAPH, "The hub is full."), (PARAGRAPH, "We met in May.")]


def test_attachments_are_members_under_their_names() -> None:
    letter = a_letter()
    letter.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Notes & more.pdf")
    letter.add_attachment(b"We met.", maintype="text", subtype="plain", filename="notes.txt")

    members = read(letter).members

    assert [(one.name, one.data) for one in members] == [("Notes & more.pdf", b"%PDF-1.7"), ("notes.txt", b"We met.")]


def test_a_letter_inside_a_letter_is_a_member_that_can_be_read() -> None:
    outer = a_letter("See the letter.")
    outer.add_attachment(a_letter(subject="What carers / say"))

    (inner,) = read(outer).members

    assert inner.name == "What carers - say.eml"
    assert read(inner.data).metadata["title"] == "What carers / say"


def test_pictures_of_the_layout_are_counted_and_are_no_documents() -> None:
    letter = a_letter()
    letter.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline")
    letter.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="scan.png")

    document = read(letter)

    assert [one.name for one in document.members] == ["scan.png"]
    assert [(one.kind, one.text) for one in document.hidden] == [("picture in the letter", "logo.png")]


def test_plain_text_is_preferred_to_the_same_as_a_page() -> None:
    letter = a_letter("We met.")
    letter.add_alternative("<p>We met.</p>", subtype="html")

    document = read(letter)

    assert (document.text.strip(), document.members) == ("We met.", ())


def test_a_letter_that_is_only_a_page_gives_it_on_with_its_title_and_date() -> None:
    document = read(a_letter("<p>We met the carers’ board.</p>", subtype="html", subject="Hub & board"))

    (page,) = document.members
    assert page.name == "message.html"
    assert "<title>Hub &amp; board</title>" in page.data.decode()
    assert '<meta name="date" content="2025-03-04">' in page.data.decode()
    assert "<p>We met the carers’ board.</p>" in page.data.decode()


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "no-such-charset"])
def test_letters_are_read_in_their_own_encoding(charset: str) -> None:
    known = "utf-8" if charset == "no-such-charset" else charset
    head = f"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n".encode()

    assert read(head + "Café".encode(known)).text == "Café"


@pytest.mark.parametrize("suffix", [".msg", ".pst", ".mbox"])
def test_the_formats_of_mail_programs_are_told_what_to_do(suffix: str) -> None:
    with pytest.raises(UnreadableError, match=r"save each letter as \.eml or PDF"):
        checker_read_document(Source(name=f"a{suffix}", data=b"x", sha256=""))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "neither a sender nor a subject nor a date"),
        (b"We met in May.\n\nIt was good.", "neither a sender nor a subject nor a date"),
        (b"Subject: x\n\n", "neither text nor attachments"),
    ],
)
def test_what_is_no_letter_is_unreadable_with_a_plain_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(data)


def test_parts_beyond_all_reason_are_refused() -> None:
    parts = b"--b\n\nx\n" * 3_000
    many = b'Subject: x\nContent-Type: multipart/mixed; boundary="b"\n\n' + parts + b"--b--\n"
    deep = b"".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n'.encode() for n in range(200))

    with pytest.raises(UnreadableError, match="2,000 parts"):
        read(many)
    with pytest.raises(UnreadableError, match="damaged"):
        read(b"Subject: x\n" + deep + b"\n\nx")


def test_a_letter_that_is_cut_off_is_read_as_far_as_it_goes_and_says_so() -> None:
    letter = a_letter()
    letter.add_attachment(b"x" * 300, maintype="application", subtype="pdf", filename="a.pdf")
    whole = letter.as_bytes()

    document = read(whole[: len(whole) - 120])

    assert (document.status, document.reason[:14]) == (ReadStatus.PARTIAL, "It is cut off:")
    assert "hub" in document.text
    assert [one.name for one in document.members] == ["a.pdf"]


def test_a_text_without_headers_of_its_own_is_read() -> None:
    document = read(_in_two_parts(b"Content-Disposition: attachment; filename=a.txt"))

    assert document.text == "We met."
    assert [one.name for one in document.members] == ["a.txt"]


@pytest.mark.parametrize("name", [b"filename*=utf-7''x+2AA-.txt", b"filename*=punycode''aaa-99x"])
def test_a_name_that_cannot_be_decoded_costs_neither_the_attachment_nor_the_letter(name: bytes) -> None:
    document = read(_in_two_parts(b"Content-Disposition: attachment; " + name))

    assert document.text == "We met."
    assert [one.data for one in document.members] == [b"We share."]


def _in_two_parts(head: bytes) -> bytes:
    letter = b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n"
    return letter + b"--b\n\nWe met.\n--b\n" + head + b"\n\nWe share.\n--b--\n"


@pytest.mark.parametrize("sender", [b"ent-Type:</table>rt/mixed;", b"a@\r---", b"@", b"a@(", b"<>", b":;,"])
def test_a_sender_that_cannot_be_understood_costs_no_letter(sender: bytes) -> None:
    document = read(b"From: " + sender + b"\nSubject: Carers hub\n\nOur members say that the hub listens to them.\n")

    assert "the hub listens" in document.text
    assert document.status is ReadStatus.OK
