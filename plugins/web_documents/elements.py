"""What the elements of HTML mean for reading a page."""

from __future__ import annotations

from checker import BlockKind

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
DROPPED = frozenset({
    "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "canvas", "select", "datalist",
})  # fmt: skip
FURNITURE = frozenset(["nav", "header", "footer", "aside"])
CONTENT = ("main", "article", "section")
"""A `header` inside one of these belongs to the text."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCK_LEVEL = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
})  # fmt: skip
TABLE_PARTS = frozenset(["table", "tr", "td", "th"])
KINDS = (
    *((tag, BlockKind.TABLE_CELL) for tag in ("td", "th")),
    *((tag, BlockKind.LIST_ITEM) for tag in ("li", "dt", "dd")),
    ("blockquote", BlockKind.QUOTE),
)
"""The first of these that is open decides the kind of a block."""

CLOSES = {
    "li": (("li",), frozenset(["ul", "ol", "menu"])),
    "dt": (("dt", "dd"), frozenset(["dl"])),
    "dd": (("dt", "dd"), frozenset(["dl"])),
    "td": (("td", "th"), frozenset(["tr", "table"])),
    "th": (("td", "th"), frozenset(["tr", "table"])),
    "tr": (("tr",), frozenset(["table"])),
}
"""What an opening tag ends where it was left open, and the container beyond which it does not reach."""
