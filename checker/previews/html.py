"""A written-out pack as one HTML file: no script, nothing loaded from elsewhere, headings and tables as such."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

from checker.previews.parts import Heading, Items, PageLink, Paragraph, Part, SignOff, Sources, Table


def as_html(parts: Iterable[Part], title: str) -> bytes:
    """Return a document of its own in UTF-8."""
    style = resources.files("checker.previews").joinpath("style.css").read_text(encoding="utf-8")
    head = (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
    )
    body = "\n".join(line for part in parts for line in _lines(part))
    return f"{head}{body}\n</main>\n</body>\n</html>\n".encode()


def _lines(part: Part) -> Iterator[str]:
    match part:
        case Heading():
            yield f"<h{part.level}>{escape(part.text)}</h{part.level}>"
        case Paragraph():
            yield f'<p class="note">{escape(part.text)}</p>' if part.note else f"<p>{escape(part.text)}</p>"
        case Items(running=True):
            yield f'<p class="words"><strong>{escape(part.title)}:</strong> {escape("; ".join(part.items))}</p>'
        case Items():
            yield f"<p><strong>{escape(part.title)}</strong></p>"
            yield f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in part.items)}</ul>"
        case Sources():
            yield "<p><strong>Sources</strong></p>"
            yield f"<ul>{''.join(f'<li>{_source(*source)}</li>' for source in part.sources)}</ul>"
        case Table():
            yield from _table(part)
        case SignOff():
            yield from _sign_off(part)
        case PageLink():
            yield f'<p><a href="{escape(part.target)}">{escape(part.text)}</a> {escape(part.about)}</p>'


def _source(title: str, url: str, status: str) -> str:
    told = f'<a href="{escape(url)}">{escape(title)}</a>' if url.startswith("https://") else escape(title)
    return f"{told} ({escape(status)})"


def _table(table: Table) -> Iterator[str]:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in table.head)
    yield f"<table>\n<caption>{escape(table.caption)}</caption>"
    yield f"<thead><tr>{head}</tr></thead>\n<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody>\n</table>"


def _sign_off(part: SignOff) -> Iterator[str]:
    yield f'<div class="sign-off" role="group" aria-label="Sign-off: {escape(part.about)}">'
    yield "<p><strong>Sign-off</strong> ☐ agreed ☐ agreed with changes ☐ not agreed</p>"
    yield "<p>Changes: ______________________________</p><p>Name: ____________________ Date: ____________</p>"
    yield "</div>"
