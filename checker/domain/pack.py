"""Rule packs: expectations, the rules that ask about them, and lexicons. A pack is data; nothing here reads files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import partial

from msgspec import msgpack

from checker.domain.framework import FactStatus, Framework, Reference
from checker.domain.measured import Measured
from checker.domain.place import place_of
from checker.domain.tailoring import Override, Release, TargetKind
from checker.domain.word_weights import WordWeights
from checker.values import dataclass, field


class Weight(StrEnum):
    """How much a rule matters; the order of the members is the order of weight, heaviest first."""

    ESSENTIAL = "essential"
    EXPECTED = "expected"
    HELPFUL = "helpful"


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """
    Words to look for, as an author wrote them, with the place where they stand.

    Syntax of `text`: words match in all their inflections; `a|b` either word, `a b | c d` either phrase; `...` a few
    words between, in either order, within the same sentence; a leading `=` exactly these letters (case counts).
    `checker.matching` compiles it.

    `number` is its own among the phrases of its book, by which `RuleBook.phrase_keys` names it; `whole` says that where
    one of its keys stands, there stands the phrase. The loader works them out once, so that not every run has to; they
    may be left out.
    """

    text: str
    file: str = ""
    line: int = 0
    number: int = field(default=0, compare=False)
    whole: bool = field(default=False, compare=False)

    @property
    def place(self) -> str:
        """`file:line`, for explanations."""
        return place_of(self.file, self.line)


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """
    One configured question about an expectation, a statement or the whole run.

    `criterion` names the kind of test (Python, from a plugin); `expects` are its parameters, checked against the
    criterion's schema when the pack is loaded. `expectation` is empty for rules of a whole statement; both are empty
    for craft rules. `look_for` and `not_when`: words whose sentences the criterion wants collected under this rule's
    own id (`Assessment.evidence(rule.id)`). `default` is true for rules made from the pack's default rules. `exposes`
    names in a few words what others would hold against the council where the rule is not met: the first page says it.
    `title` words the met state, `gap_title` what is missing where it is not (wholly) met; it may be empty.
    """

    id: str
    title: str
    criterion: str
    weight: Weight
    pack: str
    remedy: str = ""
    why: str = ""
    cannot_tell: str = ""
    exposes: str = ""
    gap_title: str = ""
    expects: Mapping[str, object] = field(default_factory=dict)
    statement: str = ""
    expectation: str = ""
    look_for: tuple[Phrase, ...] = ()
    not_when: tuple[Phrase, ...] = ()
    default: bool = False
    status: FactStatus = FactStatus.UNCONFIRMED
    references: tuple[Reference, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def place(self) -> str:
        """`file:line` of the rule."""
        return place_of(self.file, self.line)


@dataclass(frozen=True, kw_only=True, slots=True)
class Expectation:
    """
    One thing that should be evidenced, serving an I statement or a part of the commitment.

    `look_for` phrases are enough on their own; `hints` count when two different ones meet in a sentence, or one under a
    heading or directly after a sentence that speaks of this expectation. `not_when` phrases hide the look-for words
    that they cover. `also_when_impact`: a sentence of this statement that states a result for people counts here too.
    `one_kind_of_partner`: a sentence that only lists its kind of partner with others speaks to it only where to nothing
    else. `main_before`: what a sentence names on the way to this one, which is then the main. `suspect` says why a
    person should look at it again: wording that it rests on has changed. Empty otherwise.
    """

    id: str
    title: str
    statement: str
    pack: str
    serves: tuple[str, ...]
    why: str = ""
    cannot_tell: str = ""
    subtopic: str = ""
    look_for: tuple[Phrase, ...] = ()
    hints: tuple[Phrase, ...] = ()
    not_when: tuple[Phrase, ...] = ()
    also_when_impact: bool = False
    one_kind_of_partner: bool = False
    main_before: tuple[str, ...] = ()
    reliability: str = ""
    measured: Measured | None = None
    suspect: str = ""
    rules: tuple[Rule, ...] = ()
    status: FactStatus = FactStatus.UNCONFIRMED
    references: tuple[Reference, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class CueFamily:
    """
    A family of cues in a lexicon: what its entries do (`role`) and how far they reach.

    `settings` holds the family's other keys as written; the plugin that reads the lexicon gives them meaning.
    """

    id: str
    role: str
    entries: tuple[Phrase, ...]
    settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Cues for one field of a marked passage (voice, polarity, certainty, impact, dates …)."""

    id: str
    families: tuple[CueFamily, ...]
    pack: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Pack:
    """
    A loaded, valid rule pack. `root` is the folder's name, never an absolute path; `sha256` covers all its files.

    `extends` are the packs that it changes by its `overrides`. `disabled` are rules of this pack that an overlay
    switches off: they are not asked, but stay listed; `set_aside` are expectations of this pack that one switches off
    as a whole. `edition` is the edition of the framework it was written for.
    `personal_data`: further kinds to mask, each with its pattern (`case number`, `LAS-######`).
    """

    id: str
    title: str
    version: str
    sha256: str
    root: str
    framework_id: str
    framework: Framework | None = None
    expectations: tuple[Expectation, ...] = ()
    statement_rules: tuple[Rule, ...] = ()
    lexicons: tuple[Lexicon, ...] = ()
    word_weights: tuple[WordWeights, ...] = ()
    licence: str = ""
    author: str = ""
    date: str = ""
    edition: str = ""
    extends: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()
    overrides: tuple[Override, ...] = ()
    disabled: tuple[Rule, ...] = ()
    set_aside: tuple[Expectation, ...] = ()
    personal_data: tuple[tuple[str, str], ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of the pack, default rules expanded, sorted by id."""
        of_expectations = tuple(rule for expectation in self.expectations for rule in expectation.rules)
        return tuple(sorted(of_expectations + self.statement_rules, key=lambda rule: rule.id))


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleBook:
    """
    All packs of a run together with the one framework that they speak about.

    Ids of expectations and rules are unique over the packs; the loader refuses others. `phrase_keys` are words, or
    pairs of words, one of which stands wherever a phrase does, with the numbers of their phrases: by their first word,
    as `PhraseMatcher` takes them. Empty where nobody worked them out.
    """

    framework: Framework
    packs: tuple[Pack, ...]
    phrase_keys: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        return partial(msgpack.decode, type=RuleBook), (msgpack.encode(self),)  # five times as fast as Python's way

    @property
    def expectations(self) -> tuple[Expectation, ...]:
        """Every expectation, in the framework's order of statements, then as written in the packs."""
        order = {statement.id: number for number, statement in enumerate(self.framework.statements)}
        found = (expectation for pack in self.packs for expectation in pack.expectations)
        return tuple(sorted(found, key=lambda expectation: order[expectation.statement]))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of every pack, sorted by id."""
        return tuple(sorted((rule for pack in self.packs for rule in pack.rules), key=lambda rule: rule.id))

    @property
    def personal_data(self) -> tuple[tuple[str, str], ...]:
        """Kinds of personal data beyond those always known, with their patterns, each once."""
        return tuple(sorted({(kind, pattern) for pack in self.packs for kind, pattern in pack.personal_data}))

    @property
    def lexicons(self) -> tuple[Lexicon, ...]:
        """Every lexicon of every pack."""
        return tuple(lexicon for pack in self.packs for lexicon in pack.lexicons)

    @property
    def word_weights(self) -> tuple[WordWeights, ...]:
        """What words weigh, of every pack."""
        return tuple(weights for pack in self.packs for weights in pack.word_weights)

    @property
    def overrides(self) -> tuple[Override, ...]:
        """Every setting that an overlay changes, in the order of the packs' ids."""
        return tuple(one for pack in sorted(self.packs, key=lambda pack: pack.id) for one in pack.overrides)

    def switches_of(self, rule: Rule) -> tuple[Override, ...]:
        """Return what switches a rule off: overrides of the rule, of its expectation or of its default rule."""
        general = rule.id.removeprefix(f"{rule.expectation}.") if rule.default else ""
        expectation = (TargetKind.EXPECTATION, rule.expectation)
        about = {(TargetKind.RULE, rule.id), expectation, (TargetKind.DEFAULT_RULE, general)}
        return tuple(one for one in self.overrides if one.switches_off and (one.kind, one.target) in about)
