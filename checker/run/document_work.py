"""From one file to its facts: read, recognise, mark, tally. Runs in the main process or in a worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from checker.councils import council_key
from checker.domain.document import Document, Member, ReadStatus, Recognised, Sentence, Source
from checker.domain.evidence import Passage
from checker.domain.observation import Observation
from checker.domain.pack import RuleBook
from checker.domain.register import Tags
from checker.errors import UnreadableError
from checker.plugin_manager import Plugins, PluginSetup
from checker.run.duplicates import sketch_of
from checker.run.marked_document import DocumentFacts, MarkedDocument
from checker.run.members import Room, as_container, unpack
from checker.run.reading import first_sentences, read_source
from checker.run.records import Found, marked_record
from checker.run.sentence_spool import sentence_lines
from checker.run.shown_document import shown
from checker.run.sources import SourceEntry
from checker.run.tagging import tags_of, words_of
from checker.run.unmarked_document import not_loaded, of_fault, only_container, unread
from checker.stages.documents import document_date, recognise, section_statements
from checker.stages.evidence import bounded, complete, document_statuses, mark, tally
from checker.text.masking import masker_of
from checker.values import dataclass, field, replace

_NO_SENTENCES = "It holds no sentence that could be evidence: only headings, front matter or the standard's words."


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """
    What every document of a run is read with. Can be pickled.

    `tags` is what the register says, by document. `reading_only`: documents are read and recognised, not marked.
    """

    setup: PluginSetup
    book: RuleBook
    as_of: str
    self_assessments: frozenset[Path] = frozenset()
    keep_sentences: bool = False
    tags: Mapping[str, Tags] = field(default_factory=dict)
    reading_only: bool = False


class DocumentWorker:
    """Makes facts of files, one at a time, with the plugins of its process."""

    def __init__(self, work: Work, plugins: Plugins | None = None) -> None:
        self._work = work
        self._plugins = plugins or work.setup.load()
        self._words = words_of(work.book)
        self._masker = masker_of(work.book.personal_data)

    def facts(self, entry: SourceEntry) -> DocumentFacts:
        """Return the facts of one file and of those inside it. Never raises: what goes wrong is in their records."""
        try:
            source, is_chosen = entry.load(), self._is_chosen(entry)
        except Exception as error:
            facts = DocumentFacts(record=not_loaded(entry.name, entry.size, error).record)
        else:
            facts = self._facts_of(source, depth=1, room=Room(), is_self_assessment=is_chosen)
        return replace(facts, failures=self._plugins.failures, warnings=self._plugins.warnings)

    def _facts_of(self, source: Source, *, depth: int, room: Room, is_self_assessment: bool = False) -> DocumentFacts:
        """Return the facts of a source; one on which our own code fails costs neither the run nor its container."""
        try:
            return self._facts(self.marked_source(source, is_self_assessment=is_self_assessment), depth, room)
        except Exception as error:
            return DocumentFacts(record=of_fault(source, error).record)

    def _facts(self, marked: MarkedDocument, depth: int, room: Room) -> DocumentFacts:
        facts = DocumentFacts(
            record=marked.record,
            tallied=marked.tallied,
            observed=bounded(marked.observations, marked.record.kind),
            lines=sentence_lines(marked.passages) if self._work.keep_sentences else (),
            sketch=sketch_of(passage.text for passage in marked.passages if passage.countable),
        )
        members = marked.document.members
        if not members:
            return facts
        del marked  # its text and marks are not needed while what is inside it is read
        unpacked = unpack(facts.record.name, members, depth, room, self._masker)
        inside = [self._member_facts(member, depth, room) for member in unpacked.members]
        readable = sum(1 for one in inside if one.record.status is not ReadStatus.FAILED)
        flat = tuple(each for one in inside for each in (replace(one, inside=()), *one.inside))
        return replace(facts, record=as_container(facts.record, unpacked, readable), inside=flat)

    def _member_facts(self, member: Member, depth: int, room: Room) -> DocumentFacts:
        if member.problem:
            return DocumentFacts(record=not_loaded(member.name, 0, UnreadableError(member.problem)).record)
        source = Source(name=member.name, data=member.data, sha256=sha256(member.data).hexdigest())
        return self._facts_of(source, depth=depth + 1, room=room)

    def marked(self, entry: SourceEntry) -> MarkedDocument:
        """Return one file with everything made of it."""
        try:
            source = entry.load()
        except UnreadableError as error:
            return not_loaded(entry.name, entry.size, error)
        return self.marked_source(source, is_self_assessment=self._is_chosen(entry))

    def _is_chosen(self, entry: SourceEntry) -> bool:
        chosen = self._work.self_assessments
        return bool(chosen) and entry.path.resolve() in chosen

    def marked_source(self, source: Source, *, is_self_assessment: bool = False) -> MarkedDocument:
        """Return a source with everything made of it."""
        document = read_source(source, self._plugins.read_document)
        if document.status is ReadStatus.FAILED:
            return unread(document, source, len(source.data))
        if not document.text.strip():
            return only_container(document, source, self._masker)
        return self._mark(document, source, is_self_assessment=is_self_assessment)

    def _mark(self, document: Document, source: Source, *, is_self_assessment: bool) -> MarkedDocument:
        book = self._work.book
        tags = tags_of(document, self._work.tags, self._words)
        document, recognised, sentences = recognise(
            document, book.framework, self_assessment=is_self_assessment, tags=tags
        )
        document, sentences = first_sentences(document, sentences)
        if not any(sentence.countable for sentence in sentences):
            reason = " ".join(filter(None, (document.reason, _NO_SENTENCES)))
            failed = replace(document, status=ReadStatus.FAILED, reason=reason)
            return unread(failed, source, len(source.data))
        safe = shown(document, self._masker)
        passages = self._passages(document, safe, recognised, sentences)
        date = tags.date or document_date(replace(document, blocks=safe.blocks), recognised, self._work.as_of)
        tallied = tally(passages, council=council_key(recognised.council), date=date, as_of=self._work.as_of)
        statuses = document_statuses(tallied, frozenset(one.id for one in book.expectations))
        found = Found(date=date, tags=tags, passages=passages, statuses=statuses)
        return MarkedDocument(
            document=safe,
            recognised=recognised,
            sentences=sentences,
            passages=passages,
            record=marked_record(document, source, recognised, found, self._masker),
            tallied=tallied,
            observations=self._observed(safe, recognised, sentences, passages),
        )

    def _passages(
        self, document: Document, shown: Document, recognised: Recognised, sentences: Sequence[Sentence]
    ) -> tuple[Passage, ...]:
        """Return the sentences with their marks; without any where documents are only read."""
        book = self._work.book
        if self._work.reading_only:
            return tuple(_unmarked(one, shown) for one in sentences)
        found = self._plugins.find_evidence(document, sentences, book)
        said = self._plugins.qualify_evidence(document, sentences, recognised, book)
        return mark(replace(document, blocks=shown.blocks), recognised, sentences, found, said, book, shown.text)

    def _observed(
        self, shown: Document, recognised: Recognised, sentences: Sequence[Sentence], passages: Sequence[Passage]
    ) -> tuple[Observation, ...]:
        book = self._work.book
        if self._work.reading_only:
            return ()
        found = self._plugins.observe(shown, sentences, passages, recognised, book)
        statements_of = lru_cache(maxsize=None)(lambda path: section_statements(path, book.framework))
        return complete(found, shown, sentences, passages, statements_of)


def _unmarked(sentence: Sentence, shown: Document) -> Passage:
    text = shown.text[sentence.start : sentence.end]
    return Passage(document=shown.name, start=sentence.start, end=sentence.end, text=text, countable=sentence.countable)


def text_source(name: str, text: str) -> Source:
    """Return a source made of a text, for cases and trials."""
    data = text.encode()
    return Source(name=name, data=data, sha256=sha256(data).hexdigest())
