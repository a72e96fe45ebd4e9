"""The regulator's framework as data: themes, quality statements, what serves what, voices and evidence categories."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from checker.values import dataclass, field


class FactStatus(StrEnum):
    """How sure a fact about the framework is. Only `confirmed` ones may be presented as the regulator's."""

    CONFIRMED = "confirmed"
    PARTLY_CONFIRMED = "partly-confirmed"
    DERIVED = "derived"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """Where a fact or an expectation comes from."""

    title: str
    url: str = ""
    status: FactStatus = FactStatus.UNCONFIRMED


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """
    Something that expectations serve: an I statement or one part of a commitment. `id` is unique in its statement.
    """

    id: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SubTopic:
    """A sub-topic of a quality statement, as printed in reports."""

    id: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QualityStatement:
    """
    One quality statement of the framework.

    `i_statements` may be empty (two of the regulator's have none). `commitment_parts` cut the commitment into the
    things that it promises. `variants` are other printed wordings of the I statements and the commitment, so that they
    are recognised as the standard's words and never as evidence. `headings` are everyday headings under which
    self-assessments tell of it: weaker than a title, and one may stand for several statements.
    """

    id: str
    number: int
    title: str
    theme: str
    aliases: tuple[str, ...] = ()
    i_statements: tuple[Served, ...] = ()
    commitment: str = ""
    commitment_parts: tuple[Served, ...] = ()
    subtopics: tuple[SubTopic, ...] = ()
    variants: tuple[str, ...] = ()
    status: Mapping[str, FactStatus] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def served(self) -> tuple[Served, ...]:
        """I statements and parts of the commitment, in the framework's order."""
        return self.i_statements + self.commitment_parts


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """A theme: a group of quality statements, by id, in order. `headings` are other headings that stand for it."""

    id: str
    number: int
    title: str
    statements: tuple[str, ...]
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceCategory:
    """A category of evidence. A category with `used=False` stays listed and is never expected."""

    id: str
    title: str
    used: bool = True
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """
    A source of statements (never their subject).

    `independent` voices can corroborate what the assessed organisation says of itself. `sender`: whose letters and
    notes have this voice throughout (`person`, `carer`, `health`, `voluntary`, `provider`, `partner`, or empty).
    `asked`: words of a title that say whose answers a survey or feedback holds ("staff survey").
    """

    id: str
    title: str
    evidence_category: str
    independent: bool = False
    sender: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class KindDefaults:
    """What an unattributed sentence counts as in a kind of document."""

    voice: str
    evidence_category: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """
    Which edition of the framework this is, and how sure its facts are. Dates are ISO text or empty.

    `about` says what a reader must know of an edition that is not the usual one; `rating_levels` are the levels that
    its rating characteristics describe (none are ever given by the checker).
    """

    id: str
    label: str
    start: str = ""
    end: str = ""
    status: FactStatus = FactStatus.UNCONFIRMED
    about: str = ""
    rating_levels: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AboutDocument:
    """
    What speaks of a document itself and so is no evidence: sentences that open with one of `openings`, and below one of
    `headings` those with one of `words`. A word may have alternatives ("this|the").
    """

    headings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Framework:
    """
    A whole framework. Everything that is particular to one regulator is here, nothing of it in code.

    `standard_text` lists lines that report pages print around the findings (matched whole, folded);
    `score_labels` maps published scores to their printed labels; `own_kinds` are kinds of document in which
    the assessed organisation speaks for itself. `edition` is the one in use, `editions` are all that are known, the
    usual one first.
    """

    id: str
    title: str
    publisher: str
    edition: Edition
    attribution: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    statements: tuple[QualityStatement, ...] = ()
    evidence_categories: tuple[EvidenceCategory, ...] = ()
    voices: tuple[Voice, ...] = ()
    kinds: Mapping[str, KindDefaults] = field(default_factory=dict)
    score_labels: Mapping[int, str] = field(default_factory=dict)
    standard_text: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    editions: tuple[Edition, ...] = ()
    about_document: AboutDocument = AboutDocument()

    def statement(self, statement_id: str) -> QualityStatement:
        """Return the quality statement with this id; `KeyError` if there is none."""
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)

    def voice(self, voice_id: str) -> Voice:
        """Return the voice with this id; `KeyError` if there is none."""
        for voice in self.voices:
            if voice.id == voice_id:
                return voice
        raise KeyError(voice_id)

    @property
    def used_categories(self) -> tuple[EvidenceCategory, ...]:
        """The evidence categories that are expected, in the framework's order."""
        return tuple(category for category in self.evidence_categories if category.used)
