"""A written-out pack as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.previews.parts import Heading, Items, PageLink, Paragraph, Part, SignOff, Sources, Table

_SIGNS = re.compile(r"([\\`*_\[\]#])")


def as_markdown(parts: Iterable[Part]) -> str:
    """Return the parts as Markdown; texts are escaped."""
    return "\n".join(line for part in parts for line in (*_lines(part), "")).rstrip() + "\n"


def _lines(part: Part) -> Iterator[str]:
    match part:
        case Heading():
            yield f"{'#' * part.level} {_text(part.text)}"
        case Paragraph():
            yield f"> {_text(part.text)}" if part.note else _text(part.text)
        case Items(running=True):
            yield f"**{_text(part.title)}**: {_text('; '.join(part.items))}"
        case Items():
            yield from (f"**{_text(part.title)}**", "", *(f"- {_text(item)}" for item in part.items))
        case Sources():
            yield from ("**Sources**", "", *(f"- {_source(*source)}" for source in part.sources))
        case Table():
            yield from (f"**{_text(part.caption)}**", "", _row(part.head), _row("---" for _ in part.head))
            yield from (_row(_text(cell) for cell in row) for row in part.rows)
        case PageLink():
            about = f": {_text(part.about)}" if part.about else ""
            yield f"- [{_text(part.text)}]({part.target}){about}"
        case SignOff():
            yield "Agreed / agreed with changes / not agreed; name; date:"


def _text(text: str) -> str:
    plain = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|")


def _source(title: str, url: str, status: str) -> str:
    told = f"[{_text(title)}](<{url}>)" if url.startswith("https://") else _text(title)
    return f"{told} ({status})"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
