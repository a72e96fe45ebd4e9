"""Web pages."""

from __future__ import annotations

from html import escape

from ..source_text import Block, BlockType, SourceText, blocks_of


def write_html(source: SourceText) -> bytes:
    """Return a web page with one `h1`, and tables with a header row."""
    parts = "\n".join(_element(block) for block in blocks_of(source.body))
    head = f'<head><meta charset="utf-8"><title>{escape(source.title)}</title></head>'
    page = f'<!DOCTYPE html>\n<html lang="en-GB">\n{head}\n<body>\n<main>\n{parts}\n</main>\n</body>\n</html>\n'
    return page.encode()


def _element(block: Block) -> str:
    if block.type is BlockType.HEADING:
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if block.type is BlockType.TABLE:
        return _table(block.rows)
    if block.type is BlockType.BULLET:
        return f"<ul><li>{escape(block.text)}</li></ul>"
    return f"<p>{escape(block.text)}</p>"


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in rows[0])
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows[1:])
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
