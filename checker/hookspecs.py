"""The hooks that plugins implement. A hook returns values and changes nothing that it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

import pluggy

from checker.domain.assessment import Assessment
from checker.domain.change import Comparison
from checker.domain.document import Document, Recognised, Sentence, Source
from checker.domain.evidence import Passage, Qualifiers, Recognition
from checker.domain.finding import Finding
from checker.domain.observation import Observation
from checker.domain.pack import Rule, RuleBook
from checker.domain.report import GapReport
from checker.values import dataclass, field

PROJECT = "checker"
HOOK_VERSION = 1
"""Version of these hooks. A plugin may set `CHECKER_HOOKS = "1"` or a range such as `">=1,<3"` in its module."""

_READS = "checker_reads"

F = TypeVar("F", bound=Callable[..., object])


def hookimpl(function: F) -> F:
    """Mark a function as an implementation of one of the hooks below."""
    return pluggy.HookimplMarker(PROJECT)(function)


def reads(*suffixes: str) -> Callable[[F], F]:
    """
    Say of an implementation of `checker_read_document` to which files it answers: those with these suffixes, in lower
    case with their dot; an empty one stands for files without.

    It is then asked for these alone, and only where no plugin before it could read the file.
    """

    def declare(function: F) -> F:
        setattr(function, _READS, frozenset(suffixes))
        return function

    return declare


def declared_suffixes(function: Callable[..., object]) -> frozenset[str] | None:
    """Return what `reads` says of a function; `None` if it says nothing."""
    found = getattr(function, _READS, None)
    return found if isinstance(found, frozenset) else None


def _hookspec(function: F) -> F:
    return pluggy.HookspecMarker(PROJECT)(function)


@runtime_checkable
class Criterion(Protocol):
    """
    A kind of test. `name` is what rules call it, `about` says in one sentence what it asks, `schema` is the JSON Schema
    of a rule's `expects` (an object schema; keys that it does not name are refused).
    """

    name: str
    about: str
    schema: Mapping[str, object]

    def evaluate(self, rule: Rule, assessment: Assessment) -> Finding | Sequence[Finding]:
        """
        Return the rule's finding, or several that speak of different items (`Finding.item`: a heading, a document …).

        An exception makes the rule `not assessed` and names the plugin.
        """
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class LexiconForm:
    """
    What a plugin knows of the lexicons with the id `id`, so that mistakes in them are told when packs are loaded.

    `roles` has for each role that it reads the JSON Schema of the settings of a family (an object schema; keys that it
    does not name are refused). Not to be named: `id`, `role` and `entries`, `about` (a remark), keys that begin with
    `x-`. A setting with the `format` `voice`, `evidence-category` or `document-kind` must be one that there is.
    """

    id: str
    roles: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@runtime_checkable
class Reporter(Protocol):
    """An output format. `suffix` has no leading dot (`html`, `junit.xml`)."""

    name: str
    suffix: str

    def render(self, report: GapReport) -> Iterator[bytes]:
        """Yield the report in chunks; the engine writes them."""
        ...


@runtime_checkable
class ChangesReporter(Reporter, Protocol):
    """An output format that can also show what changed between two reports, worst first."""

    def render_changes(self, comparison: Comparison) -> Iterator[bytes]:
        """Yield the changes in chunks; the engine writes them."""
        ...


class DocumentTask(Protocol):
    """
    The work on any document, as `checker_map` gets it. It can be pickled; it holds the packs and is large.

    The other side needs the same checker and plugins, and no packs or documents: an item is pickled with the content of
    its file, which is read only then. A process does one item after the other.
    """

    def __call__(self, item: object) -> object:
        """Return the result for an item. What fails while a document is read is in the result."""
        ...

    def lost(self, item: object) -> object:
        """Return the result for an item whose process ended again and again."""
        ...


@_hookspec
def checker_rule_packs() -> Iterable[Path]:
    """Return folders that hold a `pack.yaml`."""
    raise NotImplementedError


@_hookspec
def checker_read_document(source: Source) -> Document | None:
    """
    Read one document.

    Return `None` to leave the file to another plugin. Raise `UnreadableError` with plain words when the file is yours
    and cannot be read. External plugins are asked before built-in ones, then by name; the first document that could
    be read wins. Say with `reads` which suffixes are yours: other files do not then cost a call.
    """
    raise NotImplementedError


@_hookspec
def checker_find_evidence(
    document: Document, sentences: Sequence[Sentence], book: RuleBook
) -> Sequence[Sequence[Recognition]]:
    """
    Return for each sentence the expectations (and rules with words of their own) that it speaks to.

    Called once per document with all packs; the answer has as many items as `sentences`.
    """
    raise NotImplementedError


@_hookspec
def checker_qualify_evidence(
    document: Document, sentences: Sequence[Sentence], recognised: Recognised, book: RuleBook
) -> Sequence[Qualifiers]:
    """
    Return qualifiers for each sentence, recognised or not: polarity, voice, claim, impact, certainty, dates.

    Called once per document; the answer has as many items as `sentences`. A field left `None` goes to the next plugin.
    """
    raise NotImplementedError


@_hookspec
def checker_observe(
    document: Document,
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    recognised: Recognised,
    book: RuleBook,
) -> Iterable[Observation]:
    """
    Return what the document states beyond evidence: figures, citations, labels … as criteria want to look at them.

    Called once per document, after marking; personal data is masked in `document` and `passages`, of which there is one
    for each of `sentences`. Say the kind, the place, a value and attributes; the engine adds words, sentence and
    section, and keeps a bounded number of each kind.
    """
    raise NotImplementedError


@_hookspec
def checker_criteria() -> Iterable[Criterion]:
    """Return criteria. A name that is offered twice is an error."""
    raise NotImplementedError


@_hookspec
def checker_lexicons() -> Iterable[LexiconForm]:
    """
    Return which roles of which lexicons are read, with their settings. Several plugins may read a lexicon; a role of it
    that is offered twice is an error. Lexicons that no plugin names are not checked.
    """
    raise NotImplementedError


@_hookspec
def checker_reporters() -> Iterable[Reporter]:
    """Return reporters. A name that is offered twice is an error."""
    raise NotImplementedError


@_hookspec
def checker_map(function: DocumentTask, items: Iterable[object], where: str) -> Iterator[object] | None:
    """
    Run `function` over `items` somewhere else and yield the results in the order of `items`.

    `where` is what stands behind `--run-on`: `NAME[:ADDRESS]`. Return `None` if the name is not yours. Raise
    `UsageError` with plain words if the place cannot be used: the run ends with them, and nothing was read. What fails
    later is named in the report, and the rest is done in this process.
    """
    raise NotImplementedError
