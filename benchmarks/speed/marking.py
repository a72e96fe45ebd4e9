"""
Marking alone: sentences that are read already, with all packs.

Beside it negspaCy, which finds the packs' phrases in all their forms (those in one piece) and knows negation, no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.domain.pack import RuleBook
from checker.garbage import leave_alone, search_rarely
from checker.pipeline import load_book
from checker.plugin_manager import Plugins, PluginSetup
from checker.run.document_work import DocumentWorker, Work, text_source
from checker.run.marked_document import MarkedDocument
from checker.settings import Settings
from checker.stages.evidence import mark
from checker.text.phrase_forms import compile_phrase

from .timing import Compared, in_turn

_MEGABYTES_A_SECOND = 2.0
_DAY = "2026-01-01"


def compare(texts: Sequence[Path], times: int) -> Iterator[Compared | str]:
    """Yield the comparisons over the texts; a line of words if negspaCy is not installed."""
    read = [path.read_text(encoding="utf-8") for path in texts]
    megabytes = sum(len(text.encode()) for text in read) / 1e6
    search_rarely()  # as the command itself does
    ours = _ours(read)
    (seconds,) = in_turn([ours], times)
    goal = megabytes / _MEGABYTES_A_SECOND
    what = f"marking, {megabytes / seconds:.2f} MB/s"
    yield Compared(what=what, ours=seconds, theirs=goal, than=f"{_MEGABYTES_A_SECOND:g} MB/s", goal=1, faster=True)
    few = read[: max(1, len(read) // 10)]
    negated = _negspacy(few)
    if negated is None:
        yield "negspaCy is not compared: it is not installed (the extra `benchmarks`)."
        return
    own, theirs = in_turn([_ours(few), negated], times)
    yield Compared(what="marking", ours=own, theirs=theirs, than="negspaCy, phrases alone", goal=3, faster=True)


def _ours(texts: Sequence[str]) -> Callable[[], object]:
    """Return an act that marks the texts' sentences with the phrases and cues of all packs."""
    setup = PluginSetup(settings=Settings())
    plugins = setup.load()
    book = load_book(plugins)
    worker = DocumentWorker(Work(setup=setup, book=book, as_of=_DAY), plugins)
    read = [worker.marked_source(text_source(f"{number}.txt", text)) for number, text in enumerate(texts)]
    leave_alone()
    return lambda: [_marked(one, plugins, book) for one in read]


def _marked(one: MarkedDocument, plugins: Plugins, book: RuleBook) -> object:
    found = plugins.find_evidence(one.document, one.sentences, book)
    said = plugins.qualify_evidence(one.document, one.sentences, one.recognised, book)
    return mark(one.document, one.recognised, one.sentences, found, said, book)


def _negspacy(texts: Sequence[str]) -> Callable[[], object] | None:
    """Return an act that finds the phrases in the texts and says of each whether it is negated."""
    try:
        import negspacy.negation  # noqa: F401  # makes "negex" known
        import spacy
    except ImportError:
        return None
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    ruler: Any = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "TERM", "pattern": form} for form in _forms()])
    nlp.add_pipe("negex", config={"ent_types": ["TERM"]})
    return lambda: [[entity._.negex for entity in nlp(text).ents] for text in texts]


def _forms() -> list[str]:
    book = load_book(PluginSetup(settings=Settings()).load())
    compiled = {compile_phrase(phrase.text) for one in book.expectations for phrase in one.look_for}
    return sorted({form for one in compiled if len(one.segments) == 1 for form in one.segments[0]})
