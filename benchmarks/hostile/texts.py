"""Hostile texts and web pages: endless sentences, words, tags and lines; bytes that are no text."""

from __future__ import annotations

from .hostile import ANY, NOT_OK, Hostile, of_bytes

_CLAUSE = "the council works with its health partners to share information about carers and it was not consistent "
_LINE = b"We work well with partners to share information about carers.\n\n"
_TEXTS: tuple[Hostile, ...] = (
    of_bytes(
        "one-sentence.txt", "400 KB without a full stop", lambda size: _CLAUSE.encode() * int(4_000 * size), may_end=ANY
    ),
    of_bytes("one-word.txt", "10 MB without a blank", lambda size: b"a" * int(10_000_000 * size), may_end=ANY),
    of_bytes("dots.txt", "5 MB of full stops", lambda size: b"We met" + b"." * int(5_000_000 * size), may_end=ANY),
    of_bytes(
        "short-lines.txt", "2 MB of lines of one letter", lambda size: b"a\n" * int(1_000_000 * size), may_end=ANY
    ),
    of_bytes(
        "flat.txt", "99 MB of sentences", lambda size: _LINE * int(1_520_000 * size), may_end=ANY, says=("beginning",)
    ),
    of_bytes(
        "spread.txt",
        "2 MB of sentences far apart",
        lambda size: (_LINE.strip() + b" " * 2_000 + b"\n\n") * max(600, int(1_000 * size)),
        may_end=NOT_OK,
        says=("beginning",),
    ),
    of_bytes(
        "hashes.md", "5 MB of heading marks and brackets", lambda size: b"# [" * int(1_600_000 * size), may_end=ANY
    ),
    of_bytes(
        "front-matter.md",
        "front matter that repeats itself a billion times",
        lambda _: (
            b"---\na: &a [x,x,x,x,x,x,x,x,x]\n"
            + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b",".join([b"*%c" % n] * 9)) for n in range(97, 106))
            + b"---\n\nWe met the partners in May.\n"
        ),
        may_end=ANY,
    ),
    of_bytes(
        "one-zero.txt", "a zero byte in a text", lambda _: _LINE * 9 + b"We m\x00t.\n", may_end=NOT_OK, says=("zero",)
    ),
    of_bytes("zeros.txt", "5 MB of zero bytes: not downloaded", lambda _: bytes(5_000_000), says=("zero bytes",)),
    of_bytes("noise.txt", "bytes of no encoding", lambda _: bytes(range(256)) * 4_000, says=("text", "encoding")),
    of_bytes("blank.txt", "nothing but blanks", lambda _: b" \r\n\t" * 5_000, says=("no text",)),
    of_bytes("empty.txt", "no bytes at all", lambda _: b"", says=("empty",)),
)
_PAGES: tuple[Hostile, ...] = (
    of_bytes("nested.html", "9 million nested tags", lambda size: b"<div>" * int(9_000_000 * size), says=("nested",)),
    of_bytes(
        "flat.html",
        "99 MB of paragraphs",
        lambda size: b"<p>We work well with partners to share information.</p>\n" * int(1_740_000 * size),
        may_end=ANY,
        says=("beginning",),
    ),
    of_bytes(
        "open-tags.html", "10 MB of tags that never close", lambda size: b"<a " * int(3_000_000 * size), may_end=NOT_OK
    ),
    of_bytes(
        "open-comment.html",
        "a comment without end",
        lambda size: b"<p>We met.</p><!--" + b"-" * int(20_000_000 * size),
        may_end=ANY,
    ),
    of_bytes(
        "attributes.html",
        "a million attributes in one tag",
        lambda size: b"<p " + b"x='1' " * int(1_000_000 * size) + b">We met the partners in May.</p>",
        may_end=ANY,
    ),
    of_bytes("entities.html", "10 MB of entities", lambda size: b"<p>" + b"&amp;" * int(2_000_000 * size), may_end=ANY),
    of_bytes(
        "tables.html",
        "tables in tables, 4,000 deep",
        lambda size: b"<table><tr><td>We met. " * int(1_500 * size),
        may_end=ANY,
    ),
    of_bytes(
        "cells.html",
        "half a million cells in one row",
        lambda size: b"<table><tr>" + b"<td>a" * int(500_000 * size),
        may_end=ANY,
    ),
    of_bytes(
        "punycode.html",
        "6 MB in an encoding whose time grows with the square",
        lambda size: (
            b"<meta charset=punycode><p>We met. " + b"a" * int(2_000_000 * size) + b"-" + b"9x" * int(2e6 * size)
        ),
        may_end=ANY,
    ),
    of_bytes(
        "half.html",
        "half characters, in an encoding that makes them",
        lambda _: b"<html><meta charset=utf-7><p>We met +2AA- the partners in May.</p>",
        may_end=ANY,
    ),
    of_bytes(
        "score.md",
        "a score of 5,000 digits",
        lambda _: b"---\npublished_score: " + b"1" * 5_000 + b"\n---\n\nWe met the partners in May.\n",
        may_end=ANY,
    ),
    of_bytes(
        "script.html", "nothing but a script", lambda _: b"<html><script>alert('We met.')</script>", says=("no text",)
    ),
)
TEXTS = (*_TEXTS, *_PAGES)
