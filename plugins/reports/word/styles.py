"""How the paper looks: page, type, colours. Colours are never alone: a word stands beside each."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from ..safe_text import one_line, shortened
from .elements import add_field, element

LANGUAGE: Final = "en-GB"
NOTE, LEAD, WARNING, CELL, SMALL_CELL = "Note", "Lead", "Warning", "Cell", "Small cell"
LINK: Final = "Link"
"""Name of the style of links, and its id: a name without blanks is both."""

FACT: Final = "Fact"
WIDTH_CM: Final = 17.4
HEAD_FILL: Final = "E7E9EB"
INK: Final = RGBColor(0x0B, 0x0C, 0x0C)
_QUIET: Final = RGBColor(0x48, 0x49, 0x49)
_BLUE: Final = RGBColor(0x1D, 0x50, 0x8C)
_FONT: Final = "Arial"
_HEADINGS: Final = {1: (20, 0, 6), 2: (15, 14, 4), 3: (11.5, 10, 3), 4: (10.5, 8, 2)}
"""Level: size, space before, space after, in points."""

FILLS: Final = {
    "supported": "CCE2D8", "met": "CCE2D8", "several": "CCE2D8", "ok": "CCE2D8", "one": "EAF4EF",
    "mixed": "FFF0C2", "partly met": "FFF0C2", "needs review": "FFF0C2", "partial": "FFF0C2",
    "shortfall": "F6D7D2", "not met": "F6D7D2", "failed": "F6D7D2",
    "absent": "F3F2F1", "none": "F3F2F1", "not assessed": "D5D7D8",
}  # fmt: skip
"""Fill of a cell by the id of the status that its words tell."""


def prepare(document: Document, title: str) -> None:
    """Set page, styles, language, header and footer of an empty document."""
    _page(document)
    _type(document)
    for level, (size, before, after) in _HEADINGS.items():
        _heading(document, level, size, before, after)
    _own_styles(document)
    _language(document)
    _frame(document, title)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - WIDTH_CM) / 2)
    section.top_margin = section.bottom_margin = Cm(1.7)
    section.header_distance = section.footer_distance = Cm(0.8)


def _type(document: Document) -> None:
    for name, size, after in (("Normal", 10, 4), ("Caption", 9.5, 3), ("List Bullet", 10, 2), ("List Number", 10, 2)):
        style = _paragraph_style(document, name)
        _letters(style, size)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
        style.paragraph_format.keep_together = name.startswith("List")
    caption = _paragraph_style(document, "Caption")
    caption.font.bold = True
    caption.paragraph_format.space_before = Pt(8)
    caption.paragraph_format.keep_with_next = True
    quote = _paragraph_style(document, "Quote")
    _letters(quote, 10)
    quote.font.italic = False
    quote.paragraph_format.left_indent = Cm(0.6)
    quote.paragraph_format.space_after = Pt(5)


def _heading(document: Document, level: int, size: float, before: float, after: float) -> None:
    style = _paragraph_style(document, f"Heading {level}")
    _letters(style, size)
    style.font.bold, style.font.italic = True, False
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.paragraph_format.keep_with_next = True


def _own_styles(document: Document) -> None:
    for name, size, after in (
        (NOTE, 8.5, 4), (LEAD, 11.5, 4), (WARNING, 10, 4), (CELL, 9, 0), (SMALL_CELL, 8, 0), (FACT, 10, 1),
    ):  # fmt: skip
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
        style = _paragraph_style(document, name)
        _letters(style, size)
        style.paragraph_format.space_after = Pt(after)
    _paragraph_style(document, NOTE).font.color.rgb = _QUIET
    _paragraph_style(document, LEAD).font.bold = True
    _paragraph_style(document, FACT).paragraph_format.left_indent = Cm(3)
    _paragraph_style(document, FACT).paragraph_format.first_line_indent = Cm(-3)
    _paragraph_style(document, FACT).paragraph_format.tab_stops.add_tab_stop(Cm(3))
    _boxed(_paragraph_style(document, WARNING))
    document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link = document.styles[LINK]
    assert isinstance(link, CharacterStyle)
    link.font.color.rgb = _BLUE
    link.font.underline = True


def _boxed(style: ParagraphStyle) -> None:
    borders = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(side, val="single", sz="12", space="4", color="8A1F11"))
    style.element.get_or_add_pPr().insert_element_before(borders, "w:tabs", "w:spacing", "w:ind", "w:jc")


def _letters(style: ParagraphStyle, size: float) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    style.font.color.rgb = INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), _FONT)


def _language(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)


def _frame(document: Document, title: str) -> None:
    section = document.sections[0]
    header = section.header.paragraphs[0]
    header.style = document.styles[NOTE]
    header.add_run(f"{shortened(one_line(title), 120)}. What is evidenced, what is missing, what to do. Not a rating.")
    footer = section.footer.paragraphs[0]
    footer.style = document.styles[NOTE]
    footer.add_run("Page ")
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style
