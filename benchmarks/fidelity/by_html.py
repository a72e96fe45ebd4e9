"""Writes a web page; sections of paged content begin a new page in print."""

from __future__ import annotations

from html import escape
from pathlib import Path

from .content import Content, Section

_STYLE = "h1, h2 { page-break-before: %s } td { vertical-align: top; padding: 0.5em }"


def write_html(content: Content, path: Path) -> None:
    """Write the content as a web page."""
    body = "".join(map(_section, content.sections))
    style = _STYLE % ("always" if content.paged else "auto")
    path.write_text(
        f'<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>{escape(content.name)}</title>'
        f"<style>{style}</style><body>{body}</body></html>",
        encoding="utf-8",
    )


def _section(section: Section) -> str:
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in section.rows)
    items = "".join(f"<li>{escape(item)}</li>" for item in section.items)
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in section.paragraphs)
    table = f"<table border=1>{rows}</table>" if rows else ""
    return f"<h{section.level}>{escape(section.heading)}</h{section.level}>{paragraphs}<ul>{items}</ul>{table}"


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"
