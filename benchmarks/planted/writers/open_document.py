"""OpenDocument texts."""

from __future__ import annotations

from io import BytesIO
from xml.etree.ElementTree import canonicalize

from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import H, List, ListItem, P

from ..source_text import Block, BlockType, SourceText, blocks_of
from .fixed import fixed_zip


def write_odt(source: SourceText) -> bytes:
    """Return an OpenDocument text with headings, lists and tables."""
    document = OpenDocumentText()
    for block in blocks_of(source.body):
        document.text.addElement(_element(block))
    file = BytesIO()
    document.write(file)
    return fixed_zip(file.getvalue(), rewrite=_canonical)


def _canonical(name: str, data: bytes) -> bytes:
    """Return XML in its canonical form: odfpy declares namespaces in another order from one document to the next."""
    return canonicalize(data).encode() if name.endswith(".xml") else data


def _element(block: Block) -> H | P | List | Table:
    if block.type is BlockType.HEADING:
        return H(outlinelevel=block.level, text=block.text)
    if block.type is BlockType.TABLE:
        return _table(block.rows)
    if block.type is BlockType.BULLET:
        items = List()
        item = ListItem()
        item.addElement(P(text=block.text))
        items.addElement(item)
        return items
    return P(text=block.text)


def _table(rows: tuple[tuple[str, ...], ...]) -> Table:
    table = Table()
    table.addElement(TableColumn(numbercolumnsrepeated=len(rows[0])))
    for row in rows:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            line.addElement(cell)
        table.addElement(line)
    return table
