"""
What the criteria about the craft share: which documents are asked, how findings are built, words for reasons.

A rule about the self-assessment is not applicable where there is none. A rule that looks for a fault and finds none
says what was searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker import Assessment, DocumentKind, Finding, Observation, Outcome, Passage, Rule

MOST_CITED = 3
MOST_NAMED = 5
NO_SELF_ASSESSMENT = "No self-assessment was among the documents read."
LONGEST_QUOTE = 60


def self_assessments(assessment: Assessment) -> tuple[str, ...]:
    """Return the names of the self-assessments that could be read."""
    return assessment.names_of(DocumentKind.SELF_ASSESSMENT)


def not_applicable(rule: Rule, reason: str) -> Finding:
    """Return the finding of a rule that has nothing to look at."""
    return Finding(rule_id=rule.id, outcome=Outcome.NOT_APPLICABLE, reason=reason)


def met(rule: Rule, reason: str, searched: Iterable[str]) -> Finding:
    """Return the finding of a rule that looked for a fault and found none."""
    return Finding(rule_id=rule.id, outcome=Outcome.MET, reason=reason, searched=tuple(searched))


def fault(
    rule: Rule, outcome: Outcome, reason: str, cited: Iterable[Passage] = (), *, item: str = "", searched: str = ""
) -> Finding:
    """Return the finding about a fault. It cites at most three places, each once."""
    once = {(passage.document, passage.start): passage for passage in cited}
    passages = tuple(once.values())[:MOST_CITED]
    return Finding(
        rule_id=rule.id,
        outcome=outcome,
        reason=reason,
        citations=passages,
        searched=() if passages and not searched else (searched or rule.title,),
        item=item,
    )


def whole_number(rule: Rule, name: str, otherwise: int) -> int:
    """Return a whole number that the rule expects."""
    value = rule.expects.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool):
        msg = f"{rule.id}: {name!r} must be a whole number, not {value!r}"
        raise TypeError(msg)
    return value


def text(rule: Rule, name: str, otherwise: str = "") -> str:
    """Return a text that the rule expects."""
    return str(rule.expects.get(name, otherwise))


def names(rule: Rule, name: str) -> tuple[str, ...]:
    """Return a list of names that the rule expects, in its order."""
    value = rule.expects.get(name, ())
    return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value),)


def numbers(rule: Rule, name: str) -> Mapping[str, int]:
    """Return a mapping of names to whole numbers that the rule expects."""
    value = rule.expects.get(name, {})
    return {str(key): int(number) for key, number in value.items()} if isinstance(value, Mapping) else {}


def outcome_of(rule: Rule, otherwise: Outcome = Outcome.PARTLY_MET) -> Outcome:
    """Return the outcome that the rule gives a fault."""
    return Outcome(text(rule, "outcome", otherwise.value))


def quoted(found: Sequence[Observation]) -> str:
    """Return the words of a few observations, each once: “61%”, “17 days” and 3 more."""
    words = list(dict.fromkeys(shortened(one.attributes.get("in_words", one.text)) for one in found))
    few = ", ".join(f"“{word}”" for word in words[:MOST_NAMED])
    more = len(words) - MOST_NAMED
    return f"{few} and {more} more" if more > 0 else few


def shortened(words: str) -> str:
    """Return words on one line, cut where they are long."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_QUOTE else one_line[: LONGEST_QUOTE - 1].rstrip() + "…"
