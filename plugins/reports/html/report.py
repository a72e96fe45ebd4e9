"""The HTML report: its frame, its navigation, and its sections in order."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from checker import Comparison, GapReport

from ..content.changes import changes_pages, title_of
from ..content.pages import pages
from ..content.parts import Extent, Heading, Part
from ..wording import plain
from .parts import Writer

_HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="banner"><p>Gap report: what is evidenced, what is missing, what to do. Not a rating.</p></header>
<div class="frame">
<div class="side">
{contents}</div>
<main id="main" tabindex="-1">
<p class="on-paper">What is folded on screen is not printed, such as the passages behind each expectation. Open what you
need in the file that this was printed from, or everything, and print again.</p>
"""
_TAIL = """</main>
</div>
<footer><p>Made by checker{version}. It says what was found in what was read; it is not a rating.</p></footer>
<script>{script}</script>
</body>
</html>
"""


class Html:
    """
    One file that can be read offline, printed and sent by e-mail.

    Every word of it is escaped. The content security policy forbids anything from another place, and every script but
    the one of this package, which it knows by its hash. Without scripts nothing is missing but showing only a part, and
    opening everything at once.
    """

    name = "html"
    suffix = "html"

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the page part by part."""
        yield from _page(list(pages(report, Extent())), plain(report.title) or "Gap report", report.run.checker)

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield a page of what changed."""
        yield from _page(list(changes_pages(comparison)), title_of(comparison), "")


def _page(parts: list[Part], title: str, version: str) -> Iterator[bytes]:
    style, script = _file("style.css"), _file("page.js")
    contents = _contents([part for part in parts if isinstance(part, Heading) and part.level == 2])
    yield _bytes(_HEAD.format(title=escape(title), policy=_policy(script), style=style, contents=contents))
    writer = Writer()
    for part in parts:
        yield _bytes(writer.write(part))
    yield _bytes(writer.end())
    yield _bytes(_TAIL.format(version=escape(f" {plain(version)}".rstrip()), script=script))


def _file(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _policy(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _contents(headings: list[Heading]) -> str:
    items = "".join(
        f'<li><a href="#{escape(one.anchor)}">{escape(one.short or one.text)}</a></li>\n'
        for one in headings
        if one.anchor
    )
    folded = f"<details>\n<summary>Contents</summary>\n<ol>\n{items}</ol>\n</details>"
    return f'<nav class="contents" aria-label="Contents">\n{folded}\n</nav>\n'


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
