"""
A look at the parts of a spreadsheet file before its values are read: what would be dangerous, what is hidden, and how
cells are shown.

It goes over the tags with patterns that are linear in the text: it needs a few attributes, not the whole XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from checker import HiddenMatter, column_number, dataclass, field

from .links import CellLink, links_of
from .parts import Parts
from .styles import Shown, shown_styles

_TAG = r"<(?:[A-Za-z]\w*:)?"
_ROW = re.compile(rf"{_TAG}row\s([^<>]*)>".encode())
_COLUMN = re.compile(rf"{_TAG}col\s([^<>]*)>".encode())
_ERROR = re.compile(rf'{_TAG}c\s([^<>]*\bt="e"[^<>]*)>(?:(?!</(?:\w+:)?c>).)*?{_TAG}v>([^<]*)<'.encode(), re.DOTALL)
_UNSAVED = re.compile(
    rf"{_TAG}c\s([^<>]*[^/])>{_TAG}f(?:/>|\s[^<>]*/>|(?:\s[^<>]*)?>[^<]*</(?:\w+:)?f>)(?:{_TAG}v\s*/>|{_TAG}v></(?:\w+:)?v>)?</".encode()
)
_PLACE = re.compile(rb'\br="([A-Z]{1,3}[0-9]{1,7})"')
_CELLS = re.compile(rf'{_TAG}c\s[^<>]*?\br="([A-Z]+)([0-9]+)"[^<>]*[^<>/]>'.encode())
_FAR = re.compile(rb'r="(?:[A-Z]{3,}[0-9]+|[A-Z]{1,2}[0-9]{6,})"')
_MOST_LETTERS, _MOST_DIGITS = 6, 12
"""Of a place: more than any spreadsheet has, and few enough to be taken for a number at once."""
_NUMBER = {name: re.compile(rf'\b{name}="([0-9]{{1,7}})"'.encode()) for name in ("r", "min", "max")}
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_EMBEDDED = (("xl/embeddings/", "embedded file"), ("xl/externalLinks/externalLink", "link to another workbook"))
_LONGEST = 300
_BY_PROGRAM = re.compile(r"(?:generated|created|exported) (?:by|using|with|from) ", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetLook:
    """
    What a look at one sheet shows. Cells are named as in Excel ("B7").

    `hidden_rows` and `hidden_columns` are first and last number, from 1. `unsaved` are cells with a formula and no
    stored value. `errors` are cells that show an error. `area` is how many cells the values span, empty ones included,
    where one stands far out; else 0.
    """

    name: str
    hidden: bool = False
    shown: Mapping[str, Shown] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    unsaved: tuple[str, ...] = ()
    hidden_rows: tuple[tuple[int, int], ...] = ()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    area: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkbookLook:
    """What a look at a file shows: its sheets by name, its title, and what a reader of the page does not see."""

    sheets: Mapping[str, SheetLook]
    title: str = ""
    hidden: tuple[HiddenMatter, ...] = ()
    links: tuple[CellLink, ...] = ()


def look_at(parts: Parts) -> WorkbookLook:
    """Return what the parts show. A file whose parts have other names than usual has no sheets here."""
    book = next((name for kind, name in parts.related("").values() if kind == "officeDocument"), "xl/workbook.xml")
    related = parts.related(book)
    styles = next((name for kind, name in related.values() if kind == "styles"), "xl/styles.xml")
    shown = shown_styles(parts, styles)
    looks: dict[str, SheetLook] = {}
    hidden: list[HiddenMatter] = []
    links: list[CellLink] = []
    for tag, given, _ in parts.elements(book):
        if tag == "sheet" and given.get("id") in related:
            part = related[given["id"]][1]
            name = given.get("name", "")
            xml = parts.read(part)
            looks[name] = _look_at_sheet(name, xml, shown, given.get("state", "visible") != "visible")
            links += links_of(parts, part, xml, name)
            hidden += _comments(parts, part, name)
    for folder, kind in _EMBEDDED:
        hidden += [HiddenMatter(kind=kind, place=name) for name in parts.names(folder) if "/_rels/" not in name]
    told = _properties(parts)
    remark = told.get("description", "")
    if remark and not _BY_PROGRAM.match(remark):
        hidden.append(HiddenMatter(kind="remark in the properties", place="properties", text=remark[:_LONGEST]))
    return WorkbookLook(sheets=looks, title=told.get("title", ""), hidden=tuple(hidden), links=tuple(links))


def _look_at_sheet(name: str, xml: bytes, styles: Mapping[int, Shown], hidden: bool) -> SheetLook:
    head, _, _ = xml.partition(b"sheetData")
    is_prefixed = not head.endswith(b"<")
    return SheetLook(
        name=name,
        hidden=hidden,
        shown=dict(_shown_cells(xml, styles)),
        errors=dict(_errors(xml)) if b't="e"' in xml else {},
        unsaved=tuple(_unsaved(xml)) if b"<f" in xml or (is_prefixed and b":f" in xml) else (),
        hidden_rows=_joined(_hidden_numbers(_ROW, xml, "r", "r")) if b"hidden=" in xml else (),
        hidden_columns=_joined(_hidden_numbers(_COLUMN, head, "min", "max")),
        area=_area(xml) if _FAR.search(xml) else 0,
    )


def _shown_cells(xml: bytes, styles: Mapping[int, Shown]) -> Iterator[tuple[str, Shown]]:
    """Yield the cells of these styles. Nearly every program writes place and style first, which is found faster."""
    if not styles:
        return
    numbers = b"|".join(str(number).encode() for number in styles)
    usual = re.findall(rb'<c r="([A-Z]{1,3}[0-9]{1,7})" s="(' + numbers + rb')"', xml)
    if len(usual) == len(re.findall(rb'\bs="(?:' + numbers + rb')"', xml)):
        yield from ((place.decode(), styles[int(number)]) for place, number in usual)
        return
    for found in re.finditer(rb'<(?:\w+:)?c\s[^<>]*?\bs="(' + numbers + rb')"[^<>]*>', xml):
        if place := _PLACE.search(found.group()):
            yield place.group(1).decode(), styles[int(found.group(1))]


def _errors(xml: bytes) -> Iterator[tuple[str, str]]:
    for found in _ERROR.finditer(xml):
        if place := _PLACE.search(found.group(1)):
            yield place.group(1).decode(), found.group(2).decode("utf-8", "replace")


def _unsaved(xml: bytes) -> Iterator[str]:
    for found in _UNSAVED.finditer(xml):
        if place := _PLACE.search(found.group(1)):
            yield place.group(1).decode()


def _hidden_numbers(pattern: re.Pattern[bytes], xml: bytes, first: str, last: str) -> Iterator[tuple[int, int]]:
    for found in pattern.finditer(xml):
        if _HIDDEN.search(found.group(1)):
            start, end = _NUMBER[first].search(found.group(1)), _NUMBER[last].search(found.group(1))
            if start and end:
                yield int(start.group(1)), int(end.group(1))


def _joined(numbers: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join ranges that follow one another."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(numbers):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        else:
            made.append((first, last))
    return tuple(made)


def _area(xml: bytes) -> int:
    top, bottom, columns = 1 << 30, 0, set[bytes]()
    for found in _CELLS.finditer(xml):
        row = int(found[2][:_MOST_DIGITS])
        top, bottom = min(top, row), max(bottom, row)
        columns.add(found[1][:_MOST_LETTERS])
    numbers = [column_number(letters.decode()) for letters in columns] or [0]
    return max(0, bottom - top + 1) * (max(numbers) - min(numbers) + 1)


def _comments(parts: Parts, part: str, sheet: str) -> Iterator[HiddenMatter]:
    for kind, name in sorted(parts.related(part).values()):
        if kind not in ("comments", "threadedComment"):
            continue
        words: list[str] = []
        for tag, given, text in parts.elements(name):
            if tag in ("t", "text"):
                words.append(text)
            elif tag in ("comment", "threadedComment"):
                told = " ".join("".join(words).split())[:_LONGEST]
                yield HiddenMatter(kind="comment", place=f"{sheet} {given.get('ref', '')}".strip(), text=told)
                words.clear()


def _properties(parts: Parts) -> dict[str, str]:
    """Return what the file says of itself, by the names of Office: title, description (what Excel calls comments) …"""
    name = next((name for kind, name in parts.related("").values() if kind == "core-properties"), "docProps/core.xml")
    return {tag: text.strip() for tag, _, text in parts.elements(name)}
