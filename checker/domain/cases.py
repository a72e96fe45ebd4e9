"""Cases that a pack brings for its rules and phrases: a text, and what the checker is to say of it."""

from __future__ import annotations

from collections.abc import Mapping

from checker.domain.document import DocumentKind
from checker.domain.finding import Outcome
from checker.domain.place import place_of
from checker.values import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseDocument:
    """
    Another document of a case: its paragraphs (`given`), what it says of itself (`metadata`), how much of each kind is
    hidden in it; `unread` says why it could not be read, instead of a text.
    """

    name: str
    given: tuple[str, ...] = ()
    kind: DocumentKind | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    hidden: Mapping[str, int] = field(default_factory=dict)
    unread: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """
    A case of a rule: the paragraphs of one document (`given`), those `beside` it, and the outcome that the rule has.

    `rule` is a rule's id; for a default rule `default.` and its id, and then `expectation` names whom it is asked of:
    empty means the main expectation that the text is recognised by. `cites` is how a cited passage begins; empty: any.
    `actions` are rows of an action plan by the names of its columns, `None` if no plan was given; `gaps` are ids.
    `register` are rows of a register of evidence in the same way. `scope` limits the case to these quality statements.
    `as_of` is the date of the assessment; empty: it does not matter.
    """

    rule: str
    case: str
    given: tuple[str, ...]
    outcome: Outcome
    kind: DocumentKind | None = None
    as_of: str = ""
    actions: tuple[Mapping[str, str], ...] | None = None
    gaps: tuple[str, ...] = ()
    register: tuple[Mapping[str, str], ...] | None = None
    scope: tuple[str, ...] = ()
    expectation: str = ""
    cites: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[CaseDocument, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """`file:line` of the case."""
        return place_of(self.file, self.line)


@dataclass(frozen=True, kw_only=True, slots=True)
class PhraseCase:
    """A sentence that an expectation's phrases hit, or come near and miss."""

    expectation: str
    text: str
    hit: bool
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """`file:line` of the sentence."""
        return place_of(self.file, self.line)


AnyCase = Case | PhraseCase
