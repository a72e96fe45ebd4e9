"""Small pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """Return an element of the `w:` namespace with attributes of it."""
    made = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), value)
    return made


def shading(colour: str) -> BaseOxmlElement:
    """Return a fill of one colour."""
    return element("shd", val="clear", color="auto", fill=colour)


def add_field(paragraph: Paragraph, instruction: str) -> None:
    """Add a field; `instruction` is ours and never text of a document."""
    field = element("fldSimple", instr=instruction)
    run = element("r")
    text = element("t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def add_bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    """Make the paragraph a place that links lead to."""
    start = element("bookmarkStart", id=str(number), name=name)
    first = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(first, start)
    paragraph._p.append(element("bookmarkEnd", id=str(number)))
