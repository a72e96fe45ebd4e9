"""
From a document as read to a document as recognised: what it is, who speaks, its headings and its sentences.

This is the stage's public door; the modules beside it are its parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.councils import council_in_text, council_in_titles
from checker.domain.document import BlockKind, Document, DocumentKind, Recognised, Sentence
from checker.domain.framework import Framework, KindDefaults
from checker.domain.register import Tags
from checker.stages.documents.about_itself import AboutItself
from checker.stages.documents.date import document_date
from checker.stages.documents.headings import heading_words, with_heading_paths
from checker.stages.documents.kind import Kind, kind_of_text, kind_stated
from checker.stages.documents.pages import PageLine, TaggedPage, tag_page
from checker.stages.documents.sentences import sentences_of
from checker.stages.documents.titles import fold, section_statements, statement_titled, titles_of
from checker.stages.documents.voice import Judgement, Speaker, who_speaks
from checker.values import replace

__all__ = ["document_date", "recognise", "section_statements", "statement_titled"]

_TEXT_LIMIT = 300_000
"""So many characters are enough to tell who speaks."""
_LONG_PARAGRAPH = 15
_TITLE_BLOCKS = 12
_LONGEST_SCORE = 3
_TOPIC = re.compile(r"\b(?:on|about|regarding|for)\b")
"""Words of a title behind which stands what was asked about, not who was asked."""


def recognise(
    document: Document, framework: Framework, *, self_assessment: bool = False, tags: Tags | None = None
) -> tuple[Document, Recognised, tuple[Sentence, ...]]:
    """
    Return the document with its blocks put right, what it is as a whole, and its sentences.

    `self_assessment` says that the user named this file as the council's self-assessment; `tags` are what register,
    front matter and folders say, which counts before the text. A sentence that only repeats the standard's own words is
    never countable.
    """
    page = tag_page(document, framework)
    blocks = with_heading_paths(document.text, page.blocks)
    document = replace(document, blocks=blocks)
    recognised = _recognised(document, page, framework, self_assessment, tags or Tags())
    return document, recognised, _sentences(document, page, framework)


def _sentences(document: Document, page: TaggedPage, framework: Framework) -> tuple[Sentence, ...]:
    paths = {block.heading_path for block in document.blocks}
    under = {path: found for path in paths if (found := section_statements(path, framework))}
    itself = AboutItself(framework.about_document, document.blocks)
    return tuple(
        replace(sentence, countable=False)
        if sentence.countable
        and (page.standard.has(said := document.text[sentence.start : sentence.end]) or itself.has(sentence, said))
        else sentence
        for sentence in sentences_of(document, document.blocks, under)
    )


def _recognised(
    document: Document, page: TaggedPage, framework: Framework, self_assessment: bool, tags: Tags
) -> Recognised:
    text = _evidence_text(document)
    titles = _titles(document)
    title = tags.title or document.metadata.get("title") or next(iter(titles), "")
    score = _score(document, page.lines)
    judgement = who_speaks(text)
    kind = _kind(document, title, text, score, judgement, framework, tags, self_assessment=self_assessment)
    names = (title, document.name.rsplit("/", 1)[-1].rsplit(".", 1)[0])
    asked = None if judgement.speaker.is_outside else _asked(kind.kind, names, framework)
    defaults = asked or _defaults(kind.kind, judgement.speaker, framework)
    return Recognised(
        kind=kind.kind,
        kind_reason=kind.reason,
        title=title,
        council=document.metadata.get("council") or council_in_titles([title, *titles]) or council_in_text(text),
        statement=_tagged(tags) if tags.statements else _statement(document, page.lines, framework),
        published_score=score,
        default_voice=defaults.voice,
        default_category=tags.category or defaults.evidence_category,
        first_person_voice=_first_person_voice(kind.kind, defaults, framework),
    )


def _kind(
    document: Document,
    title: str,
    text: str,
    score: int | None,
    judgement: Judgement,
    framework: Framework,
    tags: Tags,
    *,
    self_assessment: bool,
) -> Kind:
    if self_assessment:
        return Kind(kind=DocumentKind.SELF_ASSESSMENT, reason="it was named as the self-assessment")
    if tags.kind:
        return Kind(kind=DocumentKind(tags.kind), reason=tags.reasons["kind"])
    stated = [(key, document.metadata[key]) for key in ("kind", "type", "voice") if document.metadata.get(key)]
    if (said := kind_stated(document.name, title, stated, framework)) is not None:
        return said
    shown = kind_of_text(text, score, judgement)
    is_workbook = bool(document.blocks) and all(block.sheet is not None for block in document.blocks)
    if is_workbook and shown.kind is DocumentKind.INSPECTION_REPORT:
        return Kind(kind=DocumentKind.OTHER, reason="it is a workbook, and says no more of itself")
    return shown


def _tagged(tags: Tags) -> str:
    """Return the one statement that a document is said to be for; one for several has none of its own."""
    return tags.statements[0] if len(tags.statements) == 1 else ""


def _defaults(kind: DocumentKind, speaker: Speaker, framework: Framework) -> KindDefaults:
    """Return what an unattributed sentence counts as; a partner's letter has the partner's voice."""
    voice = next((voice for voice in framework.voices if voice.sender == speaker.value), None)
    if kind is DocumentKind.FEEDBACK and voice:
        return KindDefaults(voice=voice.id, evidence_category=voice.evidence_category)
    return framework.kinds.get(kind.value, KindDefaults(voice="", evidence_category=""))


def _asked(kind: DocumentKind, names: Sequence[str], framework: Framework) -> KindDefaults | None:
    """Return the voice of those whose answers a survey holds, as its title or file name says ("survey of … on …")."""
    if kind is not DocumentKind.FEEDBACK:
        return None
    for name in names:
        words = f" {_TOPIC.split(fold(name), maxsplit=1)[0]} "
        places = [(words.rfind(f" {word} "), len(word), voice) for voice in framework.voices for word in voice.asked]
        place, _, voice = max(places, key=lambda one: one[:2], default=(-1, 0, None))
        if voice is not None and place >= 0:
            return KindDefaults(voice=voice.id, evidence_category=voice.evidence_category)
    return None


def _first_person_voice(kind: DocumentKind, defaults: KindDefaults, framework: Framework) -> str:
    if kind in (DocumentKind.INSPECTION_REPORT, DocumentKind.FEEDBACK):
        return defaults.voice
    own = framework.kinds.get(DocumentKind.SELF_ASSESSMENT.value)
    return own.voice if own else defaults.voice


def _evidence_text(document: Document) -> str:
    parts: list[str] = []
    length = 0
    for block in document.blocks:
        if block.kind.can_be_evidence and length < _TEXT_LIMIT:
            parts.append(document.text[block.start : block.end])
            length += len(parts[-1])
    return "\n".join(parts)


def _titles(document: Document) -> list[str]:
    """Return the headings above the first long paragraph: they may be the document's title."""
    first = document.blocks[: min(_TITLE_BLOCKS, _first_long(document))]
    return [heading_words(document.text[block.start : block.end]) for block in first if block.kind is BlockKind.HEADING]


def _score(document: Document, lines: Sequence[PageLine]) -> int | None:
    """
    Return the one score that is stated. A page about several statements has several scores and so none of its
    own.
    """
    stated = document.metadata.get("published_score") or document.metadata.get("score") or ""
    if stated.isdecimal() and len(stated) <= _LONGEST_SCORE:
        return int(stated)
    scores = {line.score for line in lines if line.score is not None}
    several = len({line.statement for line in lines if line.statement}) > 1
    return scores.pop() if len(scores) == 1 and not several else None


def _statement(document: Document, lines: Sequence[PageLine], framework: Framework) -> str:
    """Return the one statement that metadata, title or a line above the first long paragraph name."""
    titles = titles_of(framework)
    ids = {statement.id for statement in framework.statements}
    for key in ("statement", "quality_statement"):
        stated = document.metadata.get(key, "")
        found = stated if stated in ids else titles.statement_of(stated)
        if found:
            return found
    named = titles.statement_of(document.metadata.get("title", ""))
    if named:
        return named
    all_named = {line.statement for line in lines if line.statement}
    above = {line.statement for line in lines if line.statement and line.block <= _first_long(document)}
    return above.pop() if len(above) == 1 and len(all_named) == 1 else ""


def _first_long(document: Document) -> int:
    for number, block in enumerate(document.blocks):
        if block.kind.can_be_evidence and len(document.text[block.start : block.end].split()) >= _LONG_PARAGRAPH:
            return number
    return len(document.blocks)
