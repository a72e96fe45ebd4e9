"""Reads HTML leniently, as browsers do: unclosed and stray tags lose no text."""

from __future__ import annotations

import re
from collections import defaultdict

from checker import SENTENCE_LIMIT, TEXT_LIMIT, BlockKind, UnreadableError

from . import effects
from .effects import HEEDED, HIDDEN, OF_WORDS, WITH_EFFECT, effect_of, is_remark
from .elements import BLOCK_LEVEL, CLOSES, CONTENT, HEADINGS, KINDS, TABLE_PARTS, VOID
from .found import Page
from .lines import BREAK, lines_of
from .plain_tags import PlainTagsParser
from .tables import Piece, Table

DEPTH_LIMIT = 5_000
_AROUND_PARAGRAPHS = BLOCK_LEVEL - {"p"}
_LONGEST_REST = 10_000
_CHUNK = 200_000
# Attributes take a hundred times the memory of the text that they are written in; no tag of a page needs so many.
_LONGEST_TAG = 50_000
_LONG_TAG = re.compile(rf"(<[A-Za-z][A-Za-z0-9-]{{0,30}}+)[^<>]{{{_LONGEST_TAG - 40},}}+>")
_ENDLESS_TAG = re.compile(rf"<[A-Za-z][^>]{{{_LONGEST_TAG - 1}}}")
_MOST_METADATA, _LONGEST_METADATA, _LONGEST_HIDDEN = 50, 500, 300

Attributes = list[tuple[str, str | None]]


def parse(markup: str) -> Page:
    """Return what stands on the page. Raises `UnreadableError` for elements nested more than 5,000 deep."""
    reader = _PageParser()
    markup = _LONG_TAG.sub(r"\1>", markup) if _may_hold_long_tags(markup) else markup
    endless = _ENDLESS_TAG.search(markup) if _may_hold_long_tags(markup) else None
    if endless:
        reader.page.broken_at = markup.count("\n", 0, endless.start()) + 1
        markup = markup[: endless.start()]
    for start in range(0, len(markup), _CHUNK):
        reader.feed(markup[start : start + _CHUNK])
        if reader.length > TEXT_LIMIT or len(reader.page.pieces) > SENTENCE_LIMIT:
            break  # the engine cuts there, and says so
    if len(reader.rawdata) > _LONGEST_REST:
        # To look on for its end takes time that grows with the square of the rest.
        reader.page.broken_at = reader.lineno
    else:
        reader.close()
    reader.end_block()
    return reader.page


def _may_hold_long_tags(markup: str) -> bool:
    """Whether somewhere no tag ends for a long while: found in a few steps, before anything is searched."""
    at = 0
    while at + _LONGEST_TAG < len(markup):
        at = markup.rfind(">", at, at + _LONGEST_TAG) + 1
        if not at:
            return True
    return False


class _PageParser(PlainTagsParser):
    """
    Collects blocks.

    `_stack` holds the open elements with what each does to its content: drop, hide, or make furniture.
    """

    heeded = HEEDED

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.length = 0  # of the text so far
        self._stack: list[tuple[str, str]] = []
        self._open: defaultdict[str, int] = defaultdict(int)
        self._effects: defaultdict[str, int] = defaultdict(int)
        self._odd_words = 0  # how many open elements have an effect on each word
        self._words: list[str] = []
        self._hidden_words: list[str] = []
        self._tables: list[Table] = []
        self._line = 1
        self._heading = 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if tag in VOID:
            self._void(tag, attrs)
            return
        if tag in BLOCK_LEVEL:
            self._begin_block(tag, attrs)
        effect = self._effect(tag, attrs) if attrs or tag in WITH_EFFECT else effects.NONE
        self._stack.append((tag, effect))
        self._open[tag] += 1
        self._effects[effect] += 1
        self._odd_words += effect in OF_WORDS
        if len(self._stack) > DEPTH_LIMIT:
            msg = f"Its elements are nested more than {DEPTH_LIMIT:,} deep: it is damaged or not meant to be read."
            raise UnreadableError(msg)

    def _begin_block(self, tag: str, attrs: Attributes) -> None:
        self._end_unclosed(tag)
        self.end_block()
        if tag in TABLE_PARTS:
            self._begin_table_part(tag, attrs)
        self._heading = HEADINGS.get(tag, self._heading)

    def handle_endtag(self, tag: str) -> None:
        while self._open[tag]:
            if self._pop() == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._odd_words and not self._is_shown(data):
            return
        if not self._words:
            if not data.strip():
                return
            self._line = self.line
        self._words.append(data.replace("\n", BREAK) if self._open["pre"] else data.replace(BREAK, " "))

    def _is_shown(self, data: str) -> bool:
        """Whether readers see words in an element that does something to them; others are kept apart."""
        found = self._effects
        if found[effects.DROP]:
            return False
        if found[effects.HIDE] or found[effects.DELETE]:
            self._hidden_words.append(data)
            return False
        if found[effects.WHITE] and not found[effects.SHADE]:
            self._tell_hidden("white text", data)
        return True

    def handle_comment(self, data: str) -> None:
        """Tell comments that people wrote."""
        if is_remark(data):
            self._tell_hidden("comment", data)

    def end_block(self) -> None:
        """Keep the words gathered so far as one block (several where the page breaks lines between sentences)."""
        if self._hidden_words:
            self._end_hidden(HIDDEN[effects.HIDE if self._effects[effects.HIDE] else effects.DELETE])
        if not self._words:
            return
        joined, self._words = "".join(self._words), []
        if self._open["title"]:
            self.page.metadata.setdefault("title", " ".join(joined.replace(BREAK, " ").split())[:_LONGEST_METADATA])
            return
        kind, level = self._kind()
        for text in lines_of(joined, whole=kind is BlockKind.HEADING):
            self._keep(Piece(text=text, kind=kind, line=self._line, level=level))

    def _end_hidden(self, kind: str) -> None:
        self._tell_hidden(kind, "".join(self._hidden_words))
        self._hidden_words = []

    def _tell_hidden(self, kind: str, words: str) -> None:
        if words := " ".join(words.split()):
            self.page.hidden.append((kind, self.line, words[:_LONGEST_HIDDEN]))

    def _keep(self, piece: Piece) -> None:
        if self._tables and (self._open["td"] or self._open["th"]):
            piece.cell = self._tables[-1].cell
            if self._open["th"] and piece.kind is BlockKind.TABLE_CELL:
                self._tables[-1].labels.append(piece)
        self.page.pieces.append(piece)
        self.length += len(piece.text) + 1

    def _kind(self) -> tuple[BlockKind, int]:
        heading, found = self._heading, self._effects
        if found[effects.FURNISH] and not (heading and self._open["header"] == found[effects.FURNISH]):
            return BlockKind.FURNITURE, 0
        if found[effects.CONTENTS]:
            return BlockKind.CONTENTS, 0
        if heading:
            return BlockKind.HEADING, heading
        if found[effects.NOTE]:
            return BlockKind.FOOTNOTE, 0
        for tag, kind in KINDS:
            if self._open[tag]:
                return kind, 0
        return BlockKind.PARAGRAPH, 0

    def _effect(self, tag: str, attrs: Attributes) -> str:
        effect = effect_of(tag, tuple(attrs))
        if effect is effects.FURNISH and tag == "header" and any(self._open[name] for name in CONTENT):
            return effects.NONE
        return effect

    def _void(self, tag: str, attrs: Attributes) -> None:
        if tag == "br" and self._words:
            self._words.append(BREAK)
        elif tag == "hr":
            self.end_block()
        elif tag == "meta" and len(self.page.metadata) < _MOST_METADATA:
            given = dict(attrs)
            key = re.sub(r"[\s.:-]+", "_", (given.get("name") or given.get("property") or "").strip().lower())
            value = (given.get("content") or "").strip()
            if key and value:
                self.page.metadata.setdefault(key, value[:_LONGEST_METADATA])

    def _begin_table_part(self, tag: str, attrs: Attributes) -> None:
        if tag == "table":
            self._tables.append(Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].begin_cell(tag == "td", dict(attrs).get("colspan") or "1")

    def _end_unclosed(self, tag: str) -> None:
        """Close what a block's tag ends without saying so: a paragraph before a block, an item before the next."""
        if self._open["p"]:
            self._pop_to(("p",), _AROUND_PARAGRAPHS)
        if tag in CLOSES:
            closes, container = CLOSES[tag]
            if any(map(self._open.__getitem__, closes)):
                self._pop_to(closes, container)

    def _pop_to(self, tags: tuple[str, ...], barrier: frozenset[str]) -> None:
        for depth in range(len(self._stack) - 1, -1, -1):
            name = self._stack[depth][0]
            if name in tags:
                while len(self._stack) > depth:
                    self._pop()
                return
            if name in barrier:
                return

    def _pop(self) -> str:
        """Close the innermost element and return its tag."""
        tag, effect = self._stack[-1]
        is_block = tag in BLOCK_LEVEL
        if is_block:
            self.end_block()
        elif self._hidden_words and effect in HIDDEN:
            self._end_hidden(HIDDEN[effect])
        self._stack.pop()
        self._open[tag] -= 1
        self._effects[effect] -= 1
        self._odd_words -= effect in OF_WORDS
        if is_block:
            if tag in HEADINGS:
                self._heading = 0
            elif self._tables and tag == "tr":
                self._tables[-1].end_row()
            elif self._tables and tag == "table":
                self._tables.pop().end_row()
        return tag
