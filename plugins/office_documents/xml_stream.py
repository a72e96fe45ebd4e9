"""Streams XML through small handlers, one for each element that matters, with limits against hostile files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias
from xml.parsers import expat

from checker import UnreadableError, dataclass, field

DEPTH_LIMIT = 2_000
MOST_ELEMENTS = 1_500_000
MOST_NAMES = 20_000
_CHUNK = 1 << 16
_LONGEST_TOKEN = 4_000_000
"""In bytes: while a tag or comment has no end, the parser looks through it again with every chunk."""
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1252"})

Attributes: TypeAlias = Mapping[str, str]
"""Attributes as they come, with namespaces in their names; `plain` takes these off."""


class BrokenPartError(Exception):
    """A part is no sound XML, or its packing is broken; what was read before the break is still good."""


class TooMuchError(BrokenPartError):
    """A part holds more than any document needs; what was read before that is still good."""


def _nothing(_: str) -> None:
    """Characters that nobody asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Handlers:
    """
    What to do at the start and end of elements, by their names, and with characters. Names are without namespace; where
    two formats use one name for different things, it is written with it (`NAMESPACE name`) and goes first.

    Of an element in `skipped` nothing is handled, nor of what it holds. An element without handlers costs little, so
    handlers are given only for what matters. More than `most_elements` no such document needs.
    """

    start: Mapping[str, Callable[[Attributes], None]] = field(default_factory=dict)
    end: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    text: Callable[[str], None] = _nothing
    skipped: frozenset[str] = frozenset()
    most_elements: int = MOST_ELEMENTS


class _Names(dict[str, Callable[..., None] | None]):
    """Finds the handler for a name with its namespace; what was once looked up is found at once."""

    def __init__(self, handlers: Mapping[str, Callable[..., None]]) -> None:
        super().__init__()
        self._handlers = handlers

    def __missing__(self, name: str) -> Callable[..., None] | None:
        found = self._handlers.get(name) or self._handlers.get(name.rpartition(" ")[2])
        self[name] = found
        return found


def plain(attributes: Attributes) -> dict[str, str]:
    """Return attributes by their names without namespace."""
    return {name.rpartition(" ")[2]: value for name, value in attributes.items()}


def stream(chunks: Iterable[bytes], handlers: Handlers) -> None:
    """
    Parse XML that comes in chunks of bytes.

    Raises `BrokenPartError` where it breaks, `TooMuchError` for more elements than a document needs, `UnreadableError`
    for a document type or entities (no office file has any), and for elements nested deeper than 2,000.
    """
    names: dict[str, str] = {}
    parser = _parser(handlers, names)
    elements = fed = 0
    try:
        for chunk in chunks:
            elements += chunk.count(b"<") - chunk.count(b"</")
            fed += len(chunk)
            if elements > handlers.most_elements or len(names) > MOST_NAMES:
                raise TooMuchError
            parser.Parse(chunk, False)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise TooMuchError
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        parser.buffer_text = False  # hands over the words before the break
        raise BrokenPartError(str(error)) from error


def stream_bytes(data: bytes, handlers: Handlers) -> None:
    """Parse XML that is there as a whole. Errors as with `stream`."""
    stream((data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)), handlers)


def _parser(handlers: Handlers, names: dict[str, str]) -> expat.XMLParserType:
    skip = dict.fromkeys(handlers.skipped, _skip_marker)
    starts, ends = _Names({**handlers.start, **skip}), _Names(handlers.end)
    depth = 0
    skipped_from = 0

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, skipped_from
        depth += 1
        if depth > DEPTH_LIMIT:
            msg = f"Its elements are nested more than {DEPTH_LIMIT:,} deep: it is damaged or not meant to be read."
            raise UnreadableError(msg)
        if skipped_from:
            return
        action = starts[name]
        if action is _skip_marker:
            skipped_from = depth
            parser.CharacterDataHandler = None
        elif action is not None:
            action(attributes)

    def on_end(name: str) -> None:
        nonlocal depth, skipped_from
        if not skipped_from:
            action = ends[name]
            if action is not None:
                action()
        elif skipped_from == depth:
            skipped_from = 0
            parser.CharacterDataHandler = handlers.text
        depth -= 1

    parser = _strict_parser(names)
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = on_start, on_end, handlers.text
    return parser


def _strict_parser(names: dict[str, str]) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ", intern=names)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    parser.XmlDeclHandler = _check_encoding
    return parser


def _skip_marker(_: Attributes) -> None:
    """Stands for the start of an element that is skipped."""


def _refuse(*_: object) -> None:
    msg = "It defines XML entities or a document type, which office files never do."
    raise UnreadableError(msg)


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    """Refuse encodings that the parser would have to ask Python for: what comes then is no office file."""
    if encoding and encoding.lower() not in _ENCODINGS:
        raise BrokenPartError(f"unknown encoding {encoding}")
