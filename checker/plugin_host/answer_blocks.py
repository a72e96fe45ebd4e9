"""The blocks of a document that a reader answers: of the right types, in the order of the text, within it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import le

from checker.domain.document import Block, BlockKind
from checker.plugin_host.answer_values import all_of, exactly, text_of, texts_of
from checker.plugin_host.calls import WrongAnswer
from checker.plugin_host.plain_values import is_whole

_NONE = type(None)
_NUMBERS = frozenset({int})
_WORDS_OR_NONE = frozenset({str, _NONE})
_NUMBERS_OR_NONE = frozenset({int, _NONE})


def blocks_of(answer: object, length: int) -> tuple[Block, ...]:
    """Return the blocks of a text of `length`."""
    blocks = all_of(answer, Block)
    if not _are_sound(blocks, length):
        _say_what_is_wrong(blocks, length)
    return blocks


def _are_sound(blocks: Sequence[Block], length: int) -> bool:
    """Whether nothing is wrong: asked of all at once, since there may be many and hardly ever is anything."""
    starts, ends = [block.start for block in blocks], [block.end for block in blocks]
    numbers = _types(starts) | _types(ends) | _types(block.level for block in blocks)
    numbers_or_none = _types(block.line for block in blocks) | _types(block.page for block in blocks)
    sheets, cells = [block.sheet for block in blocks], [block.cell for block in blocks]
    if not (
        numbers <= _NUMBERS
        and numbers_or_none <= _NUMBERS_OR_NONE
        and _types(sheets) | _types(cells) <= _WORDS_OR_NONE
        and _types(block.kind for block in blocks) <= {BlockKind}
    ):
        return False
    for path in {id(block.heading_path): block.heading_path for block in blocks}.values():
        texts_of(path)
    texts_can_be_written = is_whole("".join(filter(None, (*set(sheets), *cells))))
    return texts_can_be_written and all(map(le, [0, *ends], [*starts, length])) and all(map(le, starts, ends))


def _types(values: Iterable[object]) -> set[type]:
    return set(map(type, values))


def _say_what_is_wrong(blocks: Iterable[Block], length: int) -> None:
    """Raise `WrongAnswer` for the first block with a field of another type, or in the wrong place."""
    end = 0
    for block in blocks:
        _check(block)
        if not end <= block.start <= block.end <= length:
            raise WrongAnswer(f"the block from {block.start} to {block.end} overlaps another or leaves the text")
        end = block.end


def _check(block: Block) -> None:
    names = ("start", "end", "level", "line", "page", "sheet", "cell")
    types = {name: type(getattr(block, name)) for name in names}
    if not (
        {types["start"], types["end"], types["level"]} <= _NUMBERS
        and {types["line"], types["page"]} <= _NUMBERS_OR_NONE
        and {types["sheet"], types["cell"]} <= _WORDS_OR_NONE
    ):
        told = ", ".join(f"{name}: {kind.__name__}" for name, kind in types.items())
        raise WrongAnswer(f"a Block has a field of a wrong type ({told})")
    exactly(block.kind, BlockKind)
    for name in (block.sheet, block.cell):
        if name:
            text_of(name)
