"""What an implementation may answer: types, lengths, known names. A wrong answer is refused as a whole."""

from __future__ import annotations

from math import isfinite

from checker.domain.assessment import Assessment
from checker.domain.document import Document, HiddenMatter, Link, Member, ReadStatus, Source
from checker.domain.evidence import Certainty, Claim, Passage, Polarity, Qualifiers, Recognition
from checker.domain.finding import Finding, Flag, Outcome
from checker.domain.framework import Framework
from checker.domain.pack import Rule, RuleBook
from checker.plugin_host.answer_blocks import blocks_of
from checker.plugin_host.answer_values import (
    all_of,
    check_because,
    check_dates,
    check_hidden,
    check_links,
    check_member,
    check_parts,
    check_passage,
    day_of,
    exactly,
    items_of,
    plain_mapping,
    text_of,
    texts_of,
    tuple_of,
)
from checker.plugin_host.calls import WrongAnswer
from checker.plugin_host.plain_values import with_whole_texts
from checker.values import dataclass, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownNames:
    """The names that answers may use, taken from the packs of the run."""

    keys: frozenset[str]
    voices: frozenset[str]
    categories: frozenset[str]

    @classmethod
    def of(cls, book: RuleBook) -> KnownNames:
        """Return the names of a rule book: expectations and rules, voices, evidence categories."""
        framework: Framework = book.framework
        return cls(
            keys=frozenset(one.id for one in book.expectations) | {rule.id for rule in book.rules},
            voices=frozenset(voice.id for voice in framework.voices),
            categories=frozenset(category.id for category in framework.evidence_categories),
        )


def document_or_none(answer: object, source: Source, reader: str) -> Document | None:
    """Return the document under the name of its source. A text of blanks alone is never `ok`."""
    if answer is None:
        return None
    document = exactly(answer, Document)
    for words in (document.name, document.text, document.reason):
        exactly(words, str)
    exactly(document.status, ReadStatus)
    plain_mapping(document.metadata)
    blocks = blocks_of(document.blocks, len(document.text))
    hidden = all_of(document.hidden, HiddenMatter)
    for one in hidden:
        check_hidden(one)
    links, members = all_of(document.links, Link), all_of(document.members, Member)
    check_links(links, len(document.text))
    for member in members:
        check_member(member)
    document = with_whole_texts(
        replace(document, name=source.name, reader=reader, blocks=blocks, hidden=hidden, links=links, members=members)
    )
    if document.status is ReadStatus.OK and not document.text.strip() and not members:
        reason = "No text was found in it." if source.data else "The file is empty."
        return replace(document, status=ReadStatus.FAILED, reason=reason)
    if document.status is not ReadStatus.OK and not document.reason:
        raise WrongAnswer(f"the status is '{document.status}' without a reason")
    return document


def recognitions(
    answer: object, count: int, names: KnownNames, length: int | None = None
) -> list[tuple[Recognition, ...]]:
    """Return one tuple of recognitions for each sentence of a text of `length`, all with known keys."""
    rows = [all_of(row, Recognition) for row in _of_length(answer, count)]
    for one in (one for row in rows for one in row):
        _check_recognition(one, names, length)
    return rows


def _check_recognition(one: Recognition, names: KnownNames, length: int | None) -> None:
    if exactly(one.key, str) not in names.keys:
        raise WrongAnswer(f"no expectation or rule is called '{one.key}'")
    if not isinstance(one.score, (int, float)) or not isfinite(one.score):
        raise WrongAnswer(f"the score of '{one.key}' is not a number")
    exactly(one.goes_on, bool)
    exactly(one.overruled, bool)
    if one.because != ():
        check_because(one.because, length)


def qualifiers(answer: object, count: int, names: KnownNames, length: int | None = None) -> list[Qualifiers]:
    """Return one set of qualifiers for each sentence of a text of `length`, with values that the framework knows."""
    rows = [exactly(row, Qualifiers) for row in _of_length(answer, count)]
    for row in rows:
        _check_qualifiers(row, names, length)
    return rows


def _check_qualifiers(row: Qualifiers, names: KnownNames, length: int | None) -> None:
    for value, kind in (
        (row.polarity, Polarity),
        (row.claim, Claim),
        (row.certainty, Certainty),
        (row.impact, bool),
    ):
        if value is not None and type(value) is not kind:
            raise WrongAnswer(f"{value!r} is not a {kind.__name__}")
    if row.voice is not None and row.voice not in names.voices:
        raise WrongAnswer(f"the framework has no voice '{row.voice}'")
    if row.evidence_category is not None and row.evidence_category not in names.categories:
        raise WrongAnswer(f"the framework has no evidence category '{row.evidence_category}'")
    if row.dates is not None and row.dates != ():
        check_dates(row.dates)
    if row.parts != ():
        check_parts(row.parts, length)
    if row.because != ():
        check_because(row.because, length)


def findings(answer: object, rule: Rule, assessment: Assessment | None = None) -> tuple[Finding, ...]:
    """Return the findings of a rule: one, or several about different items."""
    several = items_of(answer) if isinstance(answer, list | tuple) else (answer,)
    found = tuple(finding(one, rule, assessment) for one in several)
    if not found:
        raise WrongAnswer("an empty list where at least one Finding is asked for")
    if len({one.item for one in found}) < len(found):
        raise WrongAnswer("two findings about the same item")
    return found


def finding(answer: object, rule: Rule, assessment: Assessment | None = None) -> Finding:
    """Return the finding if it is one, of this rule, and cites documents of the assessment alone."""
    found = exactly(answer, Finding)
    if found.rule_id != rule.id:
        raise WrongAnswer(f"the finding is of the rule '{found.rule_id}'")
    exactly(found.outcome, Outcome)
    text_of(found.reason)
    text_of(found.item)
    texts_of(found.searched)
    tuple_of(found.flags, Flag)
    day_of(found.not_before)
    for passage in tuple_of(found.citations, Passage):
        check_passage(passage)
    cited = {passage.document for passage in found.citations}
    if cited and assessment is not None:
        _check_cited(cited, assessment)
    return found


def _check_cited(cited: set[str], assessment: Assessment) -> None:
    unknown = cited.difference(record.name for record in assessment.documents)
    if unknown:
        raise WrongAnswer(f"the finding cites '{min(unknown)}', which is no document of the assessment")


def _of_length(answer: object, count: int) -> tuple[object, ...]:
    items = items_of(answer)
    if len(items) != count:
        raise WrongAnswer(f"{len(items)} items for {count} sentences")
    return items
