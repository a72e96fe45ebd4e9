"""
Finds the lines of a document that are not evidence but say what it is: titles, scores, the standard's own words.

Part of the stage `documents`. Everything it knows of titles and wordings comes from the framework.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.domain.document import Block, BlockKind, Document
from checker.domain.framework import Framework
from checker.stages.documents.contents import contents_of
from checker.stages.documents.sentences import sentence_spans
from checker.stages.documents.titles import Titles, fold, titles_of
from checker.text.late_patterns import late_pattern
from checker.values import dataclass, replace

_LONGEST_SCORE = 3
_SCORE = re.compile(r"^(?:overall |published |quality statement )?score (\d{1,3})(?: (.*))?$")
_NUMBER_AND_LABEL = late_pattern(r"^[\W_]*(\d{1,3})\s*[-–—:]\s*(.+)$", re.DOTALL)
_FEWEST_WORDS = 4
"""Shorter sentences of the standard could be anybody's own."""
_OPENING = 16
_LONGEST_LABEL, _LONGEST_LINE = 60, 200


@dataclass(frozen=True, kw_only=True, slots=True)
class PageLine:
    """A line that says something of the document: the statement it names, or the published score."""

    block: int
    statement: str = ""
    score: int | None = None


class StandardWords:
    """The sentences of the standard, folded; a look at how a sentence opens spares folding most others."""

    def __init__(self, texts: Iterable[str]) -> None:
        found = {words for text in texts for words in _sentences(text) if words.count(" ") + 1 >= _FEWEST_WORDS}
        self._sentences = frozenset(found)
        self._openings = frozenset(_opening(words) for words in found)

    def has(self, sentence: str) -> bool:
        """Whether a sentence is the standard's own wording."""
        return _opening(sentence) in self._openings and fold(sentence) in self._sentences

    def has_all(self, text: str) -> bool:
        """Whether a text consists of the standard's sentences and nothing else."""
        if _opening(text) not in self._openings:
            return False
        return self._sentences.issuperset(_sentences(text))


def _opening(text: str) -> str:
    letters = [letter for letter in text[:_OPENING].casefold() if letter.isalpha()]
    return "".join(letters[:4])


@dataclass(frozen=True, kw_only=True, slots=True)
class TaggedPage:
    """Blocks with their kinds put right, the lines found, and what the standard's own sentences are."""

    blocks: tuple[Block, ...]
    lines: tuple[PageLine, ...]
    standard: StandardWords


def tag_page(document: Document, framework: Framework) -> TaggedPage:
    """Re-tag title lines as headings, contents tables, score lines and the standard's own words."""
    known = _known_of(framework)
    blocks: list[Block] = []
    lines: list[PageLine] = []
    before = ""
    contents = contents_of(document)
    for number, block in enumerate(document.blocks):
        if number in contents:
            blocks.append(replace(block, kind=BlockKind.CONTENTS, level=0))
            continue
        text = document.text[block.start : min(block.end, block.start + known.longest)]
        if _can_be_retagged(block) and block.end - block.start <= known.longest:
            kind, line = known.judge(text, number, before)
            block = _retagged(block, kind or block.kind)
            lines += [line] if line else []
            before = fold(text) if _is_line(text) else ""
        blocks.append(block)
    return TaggedPage(blocks=tuple(blocks), lines=tuple(lines), standard=known.standard)


def _is_line(text: str) -> bool:
    """Whether a block may be a title or a label rather than a sentence."""
    return len(text) <= _LONGEST_LABEL or (len(text) <= _LONGEST_LINE and not text.endswith((".", "?", "!")))


def _can_be_retagged(block: Block) -> bool:
    return block.kind.can_be_evidence or block.kind is BlockKind.HEADING


def _retagged(block: Block, kind: BlockKind) -> Block:
    level = (block.level or 1) if kind is BlockKind.HEADING else 0
    if kind is block.kind and level == block.level:
        return block
    return replace(block, kind=kind, level=level)


class _Known:
    """What the framework knows, folded once a run."""

    def __init__(self, framework: Framework) -> None:
        self.titles: Titles = titles_of(framework)
        self.labels = {score: fold(label) for score, label in framework.score_labels.items()}
        texts = list(_standard_texts(framework))
        self.whole = frozenset(fold(text) for text in (*texts, *framework.standard_text))
        self.standard = StandardWords(texts)
        self.longest = 3 * max((len(text) for text in texts), default=100)

    def judge(self, text: str, number: int, before: str) -> tuple[BlockKind | None, PageLine | None]:
        """Return the kind that a block should have (`None`: as it is) and what its line says."""
        if self.standard.has_all(text):
            return BlockKind.STANDARD_TEXT, None
        if not _is_line(text):
            return None, None
        statement, is_theme = self.titles.named(text)
        if statement or is_theme:
            return BlockKind.HEADING, PageLine(block=number, statement=statement) if statement else None
        score = self._score(text, before)
        if score is not None:
            return BlockKind.STANDARD_TEXT, PageLine(block=number, score=score)
        words = fold(text)
        return BlockKind.STANDARD_TEXT if words in self.whole or words == "score" else None, None

    def _score(self, text: str, before: str) -> int | None:
        words = fold(text)
        stated = _SCORE.match(words)
        if stated:
            number, rest = int(stated.group(1)), stated.group(2) or ""
            fits = not rest or any(label in rest for label in self.labels.values()) or rest.startswith("out of")
            return number if fits and self._is_score(number) else None
        if before == "score" and words.isdecimal() and len(words) <= _LONGEST_SCORE:
            return int(words) if self._is_score(int(words)) else None
        labelled = _NUMBER_AND_LABEL.match(text)
        if not labelled:
            return None
        number, rest = int(labelled.group(1)), fold(labelled.group(2))
        return (
            number if self._is_score(number) and any(_is_label(rest, label) for label in self.labels.values()) else None
        )

    def _is_score(self, number: int) -> bool:
        return number in self.labels or not self.labels


_latest: tuple[Framework, _Known] | None = None


def _known_of(framework: Framework) -> _Known:
    """Return what a framework knows. The last answer is remembered: all documents of a run ask for the same."""
    global _latest
    if _latest is None or _latest[0] is not framework:
        _latest = (framework, _Known(framework))
    return _latest[1]


def _is_label(rest: str, label: str) -> bool:
    """Whether a label stands there, perhaps after the word of a rating ("Good: Evidence shows …")."""
    return rest == label or (rest.endswith(f" {label}") and rest.count(" ") <= label.count(" ") + 3)


def _standard_texts(framework: Framework) -> Iterator[str]:
    for statement in framework.statements:
        yield statement.commitment
        yield from statement.variants
        yield from (served.text for served in statement.served)


def _sentences(text: str) -> list[str]:
    return [words for start, end in sentence_spans(text) if (words := fold(text[start:end]))]
