"""Lines of a report as runs of a Word paragraph. Text goes in as text: no markup, field or control character of it."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ..content.parts import Line, Link, Piece, Strong, Tag, told
from ..safe_text import visible
from .elements import element
from .styles import LINK


def add_line(paragraph: Paragraph, line: Line, places: Mapping[str, str]) -> None:
    """Add a line; `places` are the bookmarks by anchor, and a link to none of them is plain text."""
    for piece in told(line):
        _add(paragraph, piece, places)


def add_text(paragraph: Paragraph, text: str, *, bold: bool = False) -> Run:
    """Add text as it stands; characters that Word could not show become `�`."""
    run = paragraph.add_run()
    run.add_text(visible(text).replace("\n", " ").replace("\t", " "))
    run.bold = bold or None
    return run


def _add(paragraph: Paragraph, piece: Piece, places: Mapping[str, str]) -> None:
    match piece:
        case Strong(text=text) | Tag(text=text):
            add_text(paragraph, text, bold=True)
        case Link(text=text, target=target) if target.removeprefix("#") in places:
            _link(paragraph, text, anchor=places[target.removeprefix("#")])
        case Link(text=text, target=target) if target.startswith("https://"):
            related = paragraph.part.relate_to(visible(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            _link(paragraph, text, relation=related)
        case Link(text=text):
            add_text(paragraph, text)
        case str():
            add_text(paragraph, piece)


def _link(paragraph: Paragraph, text: str, *, anchor: str = "", relation: str = "") -> None:
    link = element("hyperlink", anchor=anchor) if anchor else element("hyperlink")
    if relation:
        link.set(qn("r:id"), relation)
    run = add_text(paragraph, text)
    run._r.style = LINK
    link.append(run._r)
    paragraph._p.append(link)
