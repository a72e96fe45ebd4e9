"""For each kind of output: read it with a parser that is not ours, and show what is structure and what is text."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree, html
from markdown_it import MarkdownIt
from openpyxl import load_workbook

RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Characters that a terminal or an editor obeys."""

FORMULA = re.compile(r"[\s\"']*[=+\-@＝＋－＠]")
ALLOWED = "https://example.org/data"
"""The one address that the report's pack gives."""

Shape = Any
Checked = tuple[Shape, str]
"""What an output is made of, and all its text."""


def check(suffix: str, output: bytes) -> Checked:
    """Return structure and text of an output; `KeyError` for a kind of output that has no check yet."""
    return CHECKS[suffix.rsplit(".", 1)[-1]](output)


def _text(output: bytes) -> str:
    text = output.decode("utf-8")
    assert not RAW.search(text.removeprefix("\ufeff")), "a character that a terminal obeys"
    return text


def _terminal(output: bytes) -> Checked:
    return None, _text(output)


def _html(output: bytes) -> Checked:
    page = html.document_fromstring(_text(output))
    elements = [one for one in page.iter() if isinstance(one.tag, str)]
    assert not [one for one in page.iter() if not isinstance(one.tag, str)], "a comment or an instruction"
    targets = {str(one.get(name)) for one in elements for name in ("href", "src") if one.get(name)}
    assert {target for target in targets if not target.startswith("#")} <= {ALLOWED}
    return Counter((one.tag, *sorted(map(str, one.attrib))) for one in elements), page.text_content()


def _markdown(output: bytes) -> Checked:
    tokens = MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(_text(output))
    inner = [child for token in tokens for child in token.children or ()]
    assert {str(one.attrs["href"]) for one in inner if one.type == "link_open"} <= {ALLOWED}
    assert not [one for one in (*tokens, *inner) if one.type in ("image", "html_block", "html_inline", "code_inline")]
    return Counter(token.type for token in tokens), " ".join(one.content for one in inner)


def _json(output: bytes) -> Checked:
    value = json.loads(_text(output))
    for reference in _uris(value):
        parts = urlsplit(reference)
        assert (parts.scheme, parts.netloc, parts.query) == ("", "", ""), reference
        assert not reference.startswith("/")
        assert ".." not in reference.split("/")
    _without_links(value)
    return _shape(value), "\n".join(_strings(value))


def _lines(output: bytes) -> Checked:
    values = [json.loads(line) for line in _text(output).split("\n") if line]
    return _shape(values), "\n".join(_strings(values))


def _uris(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (one for name, one in value.items() if name == "uri" and isinstance(one, str))
        yield from (one["href"] for one in value.get("rlinks") or ())
        for one in value.values():
            yield from _uris(one)
    elif isinstance(value, list):
        for one in value:
            yield from _uris(one)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(one)


def _without_links(value: Any) -> None:
    """Texts that OSCAL takes for Markdown, and messages that SARIF lets hold `[words](target)`, hold no links."""
    for one in _objects(value):
        if "uuid" in one or "state" in one or "oscal-version" in one:
            marked_up = " ".join(one.get(name, "") for name in ("title", "description", "remarks"))
            tokens = MarkdownIt("commonmark").parseInline(marked_up)[0].children or ()
            assert {token.type for token in tokens} <= {"text", "text_special", "softbreak"}, marked_up
        for name in ("message", "shortDescription", "fullDescription", "help"):
            assert "](" not in one.get(name, {}).get("text", "")


def _shape(value: Any) -> Shape:
    if isinstance(value, dict):
        return sorted(repr(_shape(one)) for one in value.values())
    return [_shape(one) for one in value] if isinstance(value, list) else type(value).__name__


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from (name, *_strings(one))
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def _xml(output: bytes) -> Checked:
    _text(output)
    tree = _parsed(output)
    assert {one.tag for one in tree.iter()} <= {
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "error", "skipped", "system-out",
    }  # fmt: skip
    return Counter(one.tag for one in tree.iter()), _words(tree)


def _csv(output: bytes) -> Checked:
    rows = list(csv.reader(io.StringIO(_text(output).removeprefix("\ufeff"), newline="")))
    assert not [cell for row in rows for cell in row if FORMULA.match(cell) and not cell.startswith("'")]
    assert not [cell for row in rows for cell in row if "\n" in cell or "\r" in cell]
    return [len(row) for row in rows], "\n".join(cell for row in rows for cell in row)


def _docx(output: bytes) -> Checked:
    parts = _parts(output)
    body = parts["word/document.xml"]
    everywhere = [one for name, part in parts.items() if name.startswith("word/") for one in part.iter()]
    fields = [one for one in everywhere if _local(one) in ("fldSimple", "instrText", "fldChar")]
    assert sorted(str(one.get(f"{{{body.nsmap['w']}}}instr")) for one in fields) == ["NUMPAGES", "PAGE"]
    outside = [
        one for name, part in parts.items() if name.endswith(".rels") for one in part.iter() if one.get("TargetMode")
    ]
    assert {str(one.get("Target")) for one in outside} <= {ALLOWED}
    assert not [name for name in parts if "vba" in name.lower()]
    return Counter(_local(one) for one in body.iter() if _local(one) in ("tbl", "tr", "tc", "p", "hyperlink")), _words(
        body
    )


def _xlsx(output: bytes) -> Checked:
    book = load_workbook(io.BytesIO(output))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    _parts(output)
    return Counter(sheet.title for sheet in book), "\n".join(str(cell.value) for cell in cells)


def _parts(output: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(output)) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: _parsed(archive.read(name)) for name in names}


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _words(tree: etree._Element) -> str:
    attributes: Iterable[str] = (str(value) for one in tree.iter() for value in one.attrib.values())
    return "\n".join(("".join(map(str, tree.itertext())), *attributes))


def _local(one: etree._Element) -> str:
    return etree.QName(one).localname if isinstance(one.tag, str) else ""


CHECKS: dict[str, Callable[[bytes], Checked]] = {
    "csv": _csv,
    "docx": _docx,
    "html": _html,
    "json": _json,
    "jsonl": _lines,
    "md": _markdown,
    "sarif": _json,
    "txt": _terminal,
    "xlsx": _xlsx,
    "xml": _xml,
}
