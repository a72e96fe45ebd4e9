"""Builders of what a pack says, for tests: an invented framework, rules, expectations, a book of rules."""

from __future__ import annotations

from collections.abc import Sequence

from checker.domain.document import DocumentKind
from checker.domain.framework import (
    Edition,
    EvidenceCategory,
    Framework,
    KindDefaults,
    QualityStatement,
    Served,
    Theme,
    Voice,
)
from checker.domain.pack import Expectation, Pack, Phrase, Rule, RuleBook, Weight

STATEMENT = "working-together"
"""The quality statement of the invented framework that has a pack; `quiet-homes` has none."""

_CATEGORIES = ("peoples-experience", "feedback-from-staff-and-leaders", "feedback-from-partners", "processes")
_VOICES = (
    ("people", _CATEGORIES[0], True),
    ("staff", _CATEGORIES[1], False),
    ("local-authority", _CATEGORIES[3], False),
    ("partners", _CATEGORIES[2], True),
    ("providers", _CATEGORIES[2], True),
    ("inspector", _CATEGORIES[3], True),
)
CATEGORY_OF = {voice: category for voice, category, _ in _VOICES}


_TOGETHER = QualityStatement(
    id=STATEMENT,
    number=1,
    title="Working together",
    theme="care",
    i_statements=(Served(id="i.joined-up", text="My care is joined up."),),
    commitment="We share what is needed and learn from each other.",
    commitment_parts=(
        Served(id="commitment.share", text="We share what is needed"),
        Served(id="commitment.learn", text="learn from each other"),
    ),
)
_QUIET = QualityStatement(id="quiet-homes", number=2, title="Quiet homes", theme="care", commitment="We keep it quiet.")


def a_framework() -> Framework:
    """Return an invented framework: one theme, two quality statements, six voices, one category switched off."""
    return Framework(
        id="invented",
        title="Invented framework",
        publisher="Example Inspectorate",
        edition=Edition(id="first", label="First edition"),
        attribution=("Quoted from an invented framework.",),
        themes=(Theme(id="care", number=1, title="Care", statements=(_TOGETHER.id, _QUIET.id)),),
        statements=(_TOGETHER, _QUIET),
        evidence_categories=(
            *(EvidenceCategory(id=name, title=name.replace("-", " ").capitalize()) for name in _CATEGORIES),
            EvidenceCategory(id="observation", title="Observation", used=False),
        ),
        voices=tuple(
            Voice(
                id=name, title=name.replace("-", " ").capitalize(), evidence_category=category, independent=independent
            )
            for name, category, independent in _VOICES
        ),
        kinds={
            kind.value: KindDefaults(voice="local-authority", evidence_category="processes") for kind in DocumentKind
        },
    )


def a_rule(
    criterion: str = "evidenced",
    *,
    id: str = "",
    expectation: str = "data-sharing",
    statement: str = STATEMENT,
    weight: Weight = Weight.ESSENTIAL,
    look_for: Sequence[str] = (),
    **expects: object,
) -> Rule:
    """Return a rule of that criterion; the other keywords are what it `expects`. The id is EXPECTATION.CRITERION."""
    return Rule(
        id=id or f"{expectation or 'run'}.{criterion}",
        title=f"{criterion} of {expectation or 'the run'}",
        criterion=criterion,
        weight=weight,
        pack="invented",
        remedy="Add what is missing.",
        expects=expects,
        statement=statement,
        expectation=expectation,
        look_for=_phrases(look_for),
    )


def an_expectation(
    id: str = "data-sharing",
    *,
    statement: str = STATEMENT,
    serves: Sequence[str] = ("commitment.share",),
    look_for: Sequence[str] = ("shared care record", "share ... information"),
    rules: Sequence[Rule] | None = None,
) -> Expectation:
    """Return an expectation; without `rules` it has the one rule that asks whether it is evidenced."""
    own = (a_rule(expectation=id, statement=statement),) if rules is None else tuple(rules)
    return Expectation(
        id=id,
        title=id.replace("-", " ").capitalize(),
        statement=statement,
        pack="invented",
        serves=tuple(serves),
        look_for=_phrases(look_for),
        rules=own,
    )


def a_book(
    *expectations: Expectation, statement_rules: Sequence[Rule] = (), framework: Framework | None = None
) -> RuleBook:
    """Return a book with one pack: the expectations given (default: `an_expectation()`)."""
    used = framework or a_framework()
    pack = Pack(
        id="invented",
        title="Invented pack",
        version="1",
        sha256="0" * 64,
        root="invented",
        framework_id=used.id,
        framework=used,
        expectations=expectations or (an_expectation(),),
        statement_rules=tuple(statement_rules),
    )
    return RuleBook(framework=used, packs=(pack,))


def _phrases(texts: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(Phrase(text=text) for text in texts)
