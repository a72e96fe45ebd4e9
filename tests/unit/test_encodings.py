"""Encodings that files may name: those of texts, and none that takes time without limit or makes half characters."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.text.encodings import codec_of


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("latin1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("windows-1250", "cp1250"),
        ("Shift_JIS", "shift_jis"),
        ("euc-kr", "euc_kr"),
        (" koi8-r ", "koi8-r"),
    ],
)
def test_the_encodings_of_the_web_are_known_as_browsers_know_them(name: str, codec: str) -> None:
    assert codec_of(name) == codec


@pytest.mark.parametrize(
    "name",
    [
        "punycode",
        "idna",
        "utf-7",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "rot13",
        "base64",
        "zlib",
        "hex",
    ],
)
def test_what_is_no_encoding_of_a_text_is_none(name: str) -> None:
    assert codec_of(name) == ""


@given(st.text())
def test_any_name_is_answered(name: str) -> None:
    assert codec_of(name) in {"", codec_of(codec_of(name))}


@given(
    data=st.binary(max_size=200), name=st.sampled_from(["utf-8", "cp1252", "gb18030", "iso-2022-jp", "utf-16", "big5"])
)
def test_what_they_decode_can_be_written(data: bytes, name: str) -> None:
    text = data.decode(codec_of(name), "ignore")

    assert text.encode().decode() == text


@pytest.mark.parametrize("reader", ["web_documents", "mail_documents"])
def test_a_declared_encoding_cannot_take_time_that_grows_with_the_square(reader: str) -> None:
    from importlib import import_module

    from checker import Source

    heads = {
        "web_documents": b"<meta charset=punycode><p>",
        "mail_documents": b"Subject: x\nContent-Type: text/plain; charset=punycode\n\n",
    }
    suffix = {"web_documents": ".html", "mail_documents": ".eml"}[reader]
    words = heads[reader] + b"a" * 500_000 + b"-" + b"9x" * 100_000
    started = time.process_time()

    document = import_module(f"checker_plugins.{reader}").checker_read_document(
        Source(name=f"a{suffix}", data=words, sha256="")
    )

    assert document.text
    assert time.process_time() - started < 3
